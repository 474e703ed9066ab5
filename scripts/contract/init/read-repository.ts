// Reads what `contract init` needs from the repository: its top folder, and the files by which this tool is
// installed.
import { readFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { git } from "../document/git.ts";

/** Returns the top folder of the repository; without a repository, the folder itself. */
export async function readTop(cwd: string): Promise<string> {
  const found = await git(["rev-parse", "--show-toplevel"], cwd);
  return found.failed ? cwd : found.text().trim();
}

/**
 * Returns the existing files by which others install this tool: the manifest, its lock file, and a packed
 * tool beside them.
 */
export async function readInstallation(top: string): Promise<string[]> {
  const manifest = await readFile(join(top, "package.json"), "utf8").catch(() => "");
  const packed = [...manifest.matchAll(/"file:([^"\\]+\.tgz)"/g)].map(([, path = ""]) => path);
  const files = ["package.json", "package-lock.json", ...packed];
  return files.filter((path) => !path.startsWith("..") && existsSync(join(top, path)));
}
