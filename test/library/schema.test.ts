// The schema solver as a library: proofs, values and reasons.
import { readFileSync } from "node:fs";
import { runInNewContext } from "node:vm";
import t from "tap";
import { accepts, isContained, smallestMember, valueBetween } from "../../scripts/contract/library/schema.ts";

t.test("the examples in the READMEs are true", (t) => {
  const call: Record<string, (...given: never[]) => unknown> = { isContained, smallestMember };
  for (const path of ["scripts/README.md", "scripts/contract/README.md"]) {
    const lines = [
      ...readFileSync(path, "utf8").matchAll(/^(isContained|smallestMember)\((.*)\); \/\/ (.*)$/gm),
    ];
    t.equal(lines.length, 3, path);
    for (const [line, name = "", given, want] of lines) {
      const read = (text = ""): unknown => runInNewContext(text);
      t.same(call[name]?.(...(read(`[${given}]`) as never[])), read(`(${want})`), line);
    }
  }
  t.end();
});

t.test("a containment is proved, disproved by a value, or undecided with its reason", (t) => {
  const node = { type: "object", properties: { next: { $ref: "#/$defs/node" } } };
  const cases = [
    { given: [{ const: 1 }, { type: "integer" }], want: { contained: true } },
    {
      given: [{ type: "string" }, { type: "string", maxLength: 1 }],
      want: { contained: false, value: "aa" },
    },
    { given: [{ $ref: "#/$defs/node", $defs: { node } }, { type: "object" }], want: { contained: true } },
    {
      given: [{ $ref: "#/no/where" }, { type: "object" }],
      want: { contained: undefined, reason: "nothing is found at #/no/where" },
    },
  ] as const;
  for (const { given, want } of cases) t.same(isContained(given[0], given[1]), want, JSON.stringify(given));
  t.end();
});

t.test("references are resolved against the given root, and views hide properties", (t) => {
  const root = {
    components: {
      schemas: { Id: { type: "object", required: ["id"], properties: { id: { readOnly: true } } } },
    },
  };
  const schema = { $ref: "#/components/schemas/Id" };
  t.same(smallestMember(schema, { root }), { kind: "found", value: { id: null } });
  t.same(smallestMember(schema, { root, view: "request" }), { kind: "found", value: {} });
  t.end();
});

t.test("a search ends at its maximum number of steps", (t) => {
  const two = [
    {
      anyOf: [
        { type: "string", minLength: 3 },
        { type: "array", minItems: 2 },
      ],
    },
    { maxLength: 2 },
  ] as const;
  t.match(valueBetween([two[0]], [two[1]], { steps: 1 }), { kind: "undecided", reason: /budget|steps/ });
  t.match(valueBetween([two[0]], [two[1]]), { kind: "found", value: "aaa" });
  t.same(smallestMember(false), { kind: "none" });
  t.end();
});

t.test("a schema that cannot be evaluated neither accepts nor rejects", (t) => {
  t.same(accepts({ type: "string" }, "a"), { accepted: true, errors: [] });
  t.same(accepts({ maxLength: 1 }, "ab"), {
    accepted: false,
    errors: ["must NOT have more than 1 characters"],
  });
  t.match(accepts({ $ref: "#/x" }, 1), { accepted: undefined, errors: [/nothing is found/] });
  t.end();
});
