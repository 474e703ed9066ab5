// Names of schemas: equal for schemas of the same meaning, in one document or two, and different for others.
import t from "tap";
import type { Json, JsonObject } from "../../scripts/contract/document/document.ts";
import { nodeAt } from "../../scripts/contract/containment/schema-node.ts";
import { scopeOf } from "../../scripts/contract/containment/scope.ts";
import type { View } from "../../scripts/contract/containment/view.ts";
import { object, string } from "./support/api-schemas.ts";

const nameOf = (schema: Json, root: JsonObject = {}, view: View = "none"): string =>
  nodeAt(scopeOf(root, view), schema, "").key;

const circle = (leaf: Json): JsonObject => ({
  $defs: {
    a: object({ b: { $ref: "#/$defs/b" } }),
    b: object({ a: { $ref: "#/$defs/a" }, leaf }),
    user: { $ref: "#/$defs/a" },
  },
});

t.test("schemas of the same meaning have the same name", (t) => {
  const pairs: readonly { title: string; given: readonly [string, string] }[] = [
    {
      title: "prose does not count",
      given: [nameOf(string), nameOf({ ...string, description: "x", example: 1 })],
    },
    {
      title: "order of keys",
      given: [nameOf({ minimum: 1, maximum: 2 }), nameOf({ maximum: 2, minimum: 1 })],
    },
    {
      title: "order of enum",
      given: [nameOf({ enum: ["a", { b: 1, c: 2 }] }), nameOf({ enum: [{ c: 2, b: 1 }, "a"] })],
    },
    {
      title: "order of required",
      given: [nameOf({ required: ["a", "b"] }), nameOf({ required: ["b", "a"] })],
    },
    { title: "a lone type in a list", given: [nameOf({ type: ["string"] }), nameOf(string)] },
    {
      title: "a reference and its target",
      given: [nameOf({ items: { $ref: "#/$defs/s" } }, { $defs: { s: string } }), nameOf({ items: string })],
    },
    {
      title: "circles in two documents",
      given: [
        nameOf({ $ref: "#/$defs/a" }, circle(string)),
        nameOf({ $ref: "#/$defs/user" }, circle(string)),
      ],
    },
    { title: "unknown formats", given: [nameOf({ format: "made-up" }), nameOf({})] },
  ];
  for (const { title, given } of pairs) t.equal(...given, title);
  t.end();
});

t.test("schemas of different meanings have different names", (t) => {
  const pairs: readonly { title: string; given: readonly [string, string] }[] = [
    { title: "a bound", given: [nameOf({ minimum: 1 }), nameOf({ minimum: 2 })] },
    { title: "1 and true", given: [nameOf({ const: 1 }), nameOf({ const: true })] },
    {
      title: "a leaf inside a circle",
      given: [
        nameOf({ $ref: "#/$defs/a" }, circle(string)),
        nameOf({ $ref: "#/$defs/a" }, circle({ type: "null" })),
      ],
    },
    {
      title: "the position in the circle",
      given: [nameOf({ $ref: "#/$defs/a" }, circle(string)), nameOf({ $ref: "#/$defs/b" }, circle(string))],
    },
    { title: "the position of a keyword", given: [nameOf({ items: string }), nameOf({ contains: string })] },
  ];
  for (const { title, given } of pairs) t.not(...given, title);
  t.end();
});

t.test("a view changes the name only if it hides a property", (t) => {
  const plain = object({ a: string });
  const hiding = object({ a: { ...string, readOnly: true } });
  t.equal(nameOf(plain, {}, "request"), nameOf(plain, {}, "response"));
  t.not(nameOf(hiding, {}, "request"), nameOf(hiding, {}, "response"));
  t.equal(nameOf(hiding, {}, "request"), nameOf(object({}), {}, "request"));
  t.end();
});

t.test("references are resolved to the schemas that they mean", (t) => {
  const root: JsonObject = {
    $defs: {
      "a/b~c d": { const: 1 },
      anchored: { $anchor: "here", const: 2 },
      resource: {
        $id: "https://example.test/dir/thing",
        $ref: "#/$defs/inner",
        $defs: { inner: { const: 3 }, other: { $anchor: "deep", const: 4 } },
      },
    },
  };
  const cases = [
    { reference: "#/$defs/a~1b~0c%20d", want: "/$defs/a~1b~0c d" },
    { reference: "#here", want: "/$defs/anchored" },
    { reference: "https://example.test/dir/thing#deep", want: "/$defs/resource/$defs/other" },
    { reference: "https://example.test/dir/thing", want: "/$defs/resource" },
    { reference: "#", want: "" },
    { reference: "#/$defs/none", want: undefined },
    { reference: "https://example.test/elsewhere", want: undefined },
  ];
  for (const { reference, want } of cases) {
    t.equal(scopeOf(root, "none").resolve(reference, "")?.pointer, want, reference);
  }
  const inside = scopeOf(root, "none").resolve("thing#/$defs/inner", "https://example.test/dir/");
  t.equal(inside?.pointer, "/$defs/resource/$defs/inner", "relative to the resource around it");
  t.equal(
    nameOf({ $ref: "https://example.test/dir/thing" }, root),
    nameOf({ const: 3 }),
    "and there in its own document",
  );
  t.end();
});
