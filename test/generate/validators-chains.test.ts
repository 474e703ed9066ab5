// Schemas that each reference the next one twice: the cost of a validator grows linearly with the chain, and
// does not double with every link. The chains are so long that exponential work would not end.
import t from "tap";
import { emittedValidators, errorsOf } from "./emitted-validators.ts";

const length = 60;

type Link = (next: { readonly $ref: string }) => object;

/** `S0` references `S1` twice, and so on, down to the last. */
function chain(link: Link, last: object): Record<string, object> {
  const schemas = Array.from({ length }, (_, index): [string, object] => {
    return [`S${index}`, link({ $ref: `#/components/schemas/S${index + 1}` })];
  });
  return Object.fromEntries([...schemas, [`S${length}`, last]]);
}

const letter = { type: "string", maxLength: 1 };
const message = "must NOT have more than 1 characters";

t.test("two references to one schema are validated once", async (t) => {
  const table = {
    allOf: { valid: true, errors: [message] },
    anyOf: { valid: true, errors: [message, ...Array<string>(length).fill("must match a schema in anyOf")] },
    // Two equal branches match together or not at all, so exactly one never does; the last link is invalid
    // for every value.
    oneOf: { valid: false, errors: undefined },
  };
  for (const [keyword, { valid, errors }] of Object.entries(table)) {
    const schemas = chain((next) => ({ [keyword]: [next, next] }), letter);
    const { schemas: validators } = await emittedValidators(t, { schemas });
    t.equal(validators["S0"]?.("a"), valid);
    const found = errorsOf(validators["S0"], "ab").map((error) => error.replace(/^.*?: /, ""));
    if (errors !== undefined) t.same(found, errors);
    t.ok(found.length > 0);
  }
});

/** Two references that apply to the same value, in different keywords. */
const links: Readonly<Record<string, Link>> = {
  allOf: (next) => ({ allOf: [next, { allOf: [next] }] }),
  anyOf: (next) => ({ anyOf: [next, { allOf: [next] }] }),
  "allOf beside a word that says nothing": (next) => ({ allOf: [next, { ...next, minLength: 0 }] }),
  "oneOf of which one is wrong": (next) => ({ oneOf: [next, { allOf: [next, false] }] }),
  not: (next) => ({ not: { not: { anyOf: [{ allOf: [next, false] }, next] } } }),
  if: (next) => ({ if: next, then: next, else: { allOf: [next] } }),
  "allOf of two that others share": (next) => ({
    allOf: [{ anyOf: [next, { $ref: next.$ref }] }, { anyOf: [next] }],
  }),
};

for (const [name, link] of Object.entries(links)) {
  t.test(`a chain of ${name}`, async (t) => {
    const { schemas } = await emittedValidators(t, { schemas: chain(link, letter) });
    const check = schemas["S0"];
    t.equal(check?.("a"), true);
    t.equal(check?.("ab"), false);
    t.match(check?.errors?.[0], {
      instancePath: "",
      message: name === "not" ? /must NOT be valid/ : message,
    });
    t.equal(check?.("a"), true, "and keeps nothing of what was wrong");
  });
}

t.test("in a chain of nested values each is validated once, and errors have their locations", async (t) => {
  const link: Link = (next) => ({
    allOf: [
      { properties: { n: next } },
      { allOf: [{ properties: { n: next } }] },
      { properties: { m: next } },
    ],
  });
  const { schemas } = await emittedValidators(t, { schemas: chain(link, letter) });
  const nested = (last: string) => {
    let value: unknown = last;
    for (let level = 0; level < length; level += 1) value = { n: value, m: level % 2 === 0 ? value : {} };
    return value;
  };
  const deep = schemas["S0"];
  // `m` contains an object where the last schema requires a string.
  t.equal(deep?.({ n: {}, m: {} }), true);
  t.equal(deep?.(nested("ab")), false);
  t.match(deep?.errors?.[0], { instancePath: "/n".repeat(length), message });
});

t.test("a chain of schemas with unevaluated properties is validated in linear time", async (t) => {
  const seen = { type: "object", properties: { a: true } };
  const schemas = chain((next) => ({ anyOf: [next, { allOf: [next], title: "again" }] }), seen);
  const closed = { allOf: [{ $ref: "#/components/schemas/S0" }], unevaluatedProperties: false };
  const { schemas: validators } = await emittedValidators(t, { schemas: { ...schemas, Closed: closed } });
  t.equal(validators["Closed"]?.({ a: 1 }), true);
  t.same(errorsOf(validators["Closed"], { a: 1, b: 1 }), [
    " unevaluatedProperties: must NOT have unevaluated properties",
  ]);
});

t.test("a value that changed between two validations is validated again", async (t) => {
  const { schemas } = await emittedValidators(t, { schemas: chain(links["allOf"]!, { required: ["a"] }) });
  const value: Record<string, unknown> = {};
  t.equal(schemas["S0"]?.(value), false);
  value["a"] = 1;
  t.equal(schemas["S0"]?.(value), true);
});

t.test(
  "no results are kept for a large value unless its schemas apply twice to the same location",
  async (t) => {
    const item = {
      type: "object",
      properties: { a: letter, b: letter, c: letter },
      required: ["a"],
      maxProperties: 4,
    };
    const list = (name: string) => ({ type: "array", items: { $ref: `#/components/schemas/${name}` } });
    const { schemas, code } = await emittedValidators(t, {
      schemas: { Item: item, Both: { properties: { one: list("Item"), other: list("Item") } } },
    });
    t.match(code, "work.knows(");
    const items = Array.from({ length: 3000 }, () => ({ a: "ab" }));
    t.equal(schemas["Both"]?.({ one: items, other: [{}] }), false);
    // A hundred of the first list, as always, and all of the second.
    t.ok((schemas["Both"]?.errors?.length ?? 0) > 100);
  },
);
