// Tries `contract mock` with documents of real APIs and prints the result of each: `node --import=tsx
// scripts/project/documents/mock-documents.ts [part of a name] [--all]`. Each document runs in a separate
// process.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { notFetched } from "../installed-apart.ts";
import { realDocuments } from "./real-documents.ts";
import { type Tried, tryMock } from "./try-mock.ts";

const [first = "", ...rest] = process.argv.slice(2);
if (first === "--one") {
  const [path = "", folder = ""] = rest;
  process.stdout.write(`${JSON.stringify(await tryMock(path, folder))}\n`);
} else tryAll(first.startsWith("--") ? "" : first);

function tryAll(wanted: string): void {
  const documents = realDocuments(wanted);
  if (documents === undefined) {
    process.stdout.write(`${notFetched}\n`);
    return;
  }
  const all: Tried[] = [];
  for (const { name, path } of documents) {
    const tried = tryOne(path);
    process.stdout.write(`${name.padEnd(45)} ${typeof tried === "string" ? tried : line(tried)}\n`);
    if (typeof tried === "string") continue;
    all.push(tried);
    for (const one of tried.invalid) process.stdout.write(`    breaks the document: ${one}\n`);
    for (const one of tried.surprises) process.stdout.write(`    otherwise: ${one}\n`);
    if (process.argv.includes("--all"))
      for (const one of tried.unchecked) process.stdout.write(`    ${one}\n`);
  }
  process.stdout.write(`${`${all.length} of ${documents.length}`.padEnd(45)} ${line(sumOf(all))}\n`);
}

function tryOne(path: string): Tried | string {
  const folder = mkdtempSync(join(tmpdir(), "mock-documents-"));
  try {
    const { stdout, stderr, status } = spawnSync(
      process.execPath,
      ["--import=tsx", fileURLToPath(import.meta.url), "--one", path, folder],
      { encoding: "utf8", timeout: 600_000, maxBuffer: 64 * 2 ** 20 },
    );
    if (status !== 0) return `failed: ${stderr.trim().split("\n").slice(0, 12).join("\n    ")}`;
    return JSON.parse(stdout) as Tried;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function line({ operations, by, steps, responses, invalid, unchecked, surprises }: Tried): string {
  const parts = Object.entries(steps).map(([name, { done, of }]) => `${name} ${done}/${of}`);
  return (
    `${operations} operations: ${by.state} state, ${by.example} example, ${by.schema} schema, ${by.nothing} empty · ${parts.join(", ")} · ` +
    `${responses} responses, ${invalid.length} wrong, ${unchecked.length} not checked, ${surprises.length} surprises`
  );
}

function sumOf(all: readonly Tried[]): Tried {
  const sum = (of: (tried: Tried) => number): number => all.reduce((total, tried) => total + of(tried), 0);
  const step = (name: keyof Tried["steps"]) => ({
    done: sum(({ steps }) => steps[name].done),
    of: sum(({ steps }) => steps[name].of),
  });
  return {
    operations: sum(({ operations }) => operations),
    by: {
      state: sum(({ by }) => by.state),
      example: sum(({ by }) => by.example),
      schema: sum(({ by }) => by.schema),
      nothing: sum(({ by }) => by.nothing),
    },
    steps: { create: step("create"), fetch: step("fetch"), list: step("list"), delete: step("delete") },
    responses: sum(({ responses }) => responses),
    invalid: all.flatMap(({ invalid }) => invalid),
    unchecked: all.flatMap(({ unchecked }) => unchecked),
    surprises: all.flatMap(({ surprises }) => surprises),
  };
}
