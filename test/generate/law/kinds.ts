// A document of schemas for which types and validators once differed, and of random ones.
import { fc } from "../../support/laws.ts";
import type { Json, JsonObject } from "../../../scripts/contract/document/document.ts";

const ref = (name: string): Json => ({ $ref: `#/components/schemas/${name}` });
const text = { type: "string" };
const moment = { type: "string", format: "date-time" };
const closed = (properties: Json, required: Json = []): Json => ({
  type: "object",
  properties,
  required,
  additionalProperties: false,
});

/** Each kind of schema for which types and validators once differed, or might. */
const table: Readonly<Record<string, Json>> = {
  Free: { type: "object" },
  FreeOrNull: { type: ["object", "null"] },
  None: { type: "object", additionalProperties: false },
  Nothing: { enum: [] },
  EnumOfObjects: { enum: [{ a: 1 }, ["x", 1], null] },
  NullLess: { type: ["string", "null"], enum: ["x", "y"] },
  Consts: { oneOf: [{ const: "x" }, { const: 1 }] },
  Tuple: { type: "array", prefixItems: [text, { type: "number" }] },
  LongTuple: { type: "array", prefixItems: [text, { type: "number" }], minItems: 1, items: { type: "null" } },
  ClosedTuple: { type: "array", prefixItems: [text], items: false },
  Beside: {
    type: "object",
    properties: { a: { type: "number" } },
    required: ["a"],
    additionalProperties: { type: "number" },
  },
  Base: { type: "object", properties: { a: text, b: { type: "number" } } },
  RequiredBeside: { allOf: [ref("Base")], required: ["a"] },
  OneRequired: {
    ...(closed({ a: text, b: { type: "number" } }) as object),
    anyOf: [{ required: ["a"] }, { required: ["b"] }],
  },
  NullableRef: { anyOf: [ref("Base"), { type: "null" }] },
  Names: { type: "object", propertyNames: { enum: ["a"] }, additionalProperties: text },
  Patterns: { type: "object", patternProperties: { "^": text }, additionalProperties: false },
  Record: { type: "object", required: ["a"], properties: { a: ref("Tree") } },
  Tree: {
    anyOf: [
      text,
      { type: "array", items: ref("Tree") },
      { type: "object", additionalProperties: ref("Tree") },
    ],
  },
  Größe: { $defs: { Inner: text }, type: "array", items: { $ref: "#/components/schemas/Größe/$defs/Inner" } },
  Cat: closed({ kind: { enum: ["cat"] }, a: text }, ["kind"]),
  Dog: closed({ kind: { enum: ["dog"] }, b: { type: "number" } }, ["kind"]),
  Pet: { oneOf: [ref("Cat"), ref("Dog")], discriminator: { propertyName: "kind" } },
  Expression: {
    anyOf: [
      { type: "number" },
      {
        type: "array",
        prefixItems: [{ const: "and" }, ref("Expression"), ref("Expression")],
        minItems: 3,
        items: false,
      },
    ],
  },
  Filter: {
    anyOf: [
      { type: "number" },
      { type: "array", prefixItems: [{ const: "all" }], items: ref("Filter"), minItems: 1 },
      { type: "array", prefixItems: [{ const: "any" }, ref("Filter")], items: ref("Filter") },
      {
        type: "array",
        prefixItems: [{ const: "case" }, ref("Filter"), ref("Filter"), ref("Filter"), ref("Filter")],
        minItems: 3,
        items: false,
      },
    ],
  },
  Pair: { type: "array", prefixItems: [{ anyOf: [text, ref("Pair")] }, ref("Nullable")], items: false },
  Nullable: { anyOf: [{ type: "null" }, { type: "array", prefixItems: [ref("Nullable")], items: false }] },
  Linked: {
    type: "object",
    properties: { value: text, next: { anyOf: [ref("Linked"), { type: "null" }] } },
    required: ["next"],
  },
  Even: { type: "object", properties: { odd: { type: "array", items: ref("Odd") } } },
  Odd: { allOf: [{ type: "object", properties: { even: ref("Even") } }], required: ["even"] },
  Mapped: { type: "object", additionalProperties: { anyOf: [ref("Mapped"), { type: "number" }] } },
  Dates: {
    type: "object",
    properties: {
      one: moment,
      maybe: { anyOf: [moment, { type: "null" }] },
      list: { type: "array", items: moment },
      pair: { type: "array", prefixItems: [moment, text], items: false },
      map: { type: "object", additionalProperties: moment },
      orNumber: { anyOf: [moment, { type: "number" }] },
    },
  },
  Log: closed(
    {
      id: { type: "string", readOnly: true },
      secret: { type: "string", writeOnly: true },
      rows: {
        type: "array",
        items: closed({ at: { type: "string", format: "date-time", readOnly: true }, by: text }, ["at"]),
      },
    },
    ["id", "secret"],
  ),
  Inherits: {
    allOf: [
      {
        type: "object",
        properties: { id: { type: "string", readOnly: true }, secret: { type: "string", writeOnly: true } },
      },
    ],
    required: ["id", "secret"],
  },
  Asks: { type: "object", properties: { id: text, secret: text }, required: ["id", "secret"] },
  LiftsAsked: {
    allOf: [
      ref("Asks"),
      { properties: { id: { readOnly: true }, secret: { writeOnly: true } } },
      { type: "object", required: ["secret"] },
    ],
  },
  BranchesLift: {
    required: ["id", "kind"],
    oneOf: [
      closed({ kind: { const: "a" }, id: { type: "string", readOnly: true } }),
      closed({ kind: { const: "b" }, id: { type: "number", readOnly: true } }),
    ],
  },
  Extended: { $ref: "#/components/schemas/Base", properties: { b: { const: 1 } }, required: ["b"] },
  TwoParents: {
    allOf: [ref("Base"), { type: "object", properties: { a: { enum: ["x", "y"] } } }],
    required: ["a"],
  },
  Undeclared: { type: "object", required: ["a"] },
  Disjoint: { allOf: [text, { type: "number" }] },
  NoBranch: { anyOf: [false, text] },
  NeverMember: closed({ a: false, b: text }),
  ConstObject: { const: { a: [1, "x"] } },
  Mixed: { enum: ["x", 1, true, null, { a: 1 }] },
  ShortTuple: { type: "array", prefixItems: [text, text], maxItems: 1 },
  Empty: { type: "array", maxItems: 0 },
  AnyList: { type: "array" },
  FalseItems: { type: "array", items: false },
  NameConst: { type: "object", propertyNames: { const: "a" }, required: ["a"] },
  Unevaluated: { allOf: [ref("Base")], properties: { c: text }, unevaluatedProperties: false },
  PatternBeside: { type: "object", properties: { a: text }, patternProperties: { "^n": { type: "number" } } },
  Tagged: {
    oneOf: [ref("Bird"), ref("Fish")],
    discriminator: { propertyName: "kind", mapping: { b: "#/components/schemas/Bird" } },
  },
  Bird: {
    type: "object",
    properties: { kind: text, wings: { type: "number" } },
    required: ["kind", "wings"],
  },
  Fish: {
    allOf: [ref("Animal"), { type: "object", properties: { fins: { type: "number" } }, required: ["fins"] }],
  },
  Animal: { type: "object", properties: { kind: text }, required: ["kind"] },
  Nested: { anyOf: [ref("Pet"), { oneOf: [ref("Tagged"), { type: "null" }] }] },
  Coloured: {
    type: ["object", "string"],
    properties: { a: { type: ["integer", "null"], enum: [1, 2, null] } },
    enum: ["x", { a: 1 }],
  },
};

/** Random schemas that TypeScript can express. */
const { schema: random } = fc.letrec<{ schema: Json }>((tie) => ({
  schema: fc.oneof(
    { maxDepth: 3, depthIdentifier: "schema" },
    fc.constantFrom<Json>(
      text,
      { type: "number" },
      { type: "null" },
      { type: "boolean" },
      true,
      { enum: ["x", 1] },
      { const: "y" },
    ),
    fc.constantFrom<Json>(
      { type: ["string", "null"] },
      { type: ["number", "boolean"] },
      ref("Tree"),
      ref("Tuple"),
    ),
    tie("schema").map((items) => ({ type: "array", items })),
    fc
      .tuple(tie("schema"), tie("schema"))
      .map((prefixItems) => ({ type: "array", prefixItems, items: false })),
    tie("schema").map((additionalProperties) => ({ type: "object", additionalProperties })),
    fc
      .tuple(tie("schema"), tie("schema"), fc.subarray(["a", "b"]))
      .map(([a, b, required]) => closed({ a, b }, required)),
    fc
      .tuple(tie("schema"), fc.subarray(["a", "b"]))
      .map(([a, required]) => ({ allOf: [closed({ a, b: true })], required })),
    tie("schema").map((one) => ({ anyOf: [one, { type: "null" }] })),
  ),
}));

/** @param count the number of random schemas */
export function documentOfKinds(count: number): JsonObject {
  const drawn = fc.sample(random, { numRuns: count, seed: 20261129 });
  const named = drawn.map((schema, index): [string, Json] => [`Random${index}`, schema]);
  return { components: { schemas: { ...table, ...Object.fromEntries(named) } } };
}
