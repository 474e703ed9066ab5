// Unions of very many branches that constants and tags separate are decided, and those of some that overlap.
import t from "tap";
import { compare } from "../../scripts/contract/diff/compare.ts";
import type { Json, JsonObject } from "../../scripts/contract/document/document.ts";
import { documentOf } from "./in-memory-document.ts";

// Allow for a busy machine.
t.setTimeout(600_000);

const part = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });
const oneOf = (count: number, make: (at: number) => Json): JsonObject => ({
  oneOf: Array.from({ length: count }, (_, at) => make(at)),
});
const tagged = (at: number, more: JsonObject = {}): JsonObject => ({
  type: "object",
  properties: { kind: { const: `k${at}` }, ...more },
  required: ["kind"],
});
const link: JsonObject = { type: "string", format: "uri" };
/** Branches without a tag: several may accept one value. */
const linked = (at: number, more: JsonObject): JsonObject => ({
  type: "object",
  properties: { [`u${at}`]: link, ...more },
  required: [`u${at}`],
});
const text = (maxLength: number): JsonObject => ({ value: { type: "string", maxLength } });

const cases: readonly {
  readonly title: string;
  readonly base: JsonObject;
  readonly head: JsonObject;
  readonly want: readonly [string, string][];
}[] = [
  {
    title: "the removal of one of 2,000 constants",
    base: oneOf(2000, (at) => ({ const: `v${at}`, title: `T${at}` })),
    head: oneOf(1999, (at) => ({ const: `v${at}`, title: `T${at}` })),
    want: [
      ["request", "breaking"],
      ["response", "compatible"],
    ],
  },
  {
    title: "the removal of one of 1,000 tagged branches",
    base: oneOf(1000, (at) => tagged(at, text(at + 1))),
    head: oneOf(999, (at) => tagged(at, text(at + 1))),
    want: [
      ["request", "breaking"],
      ["response", "compatible"],
    ],
  },
  {
    title: "a hundred tagged branches that all accept more",
    base: oneOf(100, (at) => tagged(at, text(5))),
    head: oneOf(100, (at) => tagged(at, text(10))),
    want: [
      ["request", "compatible"],
      ["response", "breaking"],
    ],
  },
  {
    title: "a property that all of 16 overlapping branches gain",
    base: oneOf(16, (at) => linked(at, {})),
    head: oneOf(16, (at) => linked(at, { page: link })),
    want: [
      ["request", "compatible"],
      ["response", "compatible"],
    ],
  },
  {
    // Where `page` is no link, only the first branch accepts, and base accepts two.
    title: "a property that all of 16 overlapping branches but one gain",
    base: oneOf(16, (at) => linked(at, {})),
    head: oneOf(16, (at) => linked(at, at === 0 ? {} : { page: link })),
    want: [
      ["request", "compatible"],
      ["response", "breaking"],
    ],
  },
];

for (const { title, base, head, want } of cases) {
  t.test(`${title} is decided`, (t) => {
    const { findings } = compare(documentOf(base), documentOf(head));
    t.same(
      findings.filter(({ verdict }) => verdict !== "notice").map(({ side, verdict }) => [side, verdict]),
      want,
    );
    t.end();
  });
}

t.test("an optional property is added in a block of a text whose blocks contain one another", (t) => {
  const text = (more: JsonObject) => documentOf(part("All"), blocks(16, more));
  const { counts } = compare(text({}), text({ slug: { type: "string" } }));
  t.match(counts, { breaking: 0, undecided: 0 });
  t.end();
});

/** Blocks with a tag and a list of other ones, in unions that contain one another; `more` is in the last. */
function blocks(count: number, more: JsonObject): JsonObject {
  const half = count / 2;
  const range = (from: number) => Array.from({ length: half }, (_, at) => part(`B${from + at}`));
  const nested = (at: number): JsonObject => {
    if (at % 3 === 0) return part("Some");
    if (at % 3 === 2) return part("All");
    return { oneOf: [part("Some"), ...[1, 2, 3].map((step) => part(`B${half + ((at + step) % half)}`))] };
  };
  const block = (at: number): JsonObject => ({
    type: "object",
    properties: {
      object: { const: "block" },
      type: { const: `b${at}` },
      key: { type: "string" },
      data: { type: "object", properties: { [`d${at}`]: { type: "string" } } },
      nodes: { type: "array", items: nested(at) },
      ...(at === count - 1 ? more : {}),
    },
    required: ["object", "type", "nodes"],
  });
  return {
    Some: { oneOf: range(0) },
    All: { oneOf: [part("Some"), ...range(half)] },
    ...Object.fromEntries(Array.from({ length: count }, (_, at) => [`B${at}`, block(at)])),
  };
}
