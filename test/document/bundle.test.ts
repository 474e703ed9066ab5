import t from "tap";
import { operationsOf } from "../../scripts/contract/document/operations.ts";
import { resolvePointer } from "../../scripts/contract/document/pointer.ts";
import { readFiles, rejectionOf } from "../support/read-files.ts";

const head = "openapi: 3.1.0\ninfo: {title: t, version: '1'}\n";

t.test("nodes of other files become components that keep their source locations", async (t) => {
  const document = await readFiles({
    "spec/openapi.yaml": `${head}paths:
  /pools:
    $ref: paths/pools.yaml
  /pools/{id}:
    $ref: 'paths/pool.json#/item'
components:
  schemas:
    Pool: {$ref: schemas/pool.yaml}
`,
    "spec/paths/pools.yaml": `get:
  operationId: list
  responses:
    '200':
      description: ok
      content:
        application/json:
          schema: {$ref: '../schemas/list.yaml#/PoolList'}
    '400': {$ref: '../shared.yaml#/components/responses/Problem'}
`,
    "spec/paths/pool.json": `{"item": {"parameters": [{"$ref": "../shared.yaml#/components/parameters/Id"}],
      "get": {"operationId": "fetch", "responses": {"400": {"$ref": "../shared.yaml#/components/responses/Problem"}}}}}`,
    "spec/schemas/pool.yaml": `type: object
properties:
  parent: {$ref: '#'}
  owner: {$ref: '#/$defs/owner'}
  list: {$ref: './list.yaml#/PoolList'}
$defs:
  owner: {type: string}
`,
    "spec/schemas/list.yaml": `PoolList:
  type: array
  items: {$ref: '../openapi.yaml#/components/schemas/Pool'}
`,
    "spec/shared.yaml": `components:
  parameters:
    Id: {name: id, in: path, required: true, schema: {type: string}}
  responses:
    Problem: {description: problem, content: {application/json: {schema: {$ref: '#/components/schemas/Pool'}}}}
  schemas:
    Pool: {description: of another file}
`,
  });
  const { root } = document;
  t.same(
    operationsOf(root).map(({ operationId }) => operationId),
    ["list", "fetch"],
  );
  t.same(resolvePointer(root, "/components/schemas"), {
    Pool: {
      type: "object",
      properties: {
        parent: { $ref: "#/components/schemas/Pool" },
        owner: { $ref: "#/components/schemas/Pool/$defs/owner" },
        list: { $ref: "#/components/schemas/PoolList" },
      },
      $defs: { owner: { type: "string" } },
    },
    PoolList: { type: "array", items: { $ref: "#/components/schemas/Pool" } },
    Pool2: { description: "of another file" },
  });
  t.same(resolvePointer(root, "/paths/~1pools~1{id}/parameters"), [{ $ref: "#/components/parameters/Id" }]);
  t.same(
    [
      "/paths/~1pools/get/operationId",
      "/paths/~1pools~1{id}/get",
      "/components/schemas/Pool/properties/owner",
      "/components/schemas/Pool2/description",
      "/components/responses/Problem",
    ].map((pointer) => {
      const { file, line, column } = document.locate(pointer);
      return [file, line, column];
    }),
    [
      ["spec/paths/pools.yaml", 2, 3],
      ["spec/paths/pool.json", 2, 7],
      ["spec/schemas/pool.yaml", 4, 3],
      ["spec/shared.yaml", 7, 12],
      ["spec/shared.yaml", 5, 5],
    ],
  );
  t.notMatch(JSON.stringify(root), /\.yaml|\.json/);
});

t.test("files that reference each other in a cycle are read once", async (t) => {
  const { root } = await readFiles({
    "a.yaml": `${head}components: {schemas: {Tree: {$ref: 'tree.yaml'}}}`,
    "tree.yaml": "properties: {leaf: {$ref: 'leaf.yaml'}}",
    "leaf.yaml": "properties: {tree: {$ref: 'tree.yaml#'}, leaf: {$ref: '#/'}}\n'': {type: integer}\n",
  });
  t.same(root["components"], {
    schemas: {
      Tree: { properties: { leaf: { $ref: "#/components/schemas/leaf" } } },
      leaf: {
        properties: {
          tree: { $ref: "#/components/schemas/Tree" },
          leaf: { $ref: "#/components/schemas/leaf/" },
        },
        "": { type: "integer" },
      },
    },
  });
});

t.test(
  "the references of a node stay correct if it is reached both on its own and inside another node",
  async (t) => {
    const { root } = await readFiles({
      "a.yaml": `${head}components: {schemas: {A: {anyOf: [{$ref: 'b.yaml#/P/properties/n'}, {$ref: 'b.yaml#/P'}]}}}`,
      "b.yaml": "P: {properties: {n: {items: {$ref: '#/Q'}}}}\nQ: {type: string}\n",
    });
    t.same(resolvePointer(root, "/components/schemas"), {
      A: { anyOf: [{ $ref: "#/components/schemas/n" }, { $ref: "#/components/schemas/P" }] },
      n: { items: { $ref: "#/components/schemas/Q" } },
      P: { properties: { n: { items: { $ref: "#/components/schemas/Q" } } } },
      Q: { type: "string" },
    });
  },
);

t.test("external sections for which the standard allows no $ref are inlined", async (t) => {
  const { root } = await readFiles({
    "a.yaml": `${head}paths: {$ref: paths.yaml}\ncomponents: {$ref: components.yaml}\n`,
    "paths.yaml": "/a: {get: {responses: {$ref: 'responses.yaml'}, summary: s}}",
    "responses.yaml": "'200': {$ref: 'components.yaml#/responses/Ok'}",
    "components.yaml": "responses: {Ok: {description: ok}}",
  });
  t.same(root["paths"], {
    "/a": { get: { responses: { "200": { $ref: "#/components/responses/Ok" } }, summary: "s" } },
  });
  t.same(root["components"], { responses: { Ok: { description: "ok" } } });
  t.match(
    await rejectionOf({
      "a.yaml": `${head}paths: {$ref: b.yaml}`,
      "b.yaml": "/a: {get: {responses: {$ref: 'b.yaml'}}}",
    }),
    /inside itself/,
  );
});

t.test("a path item used under two paths is bundled once; a path item's own fields are kept", async (t) => {
  const { root } = await readFiles({
    "a.yaml": `${head}paths:\n  /a: {$ref: item.yaml, summary: own}\n  /b: {$ref: item.yaml}\n`,
    "item.yaml": "summary: theirs\nget: {responses: {}}\n",
  });
  t.same(root["paths"], {
    "/a": { summary: "own", get: { responses: {} } },
    "/b": { $ref: "#/paths/~1a" },
  });
});

t.test("discriminator mapping values that name files become names in the document", async (t) => {
  const { root } = await readFiles({
    "a.yaml": `${head}components:
  schemas:
    Pet:
      oneOf: [{$ref: cat.yaml}]
      discriminator: {propertyName: kind, mapping: {cat: ./cat.yaml, dog: Dog, cow: '#/components/schemas/Dog'}}
    Dog: {}
`,
    "cat.yaml": "type: object",
  });
  t.same(resolvePointer(root, "/components/schemas/Pet/discriminator/mapping"), {
    cat: "#/components/schemas/cat",
    dog: "Dog",
    cow: "#/components/schemas/Dog",
  });
});

t.test("references in locations that the standard does not define are bundled", async (t) => {
  const { root } = await readFiles({
    "a.yaml": `${head}components: {schemas: {A: {$ref: '#/definitions/B'}}}\ndefinitions: {B: {items: {$ref: 'c.yaml'}}}`,
    "c.yaml": "type: string",
  });
  t.same(root["definitions"], { B: { items: { $ref: "#/components/schemas/c" } } });
});
