// Start-up time of the tool: whole processes, compared with the tool at an earlier commit, with the other
// tools that compare documents, and with an empty program.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Bench } from "./bench.ts";
import { oasdiffProgram, redoclyProgram } from "./diff-tools.ts";
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
    const rows: string[][] = [["an empty program of Node", ...(await least(["-e", "0"], folder))]];
    for (const [work, args] of Object.entries(works))
      for (const [name, program] of tools)
        rows.push([`${name}: ${work}`, ...(await least([program, ...args], folder))]);
    for (const [work, head] of [
      ["a document and itself", "base.yaml"],
      ["one edit", "head.yaml"],
    ] as const) {
      const asOasdiff = ["breaking", "base.yaml", head, "--fail-on", "ERR"];
      rows.push([`oasdiff: ${work}`, ...(await least(spawning(oasdiffProgram(), asOasdiff), folder))]);
      const asRedocly = [redoclyProgram(), "diff", "base.yaml", head, "--lint-config", "off"];
      rows.push([`redocly: ${work}`, ...(await least(asRedocly, folder))]);
    }
    return [
      {
        title:
          "The tool: whole processes, the least of five; oasdiff's with the empty program that starts it",
        columns: ["", "processor s", "wall s"],
        rows,
      },
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * Returns the minima of processor time and wall time. The first run, which bundles the tool or fills the
 * compile cache, does not count.
 */
async function least(args: readonly string[], cwd: string): Promise<[string, string]> {
  await runMeasured(args, cwd);
  let [processor, wall] = [Infinity, Infinity];
  for (let run = 0; run < runs; run++) {
    const effort = await runMeasured(args, cwd);
    processor = Math.min(processor, effort.processor);
    wall = Math.min(wall, effort.seconds);
  }
  return [processor.toFixed(2), wall.toFixed(2)];
}

/** Returns the arguments of a Node program that runs a native one. */
function spawning(program: string, args: readonly string[]): string[] {
  const text = `require("node:child_process").spawnSync(process.argv[1], process.argv.slice(2))`;
  return ["-e", text, "--", program, ...args];
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
