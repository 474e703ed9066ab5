// A small API with its mock, and changes of the mock's responses.
import { startMock } from "../../scripts/contract/mock/start-mock.ts";
import type { JsonObject, OpenApiDocument } from "../../scripts/contract/document/document.ts";
import { readDocument } from "../../scripts/contract/document/read-document.ts";
import type { Fetch } from "../../scripts/contract/verify/send/sender.ts";
import { verify, type VerifyOptions } from "../../scripts/contract/verify/verify.ts";
import type { Report } from "../../scripts/contract/verify/report/report.ts";
import { writeFileSync } from "node:fs";
import { join } from "node:path";

const json = (schema: JsonObject): JsonObject => ({ content: { "application/json": { schema } } });
const problem = {
  description: "wrong",
  content: {
    "application/problem+json": {
      schema: { type: "object", required: ["status"], properties: { status: { type: "integer" } } },
    },
  },
};
const errors = {
  400: problem,
  401: problem,
  404: problem,
  405: problem,
  412: problem,
  415: problem,
  422: problem,
};

/** Pets: created, listed in pages, changed, removed. */
export const pets: JsonObject = {
  openapi: "3.1.0",
  info: { title: "Pets", version: "1" },
  security: [{ key: [] }],
  components: {
    securitySchemes: { key: { type: "apiKey", in: "header", name: "X-Key" } },
    schemas: {
      NewPet: {
        type: "object",
        additionalProperties: false,
        required: ["name"],
        properties: { name: { type: "string", minLength: 1, maxLength: 5 }, kind: { enum: ["cat", "dog"] } },
        examples: [{ name: "Rex", kind: "dog" }],
      },
      Pet: {
        type: "object",
        required: ["id", "name"],
        properties: { id: { type: "string" }, name: { type: "string" }, kind: { enum: ["cat", "dog"] } },
      },
    },
  },
  paths: {
    "/pets": {
      get: {
        operationId: "listPets",
        parameters: [
          { name: "limit", in: "query", schema: { type: "integer", minimum: 1, maximum: 50 } },
          { name: "offset", in: "query", schema: { type: "integer", minimum: 0 } },
          { name: "kind", in: "query", schema: { enum: ["cat", "dog"] } },
        ],
        responses: {
          200: {
            description: "pets",
            ...json({ type: "array", items: { $ref: "#/components/schemas/Pet" } }),
          },
          ...errors,
        },
      },
      post: {
        operationId: "createPet",
        parameters: [{ name: "Idempotency-Key", in: "header", schema: { type: "string", maxLength: 40 } }],
        requestBody: { required: true, ...json({ $ref: "#/components/schemas/NewPet" }) },
        responses: {
          201: { description: "a pet", ...json({ $ref: "#/components/schemas/Pet" }) },
          ...errors,
        },
      },
    },
    "/pets/{petId}": {
      parameters: [{ name: "petId", in: "path", required: true, schema: { type: "string" } }],
      get: {
        operationId: "fetchPet",
        responses: {
          200: {
            description: "a pet",
            headers: { ETag: { schema: { type: "string" } } },
            ...json({ $ref: "#/components/schemas/Pet" }),
          },
          304: { description: "unchanged" },
          ...errors,
        },
      },
      patch: {
        operationId: "updatePet",
        requestBody: { required: true, ...json({ $ref: "#/components/schemas/NewPet" }) },
        responses: {
          200: { description: "a pet", ...json({ $ref: "#/components/schemas/Pet" }) },
          ...errors,
        },
      },
      delete: { operationId: "deletePet", responses: { 204: { description: "gone" }, ...errors } },
    },
  },
};

export interface Pets {
  readonly document: OpenApiDocument;
  /** Path of the document's file. */
  readonly path: string;
  readonly url: string;
  /** Verifies the mock, with its responses changed by `spoil`. */
  verify(options?: Partial<VerifyOptions>, spoil?: Spoil): Promise<Report>;
}

/** Returns a response instead of the mock's; undefined keeps the mock's. */
export type Spoil = (request: Request, send: Fetch) => Promise<Response | undefined>;

export const ownKey = "key-of-the-first";
export const otherKey = "key-of-another";

/** Starts the mock; the end of the test stops it. */
export async function startPets(t: {
  testdir: () => string;
  teardown: (end: () => Promise<void>) => void;
}): Promise<Pets> {
  const path = join(t.testdir(), "pets.json");
  writeFileSync(path, JSON.stringify(pets, null, 2));
  const credentials = [ownKey, otherKey].map((value) => ({ scheme: "key", value }));
  const mock = await startMock(path, { credentials });
  t.teardown(() => mock.close());
  const document = await readDocument(path);
  return {
    document,
    path,
    url: mock.url,
    verify: (options = {}, spoil = () => Promise.resolve(undefined)) =>
      verify({
        document,
        target: mock.url,
        write: true,
        credentials: { key: ownKey },
        otherCredentials: { key: otherKey },
        fetch: async (request) => {
          const send: Fetch = (one) => fetch(one);
          return (await spoil(request.clone(), send)) ?? send(request);
        },
        ...options,
      }),
  };
}
