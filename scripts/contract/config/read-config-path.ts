// Finds the config for a folder: in it, or in a parent folder within the same repository.
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/** Data, which cannot run code: these are discovered. */
const names = ["contract.config.yaml", "contract.config.yml", "contract.config.json"];
/** Programs: these run only if `--config` names them. */
const modules = ["contract.config.ts", "contract.config.mts", "contract.config.js", "contract.config.mjs"];

/** A config file that was found. */
export interface FoundConfig {
  /** An absolute path. */
  readonly path: string;
  /** Whether it is a module that was discovered rather than named. */
  readonly isModule: boolean;
}

/** Returns the absolute paths where a data config may be, the nearest first. */
export function configCandidates(cwd: string): string[] {
  return foldersAbove(cwd).flatMap((folder) => names.map((name) => join(folder, name)));
}

/**
 * Returns the nearest config from `cwd` up to the top of its repository; without a repository, only in `cwd`.
 */
export function findConfig(cwd: string): FoundConfig | undefined {
  for (const folder of foldersAbove(cwd)) {
    const there = (name: string): boolean => existsSync(join(folder, name));
    const data = names.find(there);
    if (data !== undefined) return { path: join(folder, data), isModule: false };
    const module = modules.find(there);
    if (module !== undefined) return { path: join(folder, module), isModule: true };
  }
  return undefined;
}

/** Returns a folder and its parents, up to the top of its repository. */
function foldersAbove(cwd: string): string[] {
  const top = topOf(cwd) ?? cwd;
  const folders = [cwd];
  for (let folder = cwd; folder !== top; folder = dirname(folder)) folders.push(dirname(folder));
  return folders;
}

/** Returns the top of the repository that contains a folder. */
export function topOf(from: string): string | undefined {
  for (let folder = from; ; folder = dirname(folder)) {
    if (existsSync(join(folder, ".git"))) return folder;
    if (dirname(folder) === folder) return undefined;
  }
}
