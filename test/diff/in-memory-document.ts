// In-memory documents for tests.
import type { JsonObject, OpenApiDocument } from "../../scripts/contract/document/document.ts";

/** Returns a document whose every node is at line 1, column 1. */
export function inMemoryDocument(root: JsonObject, name = "memory"): OpenApiDocument {
  return { root, declaredVersion: "3.1.0", name, locate: () => ({ file: name, line: 1, column: 1 }) };
}

/**
 * Returns a document with one operation, `POST /things` called createThing, whose request and response bodies
 * are both `schema`.
 */
export function documentOf(schema: JsonObject | boolean, schemas: JsonObject = {}): OpenApiDocument {
  const content = { "application/json": { schema } };
  return inMemoryDocument({
    openapi: "3.1.0",
    info: { title: "Things", version: "1.0.0" },
    paths: {
      "/things": {
        post: {
          operationId: "createThing",
          requestBody: { required: true, content },
          responses: { "200": { description: "The thing.", content } },
        },
      },
    },
    components: { schemas },
  });
}
