// Uses the SDKs of ten real APIs against mocks of their documents and prints a table: `node --import=tsx
// scripts/project/documents/purpose-documents.ts [part of a name]`. Each document runs in a separate process.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { notFetched } from "../installed-apart.ts";
import { documentsByPurpose } from "./real-documents.ts";
import { type Used, useSdk, type Walk } from "./use-sdk.ts";

/** What the documents say in prose only: streams, by the name of the document. */
const streamed: Readonly<Record<string, object>> = {
  "openai.com": {
    target: "$.paths['/chat/completions'].post.responses['200'].content",
    update: {
      "text/event-stream": {
        schema: { type: "object" },
        "x-sdk": { stream: { sentinel: "[DONE]" } },
      },
    },
  },
};

const [first = "", ...rest] = process.argv.slice(2);
if (first === "--one") {
  const [name = "", path = "", folder = ""] = rest;
  process.stdout.write(`${JSON.stringify(await useSdk(path, folder, overlaysOf(name, folder)))}\n`);
} else useAll(first);

function overlaysOf(name: string, folder: string): string[] {
  const action = streamed[name];
  if (action === undefined) return [];
  const path = join(folder, "overlay.json");
  const info = { title: "Streams", version: "1" };
  writeFileSync(path, JSON.stringify({ overlay: "1.0.0", info, actions: [action] }));
  return [path];
}

function useAll(wanted: string): void {
  const documents = documentsByPurpose()?.filter(({ name }) => name.includes(wanted));
  if (documents === undefined) {
    process.stdout.write(`${notFetched}\n`);
    return;
  }
  const heads = ["methods", "errors", "calls", "lists", "pages", "items", "streams", "events"];
  process.stdout.write(`${row("", "", heads)}\n`);
  for (const { purpose, name, path } of documents) {
    const used = useOne(name, path);
    process.stdout.write(
      typeof used === "string" ? `${name}: ${used}\n` : `${row(purpose, name, cells(used))}\n`,
    );
    if (typeof used === "string") continue;
    const failed = [...used.lists, ...used.streams].filter(({ error }) => error !== undefined);
    for (const { operationId, error } of failed.slice(0, 5))
      process.stdout.write(`    ${operationId}: ${error?.split("\n")[0]}\n`);
    for (const one of used.calls.failed.slice(0, 5)) process.stdout.write(`    ${one}\n`);
    for (const one of used.complaints.slice(0, 3)) process.stdout.write(`    ${one}\n`);
  }
}

function cells({ methods, complaints, calls, lists, streams }: Used): string[] {
  const good = (walks: readonly Walk[]): Walk[] => walks.filter(({ error }) => error === undefined);
  const sum = (walks: readonly Walk[], of: "items" | "pages"): number =>
    walks.reduce((total, walk) => total + walk[of], 0);
  return [
    methods,
    complaints.length,
    `${calls.done}/${calls.of}`,
    `${good(lists).length}/${lists.length}`,
    sum(lists, "pages"),
    sum(lists, "items"),
    `${good(streams).length}/${streams.length}`,
    sum(streams, "items"),
  ].map(String);
}

function row(purpose: string, name: string, values: readonly string[]): string {
  return purpose.padEnd(16) + name.padEnd(31) + values.map((value) => value.padStart(8)).join("");
}

function useOne(name: string, path: string): Used | string {
  const folder = mkdtempSync(join(tmpdir(), "purpose-documents-"));
  try {
    const { stdout, stderr, status } = spawnSync(
      process.execPath,
      ["--import=tsx", fileURLToPath(import.meta.url), "--one", name, path, folder],
      { encoding: "utf8", timeout: 600_000, maxBuffer: 64 * 2 ** 20 },
    );
    if (status !== 0) return `failed: ${stderr.trim().split("\n").slice(0, 12).join("\n    ")}`;
    return JSON.parse(stdout) as Used;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
