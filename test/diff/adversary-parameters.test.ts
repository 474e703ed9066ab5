// The adversary's parameters: every location, style and type, judged by the serialized request. CHECK_LONG=1
// tries 20,000 pairs.
import t from "tap";
import { judgeParameters } from "./adversary/judge-parameters.ts";
import { parameterPair } from "./adversary/parameter-pairs.ts";
import type { StyledParameter } from "./adversary/wire-reader.ts";

const first = Number(process.env["ADVERSARY_SEED"] ?? 1);
const pairs = Number(process.env["ADVERSARY_PAIRS"] ?? (process.env["CHECK_LONG"] === "1" ? 20_000 : 300));
// Much work: allow for a busy machine.
t.setTimeout(Math.max(600_000, pairs * 400));

t.test(
  `the verdict on a parameter change agrees with the serialized values, in ${pairs} pairs from seed ${first}`,
  { timeout: Math.max(120_000, pairs * 400) },
  (t) => {
    const open: number[] = [];
    const total = { breaking: 0, undecided: 0, compatible: 0 };
    for (let seed = first; seed < first + pairs; seed += 1) {
      const { fault, ...counts } = judgeParameters(parameterPair(seed));
      if (fault?.startsWith("undecided") === true) open.push(seed);
      else if (fault !== undefined) t.fail(`ADVERSARY_SEED=${seed} ADVERSARY_PAIRS=1: ${fault}`);
      for (const verdict of ["breaking", "undecided", "compatible"] as const)
        total[verdict] += counts[verdict];
    }
    t.comment(JSON.stringify(total));
    t.ok(open.length <= pairs / 1000, `undecided although a value breaks: ${open.join()}`);
    t.ok(total.breaking + total.compatible > pairs * 0.9, "nearly all are decided");
    t.ok(total.compatible > pairs / 4, "enough pairs are compatible");
    t.end();
  },
);

const simple: StyledParameter = {
  name: "p",
  in: "header",
  style: "simple",
  explode: false,
  required: true,
  isJson: false,
  schema: { type: "string" },
};
const numbered = { type: "object", properties: { a: { type: "integer" } }, required: ["a", "b"] };

const found: readonly {
  readonly title: string;
  readonly base: Partial<StyledParameter>;
  readonly head: Partial<StyledParameter>;
  readonly want: "breaking" | "compatible";
}[] = [
  {
    title: "a property that is only required is sent, with any string",
    base: { in: "path", schema: { type: "object", properties: { b: {} }, required: ["a"] } },
    head: { in: "path", schema: { type: "array", items: { type: "string", pattern: "^[^,]*$" } } },
    want: "breaking",
  },
  {
    title: "equal schemas serialize differently if one of the parameters uses JSON",
    base: { in: "query", style: "form", explode: true, schema: { enum: [true, "1"] } },
    head: { in: "query", isJson: true, schema: { enum: [true, "1"] } },
    want: "breaking",
  },
  {
    title: "numbers serialize to the same text as JSON and as a plain parameter",
    base: { in: "query", style: "form", explode: true, schema: { type: "integer" } },
    head: { in: "query", isJson: true, schema: { type: "integer" } },
    want: "compatible",
  },
  {
    title: "an exploded object in a header is a single string",
    base: { explode: true, schema: numbered },
    head: { explode: true, schema: { type: "string", maxLength: 4 } },
    want: "breaking",
  },
  {
    title: "explode does not affect primitive values",
    base: { in: "path", explode: true, schema: { type: "integer" } },
    head: { in: "path", explode: false, schema: { type: "integer" } },
    want: "compatible",
  },
  {
    title: "differences between parts of a list are decided even if the list as a whole is not",
    base: { in: "query", style: "form", schema: { type: "array", items: { type: "number" }, maxItems: 1 } },
    head: { in: "query", style: "form", schema: { type: ["integer", "boolean"] } },
    want: "breaking",
  },
];

for (const { title, base, head, want } of found) {
  t.test(title, (t) => {
    const judgement = judgeParameters([
      { ...simple, ...base },
      { ...simple, ...head },
    ]);
    t.equal(judgement.fault, undefined);
    t.equal(judgement[want], 1, JSON.stringify(judgement));
    t.end();
  });
}
