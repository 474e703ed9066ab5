// Where the config of a folder is: in it, or above it within the same repository.
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/** Data, which cannot run: these are looked for. */
const names = ["contract.config.yaml", "contract.config.yml", "contract.config.json"];
/** Programs: these run only when `--config` names them. */
const modules = ["contract.config.ts", "contract.config.mts", "contract.config.js", "contract.config.mjs"];

export interface FoundConfig {
  /** Absolute. */
  readonly path: string;
  /** Whether it is a module that nobody has named. */
  readonly isModule: boolean;
}

/** Where a config of data may lie, the nearest first; absolute. */
export function configCandidates(cwd: string): string[] {
  return foldersAbove(cwd).flatMap((folder) => names.map((name) => join(folder, name)));
}

/** The nearest config from `cwd` up to the top of its repository; without a repository, in `cwd` alone. */
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

/** A folder and those above it, up to the top of its repository. */
function foldersAbove(cwd: string): string[] {
  const top = topOf(cwd) ?? cwd;
  const folders = [cwd];
  for (let folder = cwd; folder !== top; folder = dirname(folder)) folders.push(dirname(folder));
  return folders;
}

/** The top of the repository that a folder is in. */
export function topOf(from: string): string | undefined {
  for (let folder = from; ; folder = dirname(folder)) {
    if (existsSync(join(folder, ".git"))) return folder;
    if (dirname(folder) === folder) return undefined;
  }
}
