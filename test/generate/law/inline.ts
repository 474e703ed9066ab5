// Documents and schemas in the sources of tests: whole documents, as text or values, and separate schemas.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DocumentError, type Json, type JsonObject } from "../../../scripts/contract/document/document.ts";
import { isObject } from "../../../scripts/contract/document/pointer.ts";
import { eachValue } from "../../support/literal-values.ts";
import { some } from "./candidates.ts";
import { readFiles } from "../../support/read-files.ts";

export interface InlineDocument {
  /** For example `test/lint/rules.test.ts:12`. */
  readonly path: string;
  readonly root: JsonObject;
}

const test = join(import.meta.dirname, "..", "..");

/** The type names of JSON Schema: an object whose `type` is one of them is a schema. */
const types = new Set(["string", "number", "integer", "boolean", "null", "array", "object"]);

/**
 * Returns the readable documents, and one document of the schemas without references, each once.
 *
 * @param most the maximum number of those schemas, evenly spaced over all
 */
export async function inlineDocuments(most: number): Promise<InlineDocument[]> {
  const texts = new Map<string, string>();
  const schemas = new Map<string, Json>();
  for (const file of sources()) {
    eachValue(readFileSync(join(test, file), "utf8"), (value, line) => {
      const path = `test/${file}:${line}`;
      if (typeof value === "string") {
        if (/^\s*(\{\s*)?"?openapi"?: *"?3\./.test(value)) texts.set(path, value);
        return true;
      }
      const whole = documentOf(value);
      const text = JSON.stringify(whole ?? value);
      if (whole !== undefined) texts.set(path, text);
      else if (isSchema(value) && !text.includes('"$')) schemas.set(text, value);
      else return false;
      return true;
    });
  }
  const read: InlineDocument[] = [];
  for (const [path, text] of texts) {
    try {
      const name = text.trimStart().startsWith("{") ? "a.json" : "a.yaml";
      read.push({ path, root: (await readFiles({ [name]: text })).root });
    } catch (error) {
      // Many documents are meant to be rejected.
      if (!(error instanceof DocumentError)) throw error;
    }
  }
  const named = some([...schemas.values()], most).map((schema, index): [string, Json] => [
    `Schema${index}`,
    schema,
  ]);
  const alone = { components: { schemas: Object.fromEntries(named) } };
  return [...read, { path: "schemas in sources of tests", root: alone }];
}

function sources(): string[] {
  return readdirSync(test, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && !file.startsWith("fixtures"))
    .sort();
}

function documentOf(value: JsonObject): JsonObject | undefined {
  if (typeof value["openapi"] === "string") return value;
  const { schemas } = value;
  if (!isObject(schemas)) return undefined;
  return { openapi: "3.1.0", info: { title: "T", version: "1" }, paths: {}, components: { schemas } };
}

function isSchema({ type }: JsonObject): boolean {
  return [type].flat().every((one) => typeof one === "string" && types.has(one));
}
