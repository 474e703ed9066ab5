// Runs one of the project's programs from dist/, bundling it first when a source file is newer than the bundle.
// Plain JavaScript, because it is what turns the TypeScript into something Node 20 can run.
import { existsSync, readFileSync, statSync } from "node:fs";
import * as nodeModule from "node:module";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

/** Program name → its entry. */
const programs = {
  server: "server/main.ts",
  contract: "scripts/contract/cli.ts",
  mock: "scripts/contract/mock/start-mock.ts",
};

/** What every bundle is made with, beside the sources that it holds. */
const makers = ["scripts/bundle-program.js", "package.json"];

/**
 * @param {string} bundle
 * @param {string} inputs  the list of the sources that it holds, which was written with it
 * @returns {boolean} whether a source is newer than the bundle, or gone; an installed package has no sources to compare with
 */
function isStale(bundle, inputs) {
  if (!existsSync(bundle)) return true;
  if (!existsSync(join(root, "scripts", "bundle-program.js"))) return false;
  if (!existsSync(inputs)) return true;
  const built = statSync(bundle).mtimeMs;
  const sources = readFileSync(inputs, "utf8").split("\n").filter(Boolean);
  return [...makers, ...sources].some((source) => {
    const found = statSync(join(root, source), { throwIfNoEntry: false });
    return found === undefined || found.mtimeMs > built;
  });
}

/**
 * One line for a Node that is too old, in place of a stack trace; undefined for any other.
 * @param {string} version  such as "18.20.4"
 * @returns {string | undefined}
 */
export function complaintAboutNode(version) {
  const text = readFileSync(join(root, "package.json"), "utf8");
  const [, least = ""] = /"engines":\s*\{\s*"node":\s*"([^"]*)"/.exec(text) ?? [];
  const numbers = (/** @type {string} */ text) => (text.match(/\d+/g) ?? []).map(Number);
  const [major = 0, minor = 0] = numbers(version);
  const [leastMajor = 0, leastMinor = 0] = numbers(least);
  if (major > leastMajor || (major === leastMajor && minor >= leastMinor)) return undefined;
  return `this needs Node.js ${least}, and this is ${version}; install a newer one from https://nodejs.org`;
}

/**
 * One line where the packages that the programs are made with are not there, as in a fresh clone; undefined otherwise.
 * @param {(name: string) => unknown} resolve  throws for a package that cannot be found
 * @returns {string | undefined}
 */
export function complaintAboutPackages(resolve) {
  try {
    resolve("esbuild");
    return undefined;
  } catch {
    return `the packages that this needs are not installed; run npm ci in ${root} first`;
  }
}

/**
 * Runs a program in this process, with the command line's arguments.
 * @param {keyof typeof programs} name
 */
export async function launch(name) {
  const complaint =
    complaintAboutNode(process.versions.node) ?? complaintAboutPackages((name) => import.meta.resolve(name));
  if (complaint !== undefined) {
    process.stderr.write(`${complaint}\n`);
    process.exitCode = 2;
    return;
  }
  const program = await bundled(name);
  if (name === "contract" && !withoutEnd.has(process.argv[2] ?? "")) {
    const { runBounded } = await import("./bounded-run.js");
    process.exitCode = await runBounded(program);
    return;
  }
  keepCompiled();
  await import(program);
}

/**
 * The URL of a program's bundle, which is made first when a source is newer.
 * @param {keyof typeof programs} name
 * @returns {Promise<string>}
 */
export async function bundled(name) {
  const bundle = join(root, "dist", `${name}.js`);
  if (isStale(bundle, join(root, "dist", `${name}.inputs.txt`))) {
    const { bundleProgram } = await import("./bundle-program.js");
    await bundleProgram(join(root, programs[name]), bundle);
  }
  return pathToFileURL(bundle).href;
}

/** Commands that run until somebody ends them, or as long as a server takes; they hear signals. */
const withoutEnd = new Set(["mock", "proxy", "verify"]);

/**
 * What was compiled is kept on the disk for the next start, from Node 22.8 on; where that is not possible, nothing happens.
 * @see https://nodejs.org/api/module.html#module-compile-cache
 */
export function keepCompiled() {
  /** @type {unknown} */
  const enableCompileCache = Reflect.get(nodeModule, "enableCompileCache");
  if (takesFolder(enableCompileCache)) enableCompileCache(join(root, "dist", "compiled"));
}

/**
 * @param {unknown} value
 * @returns {value is (folder: string) => unknown}
 */
function takesFolder(value) {
  return typeof value === "function";
}
