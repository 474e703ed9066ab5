// Start-up time of the tool: whole processes, compared with the tool at an earlier commit, and with an empty
// program.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Bench } from "./bench.ts";
import { runMeasured } from "./run-measured.ts";
import type { Table } from "./table.ts";

export const toolBench: Bench = { name: "tool", run: toolTables };

/** The commit before the tool became one file that V8 has compiled in advance. */
const before = "06674c1";
const runs = 5;
const files = 800;

async function toolTables(): Promise<readonly Table[]> {
  const folder = mkdtempSync(join(tmpdir(), "tool-bench-"));
  try {
    const tools = new Map([["contract", resolve("scripts/contract.js")]]);
    const old = join(folder, "before");
    if (checkedOut(old)) tools.set(before, join(old, "scripts/contract.js"));
    const works = worksIn(folder);
    const rows: string[][] = [["an empty program of Node", await least(["-e", "0"], folder)]];
    for (const [work, args] of Object.entries(works))
      for (const [name, program] of tools)
        rows.push([`${name}: ${work}`, await least([program, ...args], folder)]);
    return [{ title: "The tool: whole processes, the least of five", columns: ["", "processor s"], rows }];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Returns the minimum. The first run, which bundles the tool or fills the compile cache, does not count. */
async function least(args: readonly string[], cwd: string): Promise<string> {
  await runMeasured(args, cwd);
  let seconds = Infinity;
  for (let run = 0; run < runs; run++) seconds = Math.min(seconds, (await runMeasured(args, cwd)).processor);
  return seconds.toFixed(2);
}

function worksIn(folder: string): Readonly<Record<string, readonly string[]>> {
  const spec = readFileSync("spec/openapi.yaml", "utf8");
  writeFileSync(join(folder, "base.yaml"), spec);
  writeFileSync(join(folder, "head.yaml"), spec.replace("maxLength: 256", "maxLength: 128"));
  mkdirSync(join(folder, "many"));
  for (let at = 0; at < files; at++) {
    const text = `type: object\nproperties: { next: { $ref: "${(at + 1) % files}.yaml" } }\n`;
    writeFileSync(join(folder, "many", `${at}.yaml`), text);
  }
  writeFileSync(
    join(folder, "many.yaml"),
    "openapi: 3.1.0\ninfo: { title: Many, version: 1.0.0 }\npaths: {}\ncomponents: { schemas: { A: { $ref: many/0.yaml } } }\n",
  );
  return {
    "--help": ["--help"],
    "diff of a document and itself": ["diff", "base.yaml", "base.yaml"],
    "diff with one edit": ["diff", "base.yaml", "head.yaml"],
    [`lint of ${files} files`]: ["lint", "many.yaml"],
  };
}

/**
 * Checks out the earlier commit, with the packages of today; returns false if the history does not reach it.
 */
function checkedOut(folder: string): boolean {
  mkdirSync(folder);
  try {
    const archive = execFileSync("git", ["archive", before], {
      maxBuffer: 2 ** 28,
      stdio: ["ignore", "pipe", "ignore"],
    });
    execFileSync("tar", ["-x", "-C", folder], { input: archive });
    symlinkSync(resolve("node_modules"), join(folder, "node_modules"));
    return true;
  } catch {
    return false;
  }
}
