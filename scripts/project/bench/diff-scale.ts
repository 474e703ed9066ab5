// Duration of a comparison of large documents: 1,200 operations in 13 MB of JSON, with 30 edits.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Json, JsonObject } from "../../contract/document/document.ts";
import { isObject } from "../../contract/document/pointer.ts";
import { diffTools, megabytes } from "./diff-tools.ts";
import type { Table } from "./table.ts";

const document = createRequire(import.meta.url).resolve("@octokit/openapi/generated/api.github.com.json");
const editsOfEachKind = 15;

type Editable = Record<string, Json>;

/** Compares the document with an edited copy, once with every tool. */
export async function diffScale(): Promise<Table> {
  const folder = mkdtempSync(join(tmpdir(), "diff-scale-"));
  const head = join(folder, "head.json");
  try {
    writeFileSync(head, JSON.stringify(edited(JSON.parse(readFileSync(document, "utf8")) as JsonObject)));
    const rows: string[][] = [];
    for (const tool of diffTools) {
      const { says, seconds, bytes } = await tool.ask(document, head, []);
      rows.push([tool.name, says, seconds.toFixed(1), megabytes(bytes)]);
    }
    return { title: "Diff: 13 MB with 30 edits", columns: ["", "says", "s", "MB"], rows };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * Edits a copy: schemas at a fixed interval get a shorter string or a required name, operations at a fixed
 * interval a required parameter.
 */
function edited(root: JsonObject): JsonObject {
  const components = root["components"];
  const schemas =
    isObject(components) && isObject(components["schemas"]) ? Object.values(components["schemas"]) : [];
  for (const schema of spread(schemas.filter(isEditable))) tighten(schema);
  const items = isObject(root["paths"]) ? Object.values(root["paths"]).filter(isObject) : [];
  const operations = items.flatMap((item) => ["get", "post", "patch"].map((method) => item[method]));
  for (const operation of spread(operations.filter(isEditable))) {
    const parameters = Array.isArray(operation["parameters"]) ? (operation["parameters"] as Json[]) : [];
    operation["parameters"] = [
      ...parameters,
      { name: "edited", in: "query", required: true, schema: { type: "string" } },
    ];
  }
  return root;
}

function tighten(schema: Editable): void {
  const properties = isObject(schema["properties"]) ? Object.values(schema["properties"]) : [];
  const text = properties.filter(isEditable).find(({ type }) => type === "string");
  if (text === undefined) schema["required"] = ["edited"];
  else text["maxLength"] = 5;
}

function spread<T>(values: readonly T[]): T[] {
  const step = Math.max(1, Math.floor(values.length / editsOfEachKind));
  return values.filter((_, index) => index % step === 0).slice(0, editsOfEachKind);
}

function isEditable(value: Json | undefined): value is Editable {
  return isObject(value);
}
