// Duration of the matrix of many versions: 20 revisions of a document of 1,200 operations with 30 edits each,
// and of our own with 12 operations and 3 edits.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { compare } from "../../contract/diff/compare.ts";
import { Matrix } from "../../contract/diff/versions/matrix.ts";
import type { Json, JsonObject, OpenApiDocument } from "../../contract/document/document.ts";
import { isObject } from "../../contract/document/pointer.ts";
import { readDocument } from "../../contract/document/read-document.ts";
import type { Bench } from "./bench.ts";
import type { Table } from "./table.ts";

const large = createRequire(import.meta.url).resolve("@octokit/openapi/generated/api.github.com.json");

type Editable = Record<string, Json>;

export const versionsBench: Bench = { name: "versions", run: async () => [await diffVersions()] };

/** Reads the revisions, decides every cell, and compares the two most distant ones directly. */
async function diffVersions(): Promise<Table> {
  const rows = [
    await row("20 × 1,200 operations, 30 edits each", JSON.parse(readFileSync(large, "utf8")) as JsonObject, {
      count: 20,
      edits: 30,
    }),
    await row("our own, 10 revisions, 3 edits each", (await readDocument("spec/openapi.yaml")).root, {
      count: 10,
      edits: 3,
    }),
  ];
  const columns = ["", "read, s", "matrix, s", "cells", "one comparison, s", "as many comparisons, s"];
  return { title: "Diff: the matrix of versions, seconds of a processor", columns, rows };
}

async function row(
  name: string,
  root: JsonObject,
  { count, edits }: { readonly count: number; readonly edits: number },
): Promise<string[]> {
  const documents: OpenApiDocument[] = [];
  const read = await seconds(async () => {
    for (let version = 0; version < count; version++) {
      if (version > 0) edit(root, version, edits);
      const text = JSON.stringify(root);
      documents.push(await readDocument(`v${version}.json`, { readText: () => Promise.resolve(text) }));
    }
  });
  const matrix = new Matrix(documents);
  const decided = await seconds(() => {
    for (let client = 0; client < count; client++)
      for (let server = 0; server < count; server++) matrix.cell(client, server);
  });
  const one = await seconds(() => compare(documents[0]!, documents.at(-1)!));
  const cells = count * (count - 1);
  return [name, read.toFixed(1), decided.toFixed(1), String(cells), one.toFixed(1), (one * cells).toFixed(0)];
}

/** Adds parameters to different operations in each revision; every other one is required. */
function edit(root: JsonObject, version: number, edits: number): void {
  const items = isObject(root["paths"]) ? Object.values(root["paths"]).filter(isObject) : [];
  const operations = items.flatMap((item) =>
    ["get", "put", "post", "patch", "delete"].flatMap((method) => {
      const operation = item[method];
      return isEditable(operation) ? [operation] : [];
    }),
  );
  for (let at = 0; at < edits; at++) {
    // The step is coprime to the number of operations, so it visits all of them.
    const operation = operations[(version * 389 + at * 41) % operations.length]!;
    const parameters = Array.isArray(operation["parameters"]) ? (operation["parameters"] as Json[]) : [];
    const schema = { type: "string", maxLength: 5 + version };
    operation["parameters"] = [
      ...parameters,
      { name: `edit-${version}-${at}`, in: "query", required: at % 2 === 0, schema },
    ];
  }
}

function isEditable(value: Json | undefined): value is Editable {
  return isObject(value);
}

/** Returns seconds of processor time, which other load on the machine affects less. */
async function seconds(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}
