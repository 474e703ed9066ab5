// What `contract init` must know of the repository: where its top is, and which files say that this tool is installed.
import { readFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { git } from "../document/git.ts";

/** The top folder of the repository; where there is none, the folder itself. */
export async function readTop(cwd: string): Promise<string> {
  const found = await git(["rev-parse", "--show-toplevel"], cwd);
  return found.failed ? cwd : found.text().trim();
}

/** The files by which others get this tool, as far as there are any: the manifest, its lock, and a packed tool beside them. */
export async function readInstallation(top: string): Promise<string[]> {
  const manifest = await readFile(join(top, "package.json"), "utf8").catch(() => "");
  const packed = [...manifest.matchAll(/"file:([^"\\]+\.tgz)"/g)].map(([, path = ""]) => path);
  const files = ["package.json", "package-lock.json", ...packed];
  return files.filter((path) => !path.startsWith("..") && existsSync(join(top, path)));
}
