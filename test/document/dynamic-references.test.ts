// `$dynamicRef` is replaced by `$ref`; a schema with different meanings in different scopes becomes one
// component per meaning.
import t from "tap";
import type { Json } from "../../scripts/contract/document/document.ts";
import { resolvePointer } from "../../scripts/contract/document/pointer.ts";
import { readFiles, rejectionOf } from "../support/read-files.ts";

const documentOf = (schemas: object, paths: object = {}): string =>
  JSON.stringify({ openapi: "3.1.0", info: { title: "T", version: "1" }, paths, components: { schemas } });

async function schemasOf(files: Readonly<Record<string, string>>): Promise<Json | undefined> {
  return resolvePointer((await readFiles(files)).root, "/components/schemas");
}

const tree = {
  $id: "https://example.com/tree",
  $dynamicAnchor: "node",
  type: "object",
  properties: { children: { type: "array", items: { $dynamicRef: "#node" } } },
};
const strict = {
  $id: "https://example.com/strict",
  $dynamicAnchor: "node",
  $ref: "https://example.com/tree",
  unevaluatedProperties: false,
};

const cases: { title: string; given: Record<string, string>; want: object }[] = [
  {
    title: "a $dynamicRef to an anchor that is declared once becomes a reference to its schema",
    given: {
      "api.json": documentOf({
        Node: { $dynamicAnchor: "node", additionalProperties: { $dynamicRef: "#node" } },
      }),
    },
    want: { Node: { additionalProperties: { $ref: "#/components/schemas/Node" } } },
  },
  {
    title: "a schema that is reached from one that declares its anchor gets a copy for that scope",
    given: { "api.json": documentOf({ Tree: tree, Strict: strict }) },
    want: {
      Tree: {
        type: "object",
        properties: { children: { type: "array", items: { $ref: "#/components/schemas/Tree" } } },
      },
      Strict: { $ref: "#/components/schemas/TreeInStrict", unevaluatedProperties: false },
      TreeInStrict: {
        type: "object",
        properties: { children: { type: "array", items: { $ref: "#/components/schemas/Strict" } } },
      },
    },
  },
  {
    title: "a schema that does not depend on the dynamic scope is not copied",
    given: {
      "api.json": documentOf({
        Plain: { $id: "https://example.com/plain", properties: { a: { $ref: "#/components/schemas/Text" } } },
        Text: { $id: "https://example.com/text", $dynamicAnchor: "node", type: "string" },
        Any: { $dynamicRef: "https://example.com/text#node" },
      }),
    },
    want: {
      Plain: { properties: { a: { $ref: "#/components/schemas/Text" } } },
      Text: { type: "string" },
      Any: { $ref: "#/components/schemas/Text" },
    },
  },
  {
    title: "a $ref beside a $dynamicRef applies too",
    given: {
      "api.json": documentOf({
        Node: { $dynamicAnchor: "node", type: "object" },
        Both: { $ref: "#/components/schemas/Node", $dynamicRef: "#node", allOf: [true] },
      }),
    },
    want: {
      Node: { type: "object" },
      Both: { $ref: "#/components/schemas/Node", allOf: [true, { $ref: "#/components/schemas/Node" }] },
    },
  },
  {
    title: "anchors are bundled from other files, including those that nothing else references",
    given: {
      "api.json": documentOf({ Names: { $ref: "list.json#/$defs/list" } }),
      "list.json": JSON.stringify({
        $defs: {
          list: { type: "array", items: { $dynamicRef: "#item" } },
          item: { $dynamicAnchor: "item", type: "string" },
        },
      }),
    },
    want: {
      Names: { type: "array", items: { $ref: "#/components/schemas/item" } },
      item: { type: "string" },
    },
  },
  {
    title: "a schema of the entry provides the items of a list in another file",
    given: {
      "api.json": documentOf({
        Names: {
          $id: "names",
          $ref: "list.json",
          $defs: { item: { $dynamicAnchor: "item", type: "string" } },
        },
      }),
      "list.json": JSON.stringify({
        type: "array",
        items: { $dynamicRef: "#item" },
        $defs: { item: { $dynamicAnchor: "item" } },
      }),
    },
    want: {
      Names: { $ref: "#/components/schemas/listInNames-item", $defs: { item: { type: "string" } } },
      list: {
        type: "array",
        items: { $ref: "#/components/schemas/list/$defs/item" },
        $defs: { item: {} },
      },
      "listInNames-item": {
        type: "array",
        items: { $ref: "#/components/schemas/Names/$defs/item" },
        $defs: { item: {} },
      },
    },
  },
];

for (const { title, given, want } of cases)
  t.test(title, async (t) => {
    t.strictSame(await schemasOf(given), want);
  });

t.test("an ambiguous anchor that is declared twice in one resource is rejected", async (t) => {
  const node = { $dynamicAnchor: "node", items: { $dynamicRef: "#node" } };
  t.equal(
    await rejectionOf({ "api.json": documentOf({ A: node, B: node }) }),
    'api.json:1:153: $dynamicAnchor "node" is written twice in one schema resource | ' +
      "give each of the two schemas an $id of its own, or one anchor another name",
  );
});

t.test("more component copies than the limit are rejected", async (t) => {
  const names = Array.from({ length: 12 }, (_, index) => `n${index}`);
  const leaf = {
    $id: "https://example.com/leaf",
    allOf: names.map((name) => ({ $dynamicRef: `#${name}` })),
    $defs: Object.fromEntries(names.map((name) => [name, { $dynamicAnchor: name }])),
  };
  const next = (index: number) =>
    index + 1 < names.length
      ? ["a", "b"].map((side) => ({ $ref: `https://example.com/${side}${index + 1}` }))
      : [{ $ref: leaf.$id }];
  const steps = names.flatMap((name, index) =>
    ["a", "b"].map((side): [string, object] => [
      `${side}${index}`,
      {
        $id: `https://example.com/${side}${index}`,
        anyOf: next(index),
        $defs: { own: { $dynamicAnchor: name, const: side } },
      },
    ]),
  );
  t.match(
    await rejectionOf({ "api.json": documentOf({ Leaf: leaf, ...Object.fromEntries(steps) }) }),
    /its dynamic references have more than 2000 meanings/,
  );
});
