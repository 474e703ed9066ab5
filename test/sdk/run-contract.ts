// Runs a command of the tool in this process, in a given folder.
import { readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { runCommandLine } from "../../scripts/contract/cli/run-command-line.ts";

/** Documents of the command cases. */
export const fixtures = resolve("test/fixtures/command-cases");

/** Returns the exit code, and the output on both streams. */
export async function contract(cwd: string, ...args: string[]): Promise<{ code: number; said: string }> {
  const lines: string[] = [];
  const note = (line: string): void => void lines.push(line);
  const code = await runCommandLine(args, { out: note, err: note, cwd, env: {} });
  return { code, said: lines.join("\n") };
}

/** All files below a folder. */
export function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
