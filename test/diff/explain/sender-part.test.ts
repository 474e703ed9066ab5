import t from "tap";
import { senderPart } from "../../../scripts/contract/diff/explain/sender-part.ts";
import type { Step } from "../../../scripts/contract/diff/explain/location.ts";
import type { Json } from "../../../scripts/contract/document/document.ts";

const root = { S: { type: "object", properties: { a: { type: "string" } } } };
const name = (name: string): Step => ({ kind: "property", name });
const others: Step = { kind: "others", names: ["a"], patterns: [] };

/** The schemas that a sender's part satisfies; undefined if the sender never sends it. */
function sent(schema: Json, step: Step, closed = true): readonly Json[] | undefined {
  return senderPart({ root, view: "request", closed }, [{ schema }], step)?.map((part) => part.schema);
}

t.test("a sender's property satisfies its schemas, through references and compositions", (t) => {
  const string = { type: "string" };
  const short = { maxLength: 3 };
  const cases: { name: string; schema: Json; step: Step; want: readonly Json[] | undefined }[] = [
    { name: "declared", schema: { properties: { a: string } }, step: name("a"), want: [string] },
    { name: "behind a reference", schema: { $ref: "#/S" }, step: name("a"), want: [string] },
    {
      name: "declared twice",
      schema: { allOf: [{ $ref: "#/S" }, { properties: { a: short } }] },
      step: name("a"),
      want: [string, short],
    },
    {
      name: "by patternProperties",
      schema: { patternProperties: { "^a": short } },
      step: name("a"),
      want: [short],
    },
    {
      name: "by additionalProperties",
      schema: { properties: { b: true }, additionalProperties: short },
      step: name("a"),
      want: [short],
    },
    {
      name: "never: closed by hand",
      schema: { properties: { b: true }, additionalProperties: false },
      step: name("a"),
      want: undefined,
    },
    { name: "never: not declared", schema: { properties: { b: true } }, step: name("a"), want: undefined },
    {
      name: "never: readOnly",
      schema: { properties: { a: { readOnly: true } } },
      step: name("a"),
      want: undefined,
    },
    { name: "anything: free-form", schema: { type: "object" }, step: name("a"), want: [true] },
    {
      name: "anything: one branch has no constraint",
      schema: { anyOf: [{ $ref: "#/S" }, { type: "object" }] },
      step: name("a"),
      want: [true],
    },
    {
      name: "one of several",
      schema: { anyOf: [{ properties: { a: string } }, { properties: { a: short } }] },
      step: name("a"),
      want: [{ anyOf: [string, short] }],
    },
    { name: "the values of a map", schema: { additionalProperties: short }, step: others, want: [short] },
    { name: "no further names", schema: { properties: { a: string } }, step: others, want: undefined },
    {
      name: "an item",
      schema: { prefixItems: [string], items: short },
      step: { kind: "item", index: 0 },
      want: [string],
    },
    {
      name: "a later item",
      schema: { prefixItems: [string], items: short },
      step: { kind: "item", index: 1 },
      want: [short],
    },
    { name: "all items", schema: { items: short }, step: { kind: "items", after: 0 }, want: [short] },
    {
      name: "items that are a tuple here",
      schema: { prefixItems: [string], items: short },
      step: { kind: "items", after: 0 },
      want: [{ anyOf: [string, short] }],
    },
  ];
  for (const { name, schema, step, want } of cases) t.same(sent(schema, step), want, name);
  t.same(
    sent({ properties: { b: true } }, name("a"), false),
    [true],
    "in the open world anything may be sent",
  );
  t.end();
});
