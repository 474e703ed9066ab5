// Reads the JSON Schema Test Suite (draft 2020-12) from the fixtures, and serves its remote documents from a
// local server.
import { readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join, sep } from "node:path";
import type { Test } from "tap";
import {
  DocumentError,
  type Json,
  type JsonObject,
  type OpenApiDocument,
} from "../../scripts/contract/document/document.ts";
import { readDocument } from "../../scripts/contract/document/read-document.ts";

export interface SuiteCase {
  readonly description: string;
  readonly data: Json;
  readonly valid: boolean;
}

/** One schema with test values. */
export interface SuiteGroup {
  /** Path relative to the draft's folder, without `.json`: `optional/format/date`. */
  readonly file: string;
  readonly description: string;
  readonly schema: Json;
  readonly tests: readonly SuiteCase[];
}

const folder = join(import.meta.dirname, "..", "fixtures", "json-schema-test-suite");
const metaSchemas = join(import.meta.dirname, "..", "..", "node_modules/ajv/dist/refs/json-schema-2020-12");

/** Returns every group of every file, ordered by file name. */
export function suiteGroups(): readonly SuiteGroup[] {
  const draft = join(folder, "tests", "draft2020-12");
  return jsonFiles(draft).flatMap((file) => {
    const groups = JSON.parse(readFileSync(join(draft, file), "utf8")) as Omit<SuiteGroup, "file">[];
    return groups.map((group) => ({ ...group, file: file.replace(/\.json$/, "") }));
  });
}

/** Returns relative paths with forward slashes. */
function jsonFiles(directory: string): readonly string[] {
  const files = readdirSync(directory, { recursive: true, encoding: "utf8" });
  return files
    .map((file) => file.split(sep).join("/"))
    .filter((file) => file.endsWith(".json"))
    .sort();
}

/** True if a schema has references to other resources, or identifies its own parts. */
export function namesResources({ schema }: SuiteGroup): boolean {
  return /"\$(id|anchor|dynamicRef)"|"\$ref":"(?!#)/.test(JSON.stringify(schema));
}

/**
 * Reads the schema of a group as the component `S` of a document. Rejects with a DocumentError if it cannot
 * be read.
 */
export type ReadGroup = (group: SuiteGroup) => Promise<OpenApiDocument>;

/**
 * Creates a reader of groups whose remote documents, and the meta-schema, come from a server that is closed
 * when the test ends.
 */
export async function groupReader(t: Test): Promise<ReadGroup> {
  const texts = remoteTexts();
  const server = createServer((request, response) => {
    const text = texts.get(request.url ?? "");
    // The checks in between take longer than the keep-alive timeout: a connection that ends cannot be reused
    // by mistake.
    response.setHeader("connection", "close");
    response.statusCode = text === undefined ? 404 : 200;
    response.end(text === undefined ? undefined : local(text));
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  t.teardown(() => {
    server.close();
    server.closeAllConnections();
  });
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const local = (text: string) =>
    text
      .replaceAll("http://localhost:1234", origin)
      .replaceAll(/("[$]ref"\s*:\s*")https:\/\/json-schema[.]org/g, `$1${origin}`);
  return ({ schema }) => {
    const document = {
      openapi: "3.1.0",
      info: { title: "One group", version: "1" },
      paths: {},
      components: { schemas: { S: asComponent(schema, "S") } },
    };
    const text = local(JSON.stringify(document));
    return readDocument("api.json", {
      readText: (path) =>
        path === "api.json"
          ? Promise.resolve(text)
          : Promise.reject(new DocumentError(`there is no ${path}`, { fix: "correct the path" })),
      allowUrls: true,
    });
  };
}

/** Documents by path on the server. */
function remoteTexts(): ReadonlyMap<string, string> {
  const remotes = join(folder, "remotes");
  return new Map([
    ...jsonFiles(remotes).map((file): [string, string] => [
      `/${file}`,
      readFileSync(join(remotes, file), "utf8"),
    ]),
    ...jsonFiles(metaSchemas).map((file): [string, string] => [
      `/draft/2020-12/${file.replace(/\.json$/, "")}`,
      readFileSync(join(metaSchemas, file), "utf8"),
    ]),
  ]);
}

/**
 * Wraps a schema as a component of an OpenAPI document: references to its root are rewritten to the
 * component.
 */
export function asComponent(schema: Json, name: string): Json {
  if (Array.isArray(schema)) return (schema as readonly Json[]).map((item) => asComponent(item, name));
  // Below an `$id` of its own, `#` refers to the schema with that `$id`.
  if (typeof schema !== "object" || schema === null || typeof (schema as JsonObject)["$id"] === "string")
    return schema;
  const members = Object.entries(schema as JsonObject).map(([key, value]): [string, Json] => {
    if (key === "const" || key === "enum") return [key, value ?? null];
    const own = /^[$](ref|dynamicRef)$/.test(key) && typeof value === "string" && /^#(?:$|\/)/.test(value);
    return [key, own ? `#/components/schemas/${name}${value.slice(1)}` : asComponent(value ?? null, name)];
  });
  return Object.fromEntries(members);
}
