// Runs one of the project's programs from dist/, bundling it first when a source file is newer than the bundle.
// Plain JavaScript, because it is what turns the TypeScript into something Node 20 can run.
import { existsSync, readdirSync, statSync } from "node:fs";
import * as nodeModule from "node:module";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

/** Program name → its entry, and what its bundle is made from: a start looks at every file there, which takes its time. */
const programs = {
  server: {
    entry: "server/main.ts",
    sources: ["server", "generated", "scripts/bundle-program.js", "package.json"],
  },
  contract: { entry: "scripts/cli.ts", sources: ["server", "generated", "scripts", "package.json"] },
};

/**
 * Whether a file, or one below a folder, was modified after a time.
 * @param {string} path
 * @param {number} time
 * @returns {boolean}
 */
function isNewer(path, time) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return false;
  if (!found.isDirectory()) return found.mtimeMs > time;
  return readdirSync(path).some((name) => isNewer(`${path}/${name}`, time));
}

/**
 * @param {string} bundle
 * @param {readonly string[]} sources
 * @returns {boolean} whether a source is newer than the bundle; an installed package has no sources to compare with
 */
function isStale(bundle, sources) {
  if (!existsSync(bundle)) return true;
  if (!existsSync(join(root, "scripts", "bundle-program.js"))) return false;
  const built = statSync(bundle).mtimeMs;
  return sources.some((source) => isNewer(join(root, source), built));
}

/**
 * Runs a program in this process, with the command line's arguments.
 * @param {keyof typeof programs} name
 */
export async function launch(name) {
  const bundle = join(root, "dist", `${name}.js`);
  const { entry, sources } = programs[name];
  if (isStale(bundle, sources)) {
    const { bundleProgram } = await import("./bundle-program.js");
    await bundleProgram(join(root, entry), bundle);
  }
  keepCompiled();
  await import(pathToFileURL(bundle).href);
}

/**
 * What was compiled is kept on the disk for the next start, from Node 22.8 on; where that is not possible, nothing happens.
 * @see https://nodejs.org/api/module.html#module-compile-cache
 */
function keepCompiled() {
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
