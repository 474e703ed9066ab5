// `npm run coverage [-- PATTERN]`: runs the tests with V8's own coverage, and prints it by folder. Nothing is
// required of it.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { type CoverageSummary, coverageByFolder } from "./by-folder.ts";

const root = process.cwd();
const folder = join(root, "node_modules/.cache/coverage");
const bin = join(root, "node_modules/.bin");

/** Ends this process with the exit code of a program that fails. */
function run(program: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): void {
  const { status, error } = spawnSync(program, args, { stdio: "inherit", env: { ...process.env, ...env } });
  if (error !== undefined) throw error;
  if (status !== 0) process.exitCode = status ?? 1;
}

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
run(process.execPath, ["scripts/bundle-tests.js"]);
run(process.execPath, ["scripts/run-tests.js", ...process.argv.slice(2)], {
  NODE_V8_COVERAGE: join(folder, "raw"),
});
run(join(bin, "c8"), [
  "report",
  ...["--temp-directory", join(folder, "raw"), "--reports-dir", folder, "--reporter", "json-summary"],
  // Bundles are read through their source maps; what is not the project's own is left out.
  ...["--exclude-after-remap", "--merge-async"],
  ...["server", "client", "scripts"].flatMap((part) => ["--include", `${part}/**`]),
]);
const summary = JSON.parse(readFileSync(join(folder, "coverage-summary.json"), "utf8")) as CoverageSummary;
console.log(coverageByFolder(summary, root));
