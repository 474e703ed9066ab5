// Runs one of the project's programs from dist/, bundling it first when a source file is newer than the bundle.
// Plain JavaScript, because it is what turns the TypeScript into something Node 20 can run.
import { existsSync, readdirSync, statSync } from "node:fs";
import * as nodeModule from "node:module";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

/** Program name → its entry. */
const entries = { server: "server/main.ts", contract: "scripts/cli.ts" };

/**
 * The newest modification time among the sources a bundle is made from.
 * @param {string} folder
 * @returns {number}
 */
function newest(folder) {
  let latest = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    latest = Math.max(latest, entry.isDirectory() ? newest(path) : statSync(path).mtimeMs);
  }
  return latest;
}

/**
 * @param {string} bundle
 * @returns {boolean} whether a source is newer than the bundle; an installed package has no sources to compare with
 */
function isStale(bundle) {
  if (!existsSync(bundle)) return true;
  if (!existsSync(join(root, "scripts", "bundle-program.js"))) return false;
  const built = statSync(bundle).mtimeMs;
  const folders = ["server", "generated", "scripts"].map((name) => join(root, name)).filter(existsSync);
  return (
    folders.some((folder) => newest(folder) > built) || statSync(join(root, "package.json")).mtimeMs > built
  );
}

/**
 * Runs a program in this process, with the command line's arguments.
 * @param {keyof typeof entries} name
 */
export async function launch(name) {
  const bundle = join(root, "dist", `${name}.js`);
  if (isStale(bundle)) {
    const { bundleProgram } = await import("./bundle-program.js");
    await bundleProgram(join(root, entries[name]), bundle);
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
