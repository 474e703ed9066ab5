// Every type of parameter against every other, in several styles: each verdict must agree with the exchange
// checker.
import t from "tap";
import { compare } from "../../scripts/contract/diff/compare.ts";
import { checkParameter } from "../../scripts/contract/exchange/check-parameters.ts";
import { serialise } from "../../scripts/contract/exchange/serialise.ts";
import { type WireParameter, wireParameter } from "../../scripts/contract/exchange/wire-parameter.ts";
import { accepts } from "../../scripts/contract/containment/confirm.ts";
import type { Json, JsonObject } from "../../scripts/contract/document/document.ts";
import { inMemoryDocument } from "../diff/in-memory-document.ts";

const types: Readonly<Record<string, JsonObject>> = {
  string: { type: "string" },
  short: { type: "string", maxLength: 3 },
  integer: { type: "integer" },
  notNegative: { type: "number", minimum: 0 },
  boolean: { type: "boolean" },
  list: { type: "array", items: { type: "string" } },
  integers: { type: "array", items: { type: "integer" } },
  one: { type: "array", items: { type: "string" }, maxItems: 1 },
  map: { type: "object", additionalProperties: { type: "integer" } },
  either: { anyOf: [{ type: "integer" }, { type: "array", items: { type: "integer" } }] },
  any: {},
};

/**
 * Enough values to distinguish all of these types on the wire. No map contains the name of the parameter
 * itself.
 */
const values: readonly Json[] = [
  ...["a", "abcd", "1", "a,b", "1,2", 0, 12, -1, 0.5, true],
  ...[["a"], ["a", "b"], ["x", "yyyy"], [1], [1, 2], [1, 2, 3], [12345, 67890], [true]],
  ...[{ c: 4 }, { a: "x" }, { c: 4, d: 5 }],
];

const styles = [
  { in: "query", style: "form", explode: true },
  { in: "query", style: "form", explode: false },
  { in: "header", style: "simple", explode: false },
];

t.setTimeout(240_000);

for (const style of styles) {
  t.test(`parameter types in ${style.in}, ${style.explode ? "exploded" : "not exploded"}`, (t) => {
    for (const [from, sent] of Object.entries(types)) {
      for (const [to, read] of Object.entries(types)) {
        if (from === to) continue;
        const [base, head] = [node(style, sent), node(style, read)];
        const { counts } = compare(documentWith(base), documentWith(head));
        const decided = counts.undecided > 0 ? "undecided" : counts.breaking > 0 ? "breaking" : "compatible";
        const rejected = values.some((value) => isRejected(base, head, value));
        // These values may miss a breaking change; the search may not.
        const isRight = rejected ? decided === "breaking" : decided !== "undecided";
        t.ok(isRight, `${from} to ${to}: ${decided}`);
      }
    }
    t.end();
  });
}

const content = (media: string) => (schema: JsonObject) => ({ content: { [media]: { schema } } });
const styled = (style: string, explode: boolean) => (schema: JsonObject) => ({ style, explode, schema });
const ways: Readonly<Record<string, readonly ((schema: JsonObject) => JsonObject)[]>> = {
  path: ["simple", "label", "matrix"].flatMap((style) => [styled(style, false), styled(style, true)]),
  query: [
    ...[
      styled("form", true),
      styled("form", false),
      styled("pipeDelimited", false),
      styled("deepObject", true),
    ],
    ...[content("application/json"), content("text/plain")],
  ],
  header: [styled("simple", false), styled("simple", true), content("application/json")],
  cookie: [styled("form", false), styled("form", true), content("application/json")],
};
const record = { type: "object", properties: { c: { type: "integer" }, a: { type: "string" } } };
const crossed = ["string", "integers"].map((name): [string, JsonObject] => [name, types[name] ?? {}]);

for (const [place, styles] of Object.entries(ways)) {
  t.test(`${place} parameters: every style against every other`, (t) => {
    // The members of an object in a query or cookie are parameters of their own.
    const shapes: [string, JsonObject][] =
      place === "path" || place === "header" ? [...crossed, ["record", record]] : crossed;
    for (const [before, after] of styles.flatMap((one) => styles.map((other) => [one, other] as const))) {
      for (const [from, sent] of shapes) {
        for (const [to, read] of shapes) {
          const [base, head] = [before(sent), after(read)].map((said) => ({
            name: "p",
            in: place,
            required: place === "path",
            ...said,
          }));
          const { counts } = compare(documentWith(base!), documentWith(head!));
          const rejected = values.some((value) => isRejected(base!, head!, value));
          const title = [from, JSON.stringify(base), "to", to, JSON.stringify(head)].join(" ");
          t.equal(counts.undecided, 0, title);
          if (rejected) t.ok(counts.breaking > 0, title);
        }
      }
    }
    t.end();
  });
}

t.test("a JSON parameter and a plain text parameter are incompatible in both directions", (t) => {
  const text = { type: "string" };
  const [json, plain] = [content("application/json")(text), styled("form", true)(text)].map((said) =>
    documentWith({ name: "p", in: "query", ...said }),
  );
  t.match(compare(json!, plain!).findings, [{ verdict: "breaking", rule: "parameter-style" }]);
  t.match(compare(plain!, json!).findings, [{ verdict: "breaking", rule: "parameter-style" }]);
  const number = { type: "integer" };
  const [before, after] = [content("application/json")(number), styled("form", true)(number)].map((said) =>
    documentWith({ name: "p", in: "query", ...said }),
  );
  t.equal(compare(before!, after!).counts.breaking, 0);
  t.equal(compare(after!, before!).counts.undecided, 0);
  t.end();
});

function node(style: JsonObject, schema: JsonObject): JsonObject {
  return { name: "p", ...style, schema };
}

function documentWith(parameter: JsonObject) {
  const operation = { operationId: "o", parameters: [parameter], responses: { 200: { description: "ok" } } };
  return inMemoryDocument({
    openapi: "3.1.0",
    info: { title: "t", version: "1.0.0" },
    paths: { [parameter["in"] === "path" ? "/x/{p}" : "/x"]: { get: operation } },
  });
}

function isRejected(base: JsonObject, head: JsonObject, value: Json): boolean {
  const [sent, read] = [base, head].map((node) => wireParameter({ pointer: "/p", node })!) as [
    WireParameter,
    WireParameter,
  ];
  const reading = { root: {}, view: "request", closed: false } as const;
  if (!accepts({ ...reading, schema: sent.schema.schema }, value).valid) return false;
  const { text, pairs } = serialise(sent, value);
  const joined = (sign: string) => pairs.map((pair) => pair.join("=")).join(sign);
  const { place } = sent;
  const header = { header: ["p", text] as const, cookie: ["cookie", joined("; ")] as const };
  const raw = {
    path: place === "path" ? [text] : [],
    query: place === "query" ? joined("&") : "",
    headers: place === "header" || place === "cookie" ? [header[place]] : [],
  };
  const position = place === "path" ? 0 : undefined;
  const isSent = checkParameter(reading, sent, position, raw).length === 0;
  return isSent && checkParameter(reading, read, position, raw).length > 0;
}
