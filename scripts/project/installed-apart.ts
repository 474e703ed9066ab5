// Packages of other makers that a script works with: fetched when it is wanted, so that they are no dependencies of the project.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** What a table says of a tool that could not be fetched. */
export const notFetched = "not fetched: npm's registry cannot be reached";

const cache = fileURLToPath(new URL("../../node_modules/.cache/apart/", import.meta.url));

/**
 * A folder in whose `node_modules` the packages are; undefined when the registry cannot be reached. Fetched once, then kept; no script of
 * theirs runs.
 *
 * @param wanted  to the version: `openai@6.49.0`
 */
export function installedApart(wanted: readonly string[], timeout = 120_000): string | undefined {
  const folder = join(cache, wanted.join("+").replaceAll("/", "-"));
  if (existsSync(folder)) return folder;
  // Whole or not at all: a run that is ended in between leaves no half of a package to the next.
  const half = `${folder}.${process.pid}`;
  mkdirSync(half, { recursive: true });
  try {
    writeFileSync(join(half, "package.json"), '{ "private": true }\n');
    const quiet = ["--ignore-scripts", "--no-audit", "--no-fund", "--save-exact"];
    const { status } = spawnSync("npm", ["install", "--prefix", half, ...quiet, ...wanted], {
      stdio: "ignore",
      timeout,
    });
    if (status !== 0) return undefined;
    renameSync(half, folder);
    return folder;
  } finally {
    rmSync(half, { recursive: true, force: true });
  }
}
