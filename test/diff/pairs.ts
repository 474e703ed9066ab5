// Reads pairs of documents from public reports about other tools, and pairs that are easily misread: each
// declares the right verdict, in one direction or both.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import type { JsonObject } from "../../scripts/contract/document/document.ts";

/**
 * One revision: the schema of a request or a response, parameters, or a whole document without its `info`.
 */
interface Revision extends JsonObject {
  readonly request?: JsonObject;
  readonly response?: JsonObject;
  readonly parameters?: JsonObject[];
  /** Components of any of these. */
  readonly schemas?: JsonObject;
  /** The schema of a request as JSON text, so that no YAML parser rounds its numbers. */
  readonly json?: string;
}

interface WrittenPair {
  readonly name: string;
  readonly why?: string;
  readonly base: Revision;
  readonly head: Revision;
  readonly want: string;
  /** The verdict from head to base. */
  readonly back?: string;
}

/** A pair as two whole documents in JSON. */
export interface Pair {
  /** Name of the file and of the pair. */
  readonly name: string;
  readonly why: string;
  readonly base: string;
  readonly head: string;
  readonly want: string;
  readonly back: string | undefined;
}

const info = { title: "Things", version: "1.0.0" };

const folder = new URL("../fixtures/diff-pairs/", import.meta.url).pathname;

export function readPairs(): Pair[] {
  return readdirSync(folder).flatMap((file) =>
    (parse(readFileSync(join(folder, file), "utf8")) as readonly WrittenPair[]).map(
      ({ name, why = "", base, head, want, back }) => ({
        name: `${file} ${name}`,
        why,
        base: textOf(base),
        head: textOf(head),
        want,
        back,
      }),
    ),
  );
}

function textOf({ json, ...revision }: Revision): string {
  const document = JSON.stringify({ openapi: "3.1.0", info, ...wholeOf(revision, json) });
  return json === undefined ? document : document.replace('"SCHEMA"', () => json);
}

function wholeOf(revision: Revision, json: string | undefined): JsonObject {
  const { request, response, parameters, schemas = {}, ...whole } = revision;
  const ok = { description: "ok" };
  const content = {
    "application/json": { schema: json === undefined ? (request ?? response ?? true) : "SCHEMA" },
  };
  const components = { schemas };
  if (parameters !== undefined)
    return {
      components,
      paths: { "/t": { get: { operationId: "op", parameters, responses: { "200": ok } } } },
    };
  if (response !== undefined)
    return {
      components,
      paths: { "/t": { get: { operationId: "op", responses: { "200": { ...ok, content } } } } },
    };
  if (request === undefined && json === undefined) return whole;
  const requestBody = { required: true, content };
  return {
    components,
    paths: { "/t": { post: { operationId: "op", requestBody, responses: { "200": ok } } } },
  };
}
