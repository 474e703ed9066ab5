// An application with the generated plugin of a small document: a list, a body, a value in a path, two
// ambiguous paths.
import { join } from "node:path";
import {
  fastify,
  type FastifyInstance,
  type FastifyPluginCallback,
  type FastifyReply,
  type FastifyRequest,
  type FastifyServerOptions,
} from "fastify";
import type { Test } from "tap";
import { generateServer } from "./generated-server.ts";
import { importTypeScript } from "../support/import-typescript.ts";

const note = {
  type: "object",
  required: ["text"],
  additionalProperties: false,
  properties: { text: { type: "string", maxLength: 10 }, tags: { type: "array", items: { type: "string" } } },
};

const id = { name: "id", in: "path", required: true, schema: { type: "integer" } };
const stored = {
  description: "The note",
  headers: { ETag: { schema: { type: "string" } } },
  content: { "application/json": { schema: { $ref: "#/components/schemas/Note" } } },
};

export const notesDocument = {
  openapi: "3.1.0",
  info: { title: "Notes", version: "1.0.0" },
  servers: [{ url: "https://api.example.com/v1" }],
  tags: [{ name: "Notes" }],
  security: [{ key: [] }],
  paths: {
    "/notes": {
      get: {
        operationId: "listNotes",
        tags: ["Notes"],
        summary: "All notes",
        description: "The newest first.",
        deprecated: true,
        externalDocs: { url: "https://example.com/notes" },
        "x-own": { any: "thing" },
        "x-sunset": "2027-03-01",
        parameters: [
          { name: "limit", in: "query", schema: { type: "integer", maximum: 50 } },
          { name: "X-Trace", in: "header", schema: { type: "string", maxLength: 4 } },
        ],
        responses: {
          200: {
            description: "Notes",
            headers: { Deprecation: { schema: { $ref: "#/components/schemas/Since" } } },
            content: {
              "application/json": { schema: { type: "array", items: { $ref: "#/components/schemas/Note" } } },
            },
          },
        },
      },
      post: {
        operationId: "createNote",
        parameters: [{ name: "dry", in: "query", required: true, schema: { type: "boolean" } }],
        requestBody: {
          required: true,
          content: { "application/json": { schema: { $ref: "#/components/schemas/Note" } } },
        },
        responses: {
          201: stored,
          204: { description: "Nothing was stored" },
          default: { description: "An error" },
        },
      },
    },
    "/notes/{id}": {
      parameters: [id],
      get: {
        operationId: "fetchNote",
        security: [],
        responses: {
          200: {
            ...stored,
            links: { again: { operationId: "fetchNote", parameters: { id: "$request.path.id" } } },
          },
        },
      },
      post: { operationId: "touchNote", responses: { 204: { description: "Touched" } } },
    },
    "/notes/{id}:pin": {
      parameters: [id],
      post: { operationId: "pinNote", responses: { 204: { description: "Pinned" } } },
    },
  },
  components: {
    schemas: { Note: note, Since: { const: "@1767225600" } },
    securitySchemes: { key: { type: "apiKey", in: "header", name: "X-Key" } },
  },
};

export const noteIds = ["listNotes", "createNote", "fetchNote", "touchNote", "pinNote"] as const;

interface PluginOptions {
  readonly handlers: object;
  readonly authenticate: object;
}

export interface NotesServer {
  readonly operationsPlugin: FastifyPluginCallback<PluginOptions>;
  readonly serverOptions: object;
  readonly swaggerOptions: (at?: { readonly prefix?: string; readonly basePath?: string }) => object;
  readonly HttpError: new (status: number, detail: string) => Error;
}

export type Handler = (input: {
  readonly reply: FastifyReply;
  readonly request: FastifyRequest;
  readonly [part: string]: unknown;
}) => unknown;

/** Generates the plugin into a folder, and imports it. */
export async function notesServer(folder: string, flags: readonly string[] = []): Promise<NotesServer> {
  await generateServer(folder, join(folder, "openapi.json"), flags);
  const modules = ["server", "swagger"].map(
    (name) => importTypeScript(join(folder, `generated/${name}.ts`)) as Promise<object>,
  );
  return Object.assign({}, ...(await Promise.all(modules))) as NotesServer;
}

/** Options for registering the plugin: the key `good` is Ann's, handlers that are not given return 204. */
export function pluginOptions(handlers: Readonly<Record<string, Handler>> = {}): PluginOptions {
  const quiet = Object.fromEntries(noteIds.map((id): [string, Handler] => [id, () => ({ status: 204 })]));
  const known = ({ key }: { readonly key: string }): object | undefined =>
    key === "good" ? { name: "ann" } : undefined;
  return { authenticate: { key: known }, handlers: { ...quiet, ...handlers } };
}

/** An application with the plugin, whose routes exist after `ready`. */
export function notesApplication(
  t: Test,
  { operationsPlugin, serverOptions }: NotesServer,
  handlers: Readonly<Record<string, Handler>> = {},
  options: FastifyServerOptions & { readonly prefix?: string } = {},
): FastifyInstance {
  const { prefix = "", ...rest } = options;
  const app = fastify({ ...serverOptions, ...rest });
  t.teardown(() => app.close());
  void app.register(operationsPlugin, { prefix, ...pluginOptions(handlers) });
  return app;
}
