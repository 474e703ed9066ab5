// The search with references, views and several sides; what it leaves undecided, and why.
import t from "tap";
import type { Json, JsonObject } from "../../scripts/contract/document/document.ts";
import { Budget } from "../../scripts/contract/containment/budget.ts";
import { memberOf, search, shareProofs, type Side } from "../../scripts/contract/containment/search.ts";
import { cat, dog, object, string } from "./support/api-schemas.ts";
import { sent, written } from "./support/sides.ts";

t.test("the search follows circular references", (t) => {
  const tree = (value: Json): Side => {
    const node = object(
      { value, children: { type: "array", items: { $ref: "#/$defs/node" } } },
      { required: ["value"] },
    );
    return sent({ $ref: "#/$defs/node" }, { $defs: { node } });
  };
  const cases: readonly { given: readonly [Side, Side]; want: Json }[] = [
    { given: [tree(string), tree({ type: ["string", "null"] })], want: "none" },
    { given: [tree({ type: ["string", "null"] }), tree(string)], want: { value: null } },
    { given: [tree(string), tree({ description: "prose", ...string })], want: "none" },
  ];
  for (const { given, want } of cases) {
    const result = search({ accepts: [given[0]], rejects: [{ ...given[1], closed: false }] });
    t.strictSame(result.kind === "found" ? result.instance : result.kind, want);
  }
  const endless = sent(
    { $ref: "#/$defs/a" },
    { $defs: { a: object({ a: { $ref: "#/$defs/a" } }, { required: ["a"] }) } },
  );
  t.equal(memberOf(endless).kind, "none", "a value that must hold itself does not exist");
  const unrolled = { $defs: { a: { items: { $ref: "#/$defs/a" }, type: "array" } } };
  const once = written({ items: { items: { $ref: "#/$defs/a" }, type: "array" }, type: "array" }, unrolled);
  const whole = written({ $ref: "#/$defs/a" }, unrolled);
  t.equal(search({ accepts: [once], rejects: [whole] }).kind, "none", "unrolled once is contained");
  t.equal(search({ accepts: [whole], rejects: [once] }).kind, "none", "and contains");
  t.end();
});

t.test("the search hides readOnly properties in requests and writeOnly ones in responses", (t) => {
  const schema = object(
    { id: { $ref: "#/$defs/id" }, secret: { ...string, writeOnly: true } },
    { required: ["id", "secret"] },
  );
  const root = { $defs: { id: { ...string, readOnly: true } } };
  const cases = [
    { view: "request", want: { secret: "" } },
    { view: "response", want: { id: "" } },
    { view: "none", want: { id: "", secret: "" } },
  ] as const;
  for (const { view, want } of cases) {
    t.match(memberOf({ ...sent(schema, root), view }), { kind: "found", instance: want }, view);
  }
  const split = { allOf: [{ $ref: "#/$defs/base" }, { required: ["id"] }] };
  const base = { $defs: { base: object({ id: { ...string, readOnly: true } }) } };
  t.match(
    memberOf({ ...sent(split, base), view: "request" }),
    { instance: {} },
    "required may stand beside it",
  );
  const kind = (name: string, id: JsonObject): JsonObject => ({
    type: "object",
    properties: { kind: { const: name }, id },
    required: ["kind"],
  });
  const hidden = { ...string, readOnly: true };
  const branches = (...oneOf: JsonObject[]): JsonObject => ({ allOf: [{ required: ["id"] }, { oneOf }] });
  const without = written({ type: "object", not: { required: ["id"] } });
  const each = sent(branches(kind("a", hidden), kind("b", { $ref: "#/$defs/id" }), { type: "null" }), root);
  t.match(
    search({ accepts: [{ ...each, view: "request" }, without], rejects: [] }),
    { kind: "found", instance: { kind: /^[ab]$/ } },
    "each branch for objects hides it",
  );
  const circle = { $defs: { a: { anyOf: [{ $ref: "#/$defs/a" }, kind("a", hidden)] }, id: hidden } };
  const round = sent({ required: ["id"], $ref: "#/$defs/a" }, circle);
  t.doesNotThrow(() => memberOf({ ...round, view: "request" }), "a circle of branches ends");
  const one = sent(branches(kind("a", hidden), kind("b", string)));
  t.match(search({ accepts: [{ ...one, view: "request" }, without], rejects: [] }), { kind: "none" });
  t.end();
});

t.test("the search intersects several sides", (t) => {
  const tag = written({ properties: { kind: { const: "dog" } }, required: ["kind"], type: "object" });
  const found = search({ accepts: [sent({ oneOf: [cat, dog] }), tag], rejects: [written(cat)] });
  t.match(found, { kind: "found", instance: { kind: "dog" } });
  const two = search({ accepts: [written(true)], rejects: [written(string), written({ type: "null" })] });
  t.match(two, { kind: "found", instance: false }, "refused by every side");
  t.end();
});

t.test("an undecided search names the keyword and its location", (t) => {
  const back = { ...string, pattern: "^(a*)b\\1$" };
  const cases: { schema: Json; keyword: string; pointer: string }[] = [
    {
      schema: { properties: { a: { $dynamicRef: "#x" } }, type: "object", required: ["a"] },
      keyword: "$dynamicRef",
      pointer: "/start/properties/a/$dynamicRef",
    },
    {
      schema: { $schema: "http://json-schema.org/draft-04/schema#" },
      keyword: "$schema",
      pointer: "/start/$schema",
    },
    { schema: { $ref: "#/nowhere" }, keyword: "$ref", pointer: "/start/$ref" },
    { schema: { ...string, pattern: "(?i)^a$" }, keyword: "pattern", pointer: "/start/pattern" },
    { schema: { allOf: [back, { pattern: "c" }] }, keyword: "pattern", pointer: "/start/allOf/0/pattern" },
    {
      schema: { type: "string", format: "idn-email", pattern: "^x{30}@" },
      keyword: "format",
      pointer: "/start/format",
    },
  ];
  for (const single of [{}, { unevaluatedProperties: false }]) {
    const dependent = {
      dependentSchemas: {
        "a/b": { required: ["c"], properties: { c: { type: "string", pattern: "(?i)x" } } },
      },
    };
    cases.push({
      schema: { properties: { "a/b": string }, type: "object", required: ["a/b"], ...dependent, ...single },
      keyword: "pattern",
      pointer: "/start/dependentSchemas/a~1b/properties/c/pattern",
    });
  }
  for (const { schema, keyword, pointer } of cases) {
    const result = search({ accepts: [{ ...written(schema), pointer: "/start" }], rejects: [] });
    t.match(result, { kind: "undecided", keyword, pointer, reason: String }, JSON.stringify(schema));
  }
  t.end();
});

t.test("a pattern too large for an automaton equals itself", (t) => {
  const back = { ...string, pattern: "^(a*)b\\1$" };
  t.equal(search({ accepts: [written(back)], rejects: [written({ pattern: back.pattern })] }).kind, "none");
  const witness = search({ accepts: [written(back)], rejects: [written({ pattern: "a" })] });
  t.match(witness, { kind: "found", instance: String }, "and words are tried on it");
  t.end();
});

t.test("the search ends in time and with a reason, whatever the schema", (t) => {
  let deep: Json = string;
  for (let level = 0; level < 3000; level += 1) deep = { items: deep };
  let nested: Json = string;
  for (let level = 0; level < 3000; level += 1) nested = { allOf: [nested] };
  const itself = { $defs: { a: { allOf: [{ $ref: "#/$defs/a" }] } } };
  const chain = {
    $defs: Object.fromEntries(
      Array.from({ length: 5000 }, (_, at) => [`d${at}`, { not: { $ref: `#/$defs/d${at + 1}` } }]),
    ),
  };
  const cases = [
    { title: "deep items", side: written(deep) },
    { title: "deep allOf", side: written(nested) },
    {
      title: "a schema that references itself",
      side: written({ $ref: "#/$defs/a", type: "string" }, itself),
    },
    { title: "a long chain of references", side: written({ $ref: "#/$defs/d0" }, chain) },
    { title: "an array of a billion items", side: written({ type: "array", minItems: 1e9 }) },
    { title: "a string of a billion characters", side: written({ type: "string", minLength: 1e9 }) },
    {
      title: "a pattern of a million states",
      side: written({ ...string, pattern: "^(.*a.{40}|x){3}$", not: { const: "" } }),
    },
  ];
  for (const { title, side } of cases) {
    const result = search({ accepts: [side], rejects: [written({ const: 1 })] });
    t.ok(["found", "none", "undecided"].includes(result.kind), `${title}: ${result.kind}`);
    t.same(
      search({ accepts: [side], rejects: [written({ const: 1 })] }),
      result,
      `${title}: the same when asked again`,
    );
  }
  const spent = search({ accepts: [written({ allOf: [cat, dog] })], rejects: [], budget: new Budget(1) });
  t.match(spent, { kind: "undecided", reason: "the search spent its budget" });
  t.end();
});

t.test("a value whose texts are too long together is not written down", (t) => {
  const schema = { type: "array", minItems: 1000, items: { type: "string", minLength: 900_000 } };
  const found = search({ accepts: [{ root: {}, schema, view: "none", closed: false }], rejects: [] });
  t.match(found, { kind: "undecided", recipe: "a value of 900000000 characters" });
  t.end();
});

t.test("documents that share proofs decide an equal question with fewer steps, and equally", (t) => {
  const sides = () => {
    const inner = object({ name: string, age: { type: "integer" } }, { required: ["name", "age"] });
    const root: JsonObject = { $defs: { inner } };
    const side = (schema: JsonObject): Side => ({ root, schema, view: "none", closed: false });
    const sent = side({ anyOf: [cat, dog, { $ref: "#/$defs/inner" }] });
    return {
      root,
      query: { accepts: [sent], rejects: [side({ anyOf: [{ $ref: "#/$defs/inner" }, dog, cat] })] },
    };
  };
  const steps = (query: ReturnType<typeof sides>["query"]): number => {
    const budget = new Budget();
    const before = budget.left;
    t.equal(search({ ...query, budget }).kind, "none");
    return before - budget.left;
  };
  const [first, apart, other] = [sides(), sides(), sides()];
  shareProofs(first.root, other.root);
  const full = steps(first.query);
  t.equal(steps(apart.query), full);
  t.ok(steps(other.query) < full);
  t.end();
});
