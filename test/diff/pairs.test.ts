// Pairs from public reports about other tools, and pairs that are easily misread: each declares the right
// verdict, in one direction or both.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import t from "tap";
import { parse } from "yaml";
import { compare } from "../../scripts/contract/diff/compare.ts";
import type { JsonObject } from "../../scripts/contract/document/document.ts";
import { readDocument } from "../../scripts/contract/document/read-document.ts";

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

interface Pair {
  readonly name: string;
  readonly why?: string;
  readonly base: Revision;
  readonly head: Revision;
  readonly want: string;
  /** The verdict from head to base. */
  readonly back?: string;
}

const info = { title: "Things", version: "1.0.0" };

const folder = new URL("../fixtures/diff-pairs/", import.meta.url).pathname;
for (const file of readdirSync(folder)) {
  const pairs = parse(readFileSync(join(folder, file), "utf8")) as readonly Pair[];
  for (const { name, base, head, want, back, why = "" } of pairs) {
    t.test(`${file} ${name}: ${why}`, async (t) => {
      const paths = t.testdir({ "base.json": textOf(base), "head.json": textOf(head) });
      const [old, young] = [join(paths, "base.json"), join(paths, "head.json")];
      t.equal(await verdict(old, young), want);
      if (back !== undefined) t.equal(await verdict(young, old), back, "and back");
    });
  }
}

/**
 * The overall verdict of the findings; notices count as compatible, unless the expected verdict is a notice.
 */
async function verdict(base: string, head: string): Promise<string> {
  try {
    const exact = { exactNumbers: true };
    const { counts } = compare(await readDocument(base, exact), await readDocument(head, exact));
    const { breaking, undecided } = counts;
    return breaking > 0 ? "breaking" : undecided > 0 ? "undecided" : "compatible";
  } catch (error) {
    return error instanceof Error && error.name === "DocumentError" ? "refused" : String(error);
  }
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
