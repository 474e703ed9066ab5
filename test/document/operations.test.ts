import t from "tap";
import type { JsonObject } from "../../scripts/contract/document/document.ts";
import { callbacksOf, operationsOf, webhooksOf } from "../../scripts/contract/document/operations.ts";

const root: JsonObject = {
  openapi: "3.2.0",
  security: [{ basic: [] }],
  servers: [{ url: "/v1" }],
  paths: {
    "x-note": { get: { operationId: "notAnOperation" } },
    "/pools/{id}": {
      parameters: [
        { $ref: "#/components/parameters/Id" },
        { in: "query", name: "page", description: "from the path" },
        { in: "header", name: "X-Trace" },
      ],
      servers: [{ url: "/v2" }],
      patch: {
        operationId: "change",
        parameters: [
          { in: "query", name: "page", description: "its own" },
          { in: "header", name: "x-trace", description: "its own" },
        ],
        requestBody: { $ref: "#/components/requestBodies/Change" },
        responses: {
          "x-note": {},
          200: { description: "ok" },
          default: { $ref: "#/components/responses/Problem" },
        },
        security: [],
        servers: [{ url: "/v3" }],
        callbacks: {
          changed: { "x-note": {}, "{$request.body#/url}": { post: { operationId: "onChange" } } },
          shared: { $ref: "#/components/callbacks/Shared" },
        },
      },
      query: {},
      additionalOperations: { LINK: { operationId: "link" } },
    },
    "/pools": { $ref: "#/components/pathItems/Pools" },
  },
  webhooks: { "x-gone": { post: { operationId: "gone" } } },
  components: {
    parameters: { Id: { in: "path", name: "id", required: true } },
    requestBodies: { Change: { content: {} } },
    responses: { Problem: { description: "problem" } },
    callbacks: { Shared: { "{$url}": { put: { operationId: "onShared" } } } },
    pathItems: { Pools: { get: { operationId: "list" } } },
  },
};

t.test("operations are listed in source order, through references, including 3.2's methods", (t) => {
  t.same(
    operationsOf(root).map(({ method, path, operationId, pointer }) => [method, path, operationId, pointer]),
    [
      ["PATCH", "/pools/{id}", "change", "/paths/~1pools~1{id}/patch"],
      ["QUERY", "/pools/{id}", undefined, "/paths/~1pools~1{id}/query"],
      ["LINK", "/pools/{id}", "link", "/paths/~1pools~1{id}/additionalOperations/LINK"],
      ["GET", "/pools", "list", "/components/pathItems/Pools/get"],
    ],
  );
  t.end();
});

t.test("an operation's own parameters replace the path item's of the same location and name", (t) => {
  const [change] = operationsOf(root);
  t.same(
    change?.parameters.map(({ pointer, node }) => [pointer, node["name"], node["description"]]),
    [
      ["/components/parameters/Id", "id", undefined],
      ["/paths/~1pools~1{id}/patch/parameters/0", "page", "its own"],
      ["/paths/~1pools~1{id}/patch/parameters/1", "x-trace", "its own"],
    ],
  );
  t.end();
});

t.test("request bodies and responses are found through their references", (t) => {
  const [change] = operationsOf(root);
  t.same(change?.requestBody, { pointer: "/components/requestBodies/Change", node: { content: {} } });
  t.same(change?.responses, [
    { status: "200", pointer: "/paths/~1pools~1{id}/patch/responses/200", node: { description: "ok" } },
    { status: "default", pointer: "/components/responses/Problem", node: { description: "problem" } },
  ]);
  t.end();
});

t.test("security and servers are those declared nearest to the operation", (t) => {
  const [change, query, , list] = operationsOf(root);
  t.same(change?.security, [], "an empty list opens the operation");
  t.same(list?.security, [{ basic: [] }]);
  t.same(
    [change, query, list].map((operation) => operation?.servers[0]?.["url"]),
    ["/v3", "/v2", "/v1"],
  );
  t.end();
});

t.test("webhooks and callbacks are separate lists", (t) => {
  t.same(
    webhooksOf(root).map(({ path, operationId }) => [path, operationId]),
    [["x-gone", "gone"]],
  );
  t.same(
    callbacksOf(root).map(({ name, path, operationId, parent }) => [name, path, operationId, parent]),
    [
      ["changed", "{$request.body#/url}", "onChange", "/paths/~1pools~1{id}/patch"],
      ["shared", "{$url}", "onShared", "/paths/~1pools~1{id}/patch"],
    ],
  );
  t.end();
});

t.test("callbacks of callbacks are found, recursive ones once", (t) => {
  const again = { $ref: "#/components/callbacks/again" };
  const circle = {
    paths: { "/a": { post: { callbacks: { again } } } },
    components: {
      callbacks: { again: { "{$url}": { post: { operationId: "called", callbacks: { again } } } } },
    },
  };
  t.same(
    callbacksOf(circle).map(({ operationId, parent }) => [operationId, parent]),
    [
      ["called", "/paths/~1a/post"],
      ["called", "/components/callbacks/again/{$url}/post"],
    ],
  );
  t.end();
});

t.test("a document without paths has no operations", (t) => {
  t.same([operationsOf({}), webhooksOf({}), callbacksOf({})], [[], [], []]);
  t.end();
});
