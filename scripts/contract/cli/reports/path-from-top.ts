// Reports of CI platforms name files from the top of the repository, wherever a command runs.
import { posix } from "node:path";
import { standardInput } from "../../document/read-input.ts";
import { isAbsoluteUri } from "../../document/uri.ts";

/**
 * @param folder  the one that a path is relative to, from the top of the repository; empty at the top, and
 * outside any repository
 */
export function pathFromTop(folder: string, file: string): string {
  if (folder === "" || file === standardInput || posix.isAbsolute(file) || isAbsoluteUri(file)) return file;
  return posix.join(folder, file);
}
