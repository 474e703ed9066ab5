// Where a file may be written: in a folder that is one, not through a symbolic link to a place that nobody named.
import { lstat } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";
import { UsageError } from "./command.ts";

/** Throws a UsageError when a file, or a folder on the way to it from `root`, is a link, or anything but a file and folders. */
export async function checkTarget(root: string, file: string, shown = file): Promise<void> {
  const steps = relative(root, file).split(sep);
  for (let count = 0; count <= steps.length; count += 1) {
    const path = join(root, ...steps.slice(0, count));
    const stats = await lstat(path).catch(() => undefined);
    const wanted = path === file ? "a file" : "a folder";
    if (stats === undefined || (path === file ? stats.isFile() : stats.isDirectory())) continue;
    const found = stats.isSymbolicLink() ? "a symbolic link" : stats.isDirectory() ? "a folder" : "no file";
    const name = join(shown, relative(file, path));
    throw new UsageError(`${name} is in the way, nothing is written`, {
      expected: `expected ${wanted} or nothing, got ${found}`,
      fix: `move ${name} elsewhere, or name another folder`,
    });
  }
}

/** The same for a file in the folder where a command runs. */
export function checkOwnTarget(cwd: string, file: string, shown: string): Promise<void> {
  return checkTarget(file.startsWith(cwd + sep) ? cwd : dirname(file), file, shown);
}

/** Why a folder is not written to: something in it was not made by this tool. */
export function foreign(folder: string, file: string): UsageError {
  return new UsageError(`${folder} holds files that this tool did not make, nothing is written`, {
    expected: `expected an empty folder, or one that an earlier run has written, found ${file}`,
    fix: "name another folder with --out, or move the existing files",
  });
}
