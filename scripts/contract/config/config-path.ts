// Paths of a config: from its folder, and never out of the repository that it lies in.
import { relative, resolve, sep } from "node:path";
import { isUrl } from "../document/uri.ts";

/** Where a config lies, and where the command runs. */
export interface ConfigPlace {
  /** What its paths start from. */
  readonly folder: string;
  /** What they may not leave: the repository, or the folder itself. */
  readonly top: string;
  readonly cwd: string;
}

/** The path from where the command runs; undefined for one that leads out of the repository, or into what is git's. */
export function configPath(written: string, { folder, top, cwd }: ConfigPlace): string | undefined {
  if (isUrl(written)) return written;
  const full = resolve(folder, written);
  const below = relative(top, full).split(sep);
  if (below[0] === ".." || below.includes(".git") || resolve(top, ...below) !== full) return undefined;
  return relative(cwd, full).split(sep).join("/") || ".";
}
