// Third-party packages for single scripts: fetched on demand, so that they are not dependencies of the
// project.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** Table entry for a tool that could not be fetched. */
export const notFetched = "not fetched: npm's registry cannot be reached";

const cache = fileURLToPath(new URL("../../node_modules/.cache/apart/", import.meta.url));

/**
 * Returns a folder whose `node_modules` has the packages; undefined if the registry is unreachable. Fetched
 * once, then kept; their install scripts do not run.
 *
 * @param wanted  packages with exact versions: `openai@6.49.0`
 */
export function installedApart(wanted: readonly string[], timeout = 120_000): string | undefined {
  const folder = join(cache, wanted.join("+").replaceAll("/", "-"));
  if (existsSync(folder)) return folder;
  // Installs atomically: an interrupted run leaves no partial package for the next.
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
