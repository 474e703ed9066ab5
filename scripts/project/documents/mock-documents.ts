// Tries `contract mock` with documents of real APIs and prints the result of each: `node --import=tsx
// scripts/project/documents/mock-documents.ts [part of a name] [--smallest number] [--all]`.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { notFetched } from "../installed-apart.ts";
import { selectedDocuments } from "./real-documents.ts";
import { type Tried, tryMock } from "./try-mock.ts";

const write = (text: string): void => void process.stdout.write(`${text}\n`);
const args = process.argv.slice(2);
const documents = selectedDocuments(args);
if (documents === undefined) write(notFetched);
else {
  const all: Tried[] = [];
  for (const { name, path } of documents) {
    const tried = await tryOne(path);
    write(`${name.padEnd(45)} ${typeof tried === "string" ? tried : line(tried)}`);
    if (typeof tried === "string") continue;
    all.push(tried);
    for (const one of tried.invalid) write(`    breaks the document: ${one}`);
    for (const one of tried.surprises) write(`    otherwise: ${one}`);
    if (args.includes("--all")) for (const one of tried.unchecked) write(`    ${one}`);
  }
  write(`${`${all.length} of ${documents.length}`.padEnd(45)} ${line(sumOf(all))}`);
}

async function tryOne(path: string): Promise<Tried | string> {
  const folder = mkdtempSync(join(tmpdir(), "mock-documents-"));
  try {
    return await tryMock(path, folder);
  } catch (error) {
    return `failed: ${String(error).split("\n").slice(0, 12).join("\n    ")}`;
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
