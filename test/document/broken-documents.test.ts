// Randomly corrupted documents: each is rejected with an error message, or read and linted; no other
// exception is thrown.
import { readFileSync } from "node:fs";
import { fc } from "../support/laws.ts";
import t from "tap";
import { DocumentError, type Json, type OpenApiDocument } from "../../scripts/contract/document/document.ts";
import { callbacksOf, operationsOf } from "../../scripts/contract/document/operations.ts";
import { isArray, isObject } from "../../scripts/contract/document/pointer.ts";
import { knownFormats } from "../../scripts/contract/lint/formats.ts";
import { lintDocument } from "../../scripts/contract/lint/lint-document.ts";
import { lintContext } from "../../scripts/contract/lint/rule.ts";
import { rules } from "../../scripts/contract/lint/rules.ts";
import { readFiles } from "../support/read-files.ts";

// A large amount of work, which takes long on a busy machine.
t.setTimeout(600_000);

const contract = readFileSync(new URL("../../spec/openapi.yaml", import.meta.url), "utf8");

/** Returns the document; undefined if it was rejected with a DocumentError. Other errors fail the test. */
async function readOrReject(files: Readonly<Record<string, string>>): Promise<OpenApiDocument | undefined> {
  try {
    return await readFiles(files);
  } catch (error) {
    if (error instanceof DocumentError) return undefined;
    throw error;
  }
}

t.test("a document whose text has a piece removed, doubled or overwritten is read or rejected", async (t) => {
  const broken = fc
    .tuple(
      fc.nat(contract.length),
      fc.nat(40),
      fc.constantFrom("", "\t", "{", "]", ": ", "'", "*x", "&x", "- ", "\n---\n", "\u0000", "<<: "),
    )
    .map(([at, length, piece]) => contract.slice(0, at) + piece + contract.slice(at + length));
  await fc.assert(
    fc.asyncProperty(broken, async (text) => {
      const document = await readOrReject({ "a.yaml": text });
      if (document !== undefined) operationsOf(document.root);
    }),
    { numRuns: 60 },
  );
  t.pass();
});

/** A small document that uses everything the lint rules inspect. */
const seed: Json = {
  openapi: "3.1.0",
  security: [{ key: [] }],
  paths: {
    "/a/{id}": {
      parameters: [{ name: "id", in: "path", schema: { $ref: "#/components/schemas/Id" }, example: "x" }],
      get: {
        operationId: "get",
        tags: ["a"],
        responses: {
          "200": { $ref: "#/components/responses/Ok" },
          "404": {
            description: "d",
            content: { "application/problem+json": { schema: { type: "object" }, examples: {} } },
          },
        },
        callbacks: { c: { "{$request.body#/url}": { post: { responses: {} } } } },
      },
    },
    "/a/b": {
      post: { requestBody: { content: { "application/json": { schema: { items: { type: "string" } } } } } },
    },
  },
  components: {
    schemas: {
      Id: { type: "string", pattern: "^a$", examples: ["a"] },
      Page: {
        allOf: [{ properties: { next: { type: ["string", "null"] } } }],
        discriminator: { propertyName: "k", mapping: { a: "Id" } },
      },
    },
    responses: {
      Ok: {
        description: "d",
        headers: { H: { schema: { type: "integer", default: 1 } } },
        content: { "application/json": { schema: { $ref: "#/components/schemas/Page" }, example: {} } },
        links: { l: { operationId: "get", parameters: { id: "$response.body#/next" } } },
      },
    },
    securitySchemes: { key: { type: "http", "x-a": 1 } },
  },
};

/** The values with which a node may be overwritten. */
const pieces: readonly Json[] = [
  null,
  0,
  "",
  "x",
  "$response.body#/~",
  true,
  [],
  {},
  [null],
  { $ref: "#/components/schemas/Id" },
  { $ref: 1 },
  "^[",
  { type: 1 },
];

function countNodes(node: Json): number {
  const children = isArray(node) ? node : isObject(node) ? Object.values(node) : [];
  return 1 + children.reduce<number>((sum, child) => sum + countNodes(child ?? null), 0);
}

/** Returns a copy in which the node with the number `at`, counted in source order, is replaced. */
function overwrite(node: Json, at: { left: number }, piece: Json): Json {
  if (at.left-- === 0) return piece;
  if (isArray(node)) return node.map((item) => overwrite(item, at, piece));
  if (!isObject(node)) return node;
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => [key, overwrite(value ?? null, at, piece)]),
  );
}

t.test("a document with any node overwritten is rejected, or linted by every rule", async (t) => {
  const total = countNodes(seed);
  let judged = 0;
  for (let at = 1; at < total; at++) {
    for (const [index, piece] of pieces.entries()) {
      const version = (at + index) % 2 === 0 ? "3.0.3" : "3.2.0";
      const broken = overwrite(seed, { left: at }, piece) as Record<string, Json>;
      const text = JSON.stringify({ ...broken, openapi: version });
      const document = await readOrReject({ "a.json": text });
      if (document === undefined) continue;
      judged++;
      try {
        callbacksOf(document.root);
        lintDocument(lintContext(document, { formats: knownFormats(), extensions: [] }), rules);
      } catch (error) {
        t.fail(`${String(error)} for ${text}`, { error });
      }
    }
  }
  t.ok(judged > total, `${judged} documents were judged`);
});
