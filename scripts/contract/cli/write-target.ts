// Checks that a file may be written: in a real folder, not through a symbolic link to another location.
import { lstat } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";
import { UsageError } from "./command.ts";

/**
 * Checks that `file` and every folder on the way to it from `root` may be written.
 *
 * @throws UsageError if one of them is a symbolic link, or not a file or folder respectively
 */
export async function checkTarget(root: string, file: string, shown = file): Promise<void> {
  const steps = relative(root, file).split(sep);
  for (let count = 0; count <= steps.length; count += 1) {
    const path = join(root, ...steps.slice(0, count));
    const stats = await lstat(path).catch(() => undefined);
    const wanted = path === file ? "a file" : "a folder";
    if (stats === undefined || (path === file ? stats.isFile() : stats.isDirectory())) continue;
    const found = stats.isSymbolicLink() ? "a symbolic link" : stats.isDirectory() ? "a folder" : "no file";
    throw inTheWay(join(shown, relative(file, path)), wanted, found);
  }
}

function inTheWay(name: string, wanted: string, found: string): UsageError {
  return new UsageError(`${name} is in the way, nothing is written`, {
    expected: `expected ${wanted} or nothing, got ${found}`,
    fix: `move ${name} elsewhere, or name another folder`,
  });
}

/**
 * Checks every folder on the way from the working directory of a command to a folder that it writes.
 *
 * @throws UsageError if one of them is a symbolic link
 */
export async function checkWay(cwd: string, folder: string): Promise<void> {
  for (let path = dirname(folder); path.startsWith(cwd + sep); path = dirname(path)) {
    const stats = await lstat(path).catch(() => undefined);
    if (stats?.isSymbolicLink() === true) throw inTheWay(relative(cwd, path), "a folder", "a symbolic link");
  }
}

/** Checks a file relative to the working directory of the command. */
export function checkOwnTarget(cwd: string, file: string, shown: string): Promise<void> {
  return checkTarget(file.startsWith(cwd + sep) ? cwd : dirname(file), file, shown);
}

/**
 * Returns the error for a folder that is not written to because it contains a file that this tool did not
 * create.
 */
export function foreign(folder: string, file: string): UsageError {
  return new UsageError(`${folder} holds files that this tool did not make, nothing is written`, {
    expected: `expected an empty folder, or one that an earlier run has written, found ${file}`,
    fix: "name another folder with --out, or move the existing files",
  });
}
