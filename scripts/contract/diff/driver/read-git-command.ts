// Determines what git compares. Git passes only the two files to its drivers, so the command line of the
// parent process is read.
import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";

/** Arguments of `git diff …` that may be revisions, and whether the index is the new side. */
export interface GitCommand {
  readonly revisions: readonly string[];
  readonly cached: boolean;
}

/**
 * Reads the command as far as possible: empty if processes cannot be inspected, or git was not run by its
 * command line.
 */
export async function readGitCommand(parent: number = process.ppid): Promise<GitCommand> {
  let pid = parent;
  // Between git and this process there may be a shell or two, and npx.
  for (let level = 0; level < 6 && pid > 1; level += 1) {
    const found = await processOf(pid);
    if (found === undefined) break;
    const command = parseGitCommand(found.words);
    if (command !== undefined) return command;
    pid = found.parent;
  }
  return { revisions: [], cached: false };
}

/** Returns undefined for another program, or another git command. */
export function parseGitCommand([program = "", ...words]: readonly string[]): GitCommand | undefined {
  if (!/(^|[/\\])git(\.exe)?$/.test(program)) return undefined;
  const at = words.findIndex((word) => ["diff", "difftool", "show", "log"].includes(word));
  if (at === -1) return undefined;
  const rest = words.slice(at + 1);
  const end = rest.indexOf("--");
  const named = (end === -1 ? rest : rest.slice(0, end)).filter((word) => !word.startsWith("-"));
  return { revisions: named, cached: rest.includes("--cached") || rest.includes("--staged") };
}

async function processOf(pid: number): Promise<{ words: string[]; parent: number } | undefined> {
  try {
    const [line, status] = await Promise.all([
      readFile(`/proc/${pid}/cmdline`, "utf8"),
      readFile(`/proc/${pid}/status`, "utf8"),
    ]);
    const parent = Number(/^PPid:\s*(\d+)/m.exec(status)?.[1] ?? 0);
    return { words: line.split("\0").slice(0, -1), parent };
  } catch {
    return processByPs(pid);
  }
}

async function processByPs(pid: number): Promise<{ words: string[]; parent: number } | undefined> {
  try {
    const { stdout } = await promisify(execFile)("ps", ["-o", "ppid=,args=", "-p", String(pid)]);
    const [parent = "0", ...words] = stdout.trim().split(/\s+/);
    return { words, parent: Number(parent) };
  } catch {
    return undefined;
  }
}
