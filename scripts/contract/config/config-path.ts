// Resolves paths in a config: relative to its folder, and never outside of its repository.
import { relative, resolve, sep } from "node:path";
import { isUrl } from "../document/uri.ts";

/** The location of a config, and the working directory of the command. */
export interface ConfigLocation {
  /** The base of the config's paths. */
  readonly folder: string;
  /** The folder that they may not leave: the repository, or the config's folder if there is none. */
  readonly top: string;
  readonly cwd: string;
}

/**
 * Returns the path relative to the working directory; undefined if it leaves the repository, or points into
 * `.git`.
 */
export function configPath(written: string, { folder, top, cwd }: ConfigLocation): string | undefined {
  if (isUrl(written)) return written;
  const full = resolve(folder, written);
  const below = relative(top, full).split(sep);
  if (below[0] === ".." || below.includes(".git") || resolve(top, ...below) !== full) return undefined;
  return relative(cwd, full).split(sep).join("/") || ".";
}
