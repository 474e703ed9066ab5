// The operation table contains the operations of the document.
import t from "tap";
import { emitOperations } from "../../scripts/contract/generate/emit-operations.ts";
import { noContent, planFrom } from "./plan-from.ts";

t.test("an operation is emitted as a constant with its method, path, location and responses", async (t) => {
  const text = emitOperations(
    await planFrom({
      paths: {
        "/pools": {
          post: {
            operationId: "createPool",
            tags: ["Pools"],
            summary: "Create */ a pool",
            requestBody: { required: true, content: { "application/json": { schema: {} } } },
            responses: noContent,
            security: [{ key: [] }],
          },
        },
      },
      components: { securitySchemes: { key: { type: "http", scheme: "basic" } } },
      servers: [{ url: "/v1" }],
    }),
  );
  for (const want of [
    "/**\n * `POST /pools`: Create *\\/ a pool\n *\n * spec: /paths/~1pools/post\n */\nexport const createPool = {",
    'body: { required: true, mediaTypes: ["application/json"] },',
    '"204": { mediaTypes: [], headers: [] }',
    "security: [{ key: [] }],",
    "export const operations = {\n  createPool,\n} as const;",
    'export const servers = ["/v1"] as const;',
    'export const securitySchemes = { key: { type: "http", scheme: "basic" } } as const;',
  ]) {
    t.match(text, want);
  }
});

t.test("ids that are not identifiers keep their spelling in the table", async (t) => {
  const paths = {
    "/a": {
      get: { operationId: "a/get", responses: noContent },
      put: { operationId: "servers", responses: noContent },
    },
  };
  const text = emitOperations(await planFrom({ paths }));
  t.match(text, 'export const operations = {\n  "a/get": aGet,\n  servers: serversOperation,\n} as const;');
  t.match(text, 'export const servers = ["/"] as const;');
});
