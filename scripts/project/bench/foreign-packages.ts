// What other makers publish and the benchmark compares with: fetched when it is wanted, so that it is no dependency of the project.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** To the version, and what a package wants beside it; the newest versions that run on Node 20. */
const packages = {
  "@stoplight/prism-cli": ["@stoplight/prism-cli@5.14.2"],
  "@hey-api/openapi-ts": ["@hey-api/openapi-ts@0.95.0", "typescript@5.9.3"],
  openai: ["openai@6.49.0"],
  orval: ["orval@7.13.0"],
  twilio: ["twilio@6.3.1"],
} as const;

export type ForeignPackage = keyof typeof packages;

/** What a table says of a tool that could not be fetched. */
export const notFetched = "not fetched: npm's registry cannot be reached";

const cache = fileURLToPath(new URL("../../../node_modules/.cache/bench/", import.meta.url));
const found = new Map<ForeignPackage, string | undefined>();

/** A folder in whose `node_modules` the package is; undefined when the registry cannot be reached. Fetched once, then kept. */
export function foreignPackage(name: ForeignPackage): string | undefined {
  if (!found.has(name)) found.set(name, fetched(packages[name]));
  return found.get(name);
}

function fetched(wanted: readonly string[]): string | undefined {
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
      timeout: 120_000,
    });
    if (status !== 0) return undefined;
    renameSync(half, folder);
    return folder;
  } finally {
    rmSync(half, { recursive: true, force: true });
  }
}
