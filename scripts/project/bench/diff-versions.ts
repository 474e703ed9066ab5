// Duration of the matrix of many versions: 20 revisions of a document of 1,200 operations with 30 edits each,
// and of our own with 12 operations and 3 edits.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { operationFindings, wantedOperations } from "../../contract/diff/compare-operations.ts";
import { compare } from "../../contract/diff/compare.ts";
import { contextOf, type OperationPair, type Context } from "../../contract/diff/decide/context.ts";
import { Matrix } from "../../contract/diff/versions/matrix.ts";
import { VersionChain } from "../../contract/diff/versions/version-chain.ts";
import type { Json, JsonObject, OpenApiDocument } from "../../contract/document/document.ts";
import { isObject } from "../../contract/document/pointer.ts";
import { readDocument } from "../../contract/document/read-document.ts";
import type { Bench } from "./bench.ts";
import { runMeasured } from "./run-measured.ts";
import type { Table } from "./table.ts";

const large = createRequire(import.meta.url).resolve("@octokit/openapi/generated/api.github.com.json");

const contract = join(import.meta.dirname, "../../contract.js");

type Editable = Record<string, Json>;

export const versionsBench: Bench = { name: "versions", run: async () => [await diffVersions()] };

/**
 * Reads the revisions, decides every cell, compares each distinct pair of operations by itself, and compares
 * the two most distant documents directly.
 */
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
  const columns = [
    "",
    "read, s",
    "matrix, s",
    "together, s",
    "distinct pairs",
    "compared one by one, s",
    "matrix ÷ pairs",
    "cells",
    "one comparison, s",
    "as many comparisons, s",
    "the command, s",
    "wall, s",
    "MB",
  ];
  const note =
    "distinct pairs: of operations that differ, in any two versions; compared one by one, each once, without the others";
  return { title: "Diff: the matrix of versions, seconds of a processor", columns, rows, note };
}

async function row(
  name: string,
  root: JsonObject,
  { count, edits }: { readonly count: number; readonly edits: number },
): Promise<string[]> {
  const texts = Array.from({ length: count }, (_, version) => {
    if (version > 0) edit(root, version, edits);
    return JSON.stringify(root);
  });
  let documents: readonly OpenApiDocument[] = [];
  const read = await seconds(async () => {
    documents = await readAll(texts);
  });
  const decided = await seconds(() => {
    const matrix = new Matrix(documents);
    for (let client = 0; client < count; client++)
      for (let server = 0; server < count; server++) matrix.cell(client, server);
  });
  // Read again: what the matrix found out about its documents would help.
  documents = await readAll(texts);
  const pairs = distinctPairs(documents);
  const apart = await seconds(() => {
    for (const { context, pair } of pairs)
      operationFindings(context(), { pairs: [pair], removed: [], added: [] }, {});
  });
  const one = await seconds(() => compare(documents[0]!, documents.at(-1)!));
  const cells = count * (count - 1);
  return [
    name,
    ...[read, decided, read + decided].map((time) => time.toFixed(1)),
    String(pairs.length),
    apart.toFixed(1),
    (decided / apart).toFixed(2),
    String(cells),
    one.toFixed(1),
    (one * cells).toFixed(0),
    ...(await command(texts)),
  ];
}

/** Measures the whole command, as users run it: processor time, wall time and memory. */
async function command(texts: readonly string[]): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), "versions-bench-"));
  try {
    const names = texts.map((_, version) => `v${version}.json`);
    for (const [version, text] of texts.entries()) writeFileSync(join(folder, names[version]!), text);
    const versions = names.slice(0, -1).flatMap((name) => ["--supported", name]);
    const args = [contract, "diff", ...versions, "--document", names.at(-1)!];
    const { processor, seconds, megabytes } = await runMeasured(args, folder);
    return [processor.toFixed(1), seconds.toFixed(1), megabytes.toFixed(0)];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function readAll(texts: readonly string[]): Promise<OpenApiDocument[]> {
  const documents: OpenApiDocument[] = [];
  for (const [version, text] of texts.entries())
    documents.push(await readDocument(`v${version}.json`, { readText: () => Promise.resolve(text) }));
  return documents;
}

/** Two versions of an operation that differ, and a new context to compare them in. */
interface DistinctPair {
  readonly pair: OperationPair;
  readonly context: () => Context;
}

/** Returns each pair of differing operations once, for the first two versions that have it. */
function distinctPairs(documents: readonly OpenApiDocument[]): DistinctPair[] {
  const chain = new VersionChain(documents);
  const found = new Map<string, DistinctPair>();
  for (const [client, base] of chain.apis.entries())
    for (const [server, head] of chain.apis.entries()) {
      const same = chain.same(client, server);
      const context = (): Context => contextOf(base, head, { same, options: {} });
      for (const pair of wantedOperations(context(), {}).pairs) {
        if (chain.isSame(client, server, pair)) continue;
        const name = chain.nameOf(client, server, pair);
        if (!found.has(name)) found.set(name, { pair, context });
      }
    }
  return [...found.values()];
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
