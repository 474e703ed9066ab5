// Runs one of the project's programs from dist/, and bundles it first if a source file is newer than the
// bundle. Plain JavaScript, because it compiles the TypeScript for Node 20.
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import * as nodeModule from "node:module";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

/** Entry and bundle of each program. */
const programs = {
  server: { entry: "server/main.ts", bundle: "server.js" },
  contract: { entry: "scripts/contract/tool.ts", bundle: "contract.cjs" },
};

/** Files that every bundle depends on, in addition to its sources. */
const makers = ["scripts/bundle-program.js", "package.json"];

/**
 * Decides whether a bundle must be rebuilt. An installed package has no sources to compare with.
 *
 * @param {string} bundle
 * @param {string} inputs  the list of the bundle's sources, which was written with it
 * @returns {boolean} true if a source is newer than the bundle, or missing
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
 * Returns a one-line error for a Node version that is too old; undefined for any other.
 *
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
 * Returns a one-line error if a package of the programs is not installed, as in a fresh clone, or after a
 * change that adds one; undefined otherwise.
 *
 * @param {(name: string) => unknown} resolve  throws for a missing package
 * @returns {string | undefined}
 */
export function complaintAboutPackages(resolve) {
  /** @type {unknown} */
  const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const { dependencies } = /** @type {{ dependencies: Record<string, string> }} */ (manifest);
  for (const name of Object.keys(dependencies)) {
    try {
      resolve(name);
    } catch {
      return `${name} and perhaps other packages that this needs are not installed; run npm ci in ${root} first`;
    }
  }
  return undefined;
}

/**
 * Runs a program with the command line's arguments.
 * @param {keyof typeof programs} name
 */
export async function launch(name) {
  const complaint = complaintAboutNode(process.versions.node);
  if (complaint !== undefined) complain(complaint);
  const program = complaint === undefined ? await bundled(name).catch(complain) : undefined;
  if (program === undefined) return;
  if (name === "contract") return launchTool(program, process.argv.slice(2));
  keepCompiled();
  await import(pathToFileURL(program).href);
}

/**
 * Prints an error message and sets exit code 2.
 *
 * @param {unknown} reason  a line for the user; anything else is thrown
 * @returns {undefined}
 */
function complain(reason) {
  if (typeof reason !== "string") throw reason;
  process.stderr.write(`${reason}\n`);
  process.exitCode = 2;
}

/** Commands that run until they are stopped, or as long as a server does; they handle signals. */
const withoutEnd = new Set(["mock", "proxy", "verify"]);

/** Limits of a comparison: with all of the process's memory it takes at most 1.5 GB. */
const comparing = { memory: 1150 };

/**
 * @param {string} program
 * @param {readonly string[]} args
 */
async function launchTool(program, args) {
  const help = args.at(-1) === "--help" ? readHelp(program, args.slice(0, -1).join(" ")) : undefined;
  const [command = ""] = args;
  const own = args.length === 1 && /^(--version|-V)$/.test(command) ? readVersion() : help;
  if (own !== undefined) {
    process.stdout.on("error", ignoreEnd).write(`${own}\n`);
  } else if (withoutEnd.has(command)) {
    const { showPhases } = await import("./progress-line.js");
    const end = showPhases(process);
    const { tool, files } = await loadTool(purposeOf(args));
    await tool.run();
    end();
    files.keep();
  } else {
    const { runBounded } = await import("./bounded-run.js");
    const limits = command === "diff" ? comparing : {};
    process.exitCode = await runBounded(new URL("run-tool.js", import.meta.url).href, limits);
  }
}

/** Subcommands and flags with which `contract diff` runs other functions than those of a comparison. */
const otherParts = /^(?:accept|changelog|driver|history|release|rules|--(?:matrix|repair|replay|supported))/;

/**
 * Returns the purpose of a command line: which functions of the tool it runs.
 *
 * @param {readonly string[]} args
 */
export function purposeOf([command = "", ...rest]) {
  if (command !== "diff") return command;
  const [part] = rest.flatMap((arg) => otherParts.exec(arg)?.[0].replace("--", "") ?? []);
  return part === undefined ? command : `${command}-${part}`;
}

/**
 * Loads the tool into this process, with its cache of compiled code.
 *
 * @param {string} use  purpose, which selects the cache: each purpose runs other functions of the tool
 * @param {{ isBuilt?: boolean, isComparison?: boolean }} [state]  whether the bundle is known to be newer
 *   than its sources; whether only `run` is used, to compare two documents
 * @returns {Promise<{ tool: typeof import("./contract/tool.ts"), files:
 *   import("./load-compiled.js").CompiledFiles }>}
 */
export async function loadTool(use, { isBuilt = false, isComparison = false } = {}) {
  const [program, { CompiledFiles }] = await Promise.all([
    isBuilt ? bundleOf("contract") : bundled("contract"),
    import("./load-compiled.js"),
  ]);
  const files = new CompiledFiles(join(root, "dist", "compiled"), use);
  // Comparisons have a smaller bundle.
  const file = isComparison ? program.replace("contract.cjs", "diff.cjs") : program;
  return { tool: /** @type {typeof import("./contract/tool.ts")} */ (files.load(file)), files };
}

/**
 * Returns the path of a program's bundle, which is built first if a source is newer. Rejects with a message
 * for the user if the packages for building are not installed.
 *
 * @param {keyof typeof programs} name
 * @returns {Promise<string>}
 */
export async function bundled(name) {
  const { entry } = programs[name];
  const bundle = bundleOf(name);
  if (isStale(bundle, bundle.replace(/\.c?js$/, ".inputs.txt"))) {
    const complaint = complaintAboutPackages((name) => import.meta.resolve(name));
    // A line for a person, and no stack.
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- `complain` prints it
    if (complaint !== undefined) return Promise.reject(complaint);
    const { bundleProgram, bundleTool } = await import("./bundle-program.js");
    if (name === "contract") {
      await bundleTool({ tool: entry, diff: "scripts/contract/diff-tool.ts" }, bundle);
      await writeHelp(bundle);
    } else await bundleProgram(join(root, entry), bundle);
  }
  return bundle;
}

/** @param {keyof typeof programs} name */
function bundleOf(name) {
  return join(root, "dist", programs[name].bundle);
}

/** @param {string} bundle */
function helpFile(bundle) {
  return bundle.replace(/\.cjs$/, ".help.json");
}

/**
 * Writes the help texts beside the bundle, so that printing one does not load the bundle.
 *
 * @param {string} bundle
 */
export async function writeHelp(bundle) {
  /** @type {unknown} */
  const tool = nodeModule.createRequire(bundle)(bundle);
  const { helpTexts } = /** @type {typeof import("./contract/tool.ts")} */ (tool);
  writeFileSync(helpFile(bundle), JSON.stringify(await helpTexts()));
}

/** Reads the version of this package, so that printing it does not load the bundle. */
function readVersion() {
  /** @type {unknown} */
  const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  return /** @type {{ version: string }} */ (manifest).version;
}

/**
 * Reads a help text.
 *
 * @param {string} bundle
 * @param {string} command
 * @returns {string | undefined} undefined for an unknown command, or if no help texts were written
 */
function readHelp(bundle, command) {
  try {
    /** @type {unknown} */
    const read = JSON.parse(readFileSync(helpFile(bundle), "utf8"));
    const texts = /** @type {Record<string, string>} */ (read);
    return Object.hasOwn(texts, command) ? texts[command] : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Caches compiled code on disk for the next start, from Node 22.8 on; does nothing if that is not possible.
 *
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

/**
 * Ignores EPIPE: a reader that closes the pipe early does not change the exit code.
 *
 * @param {NodeJS.ErrnoException} error
 */
function ignoreEnd(error) {
  if (error.code !== "EPIPE") throw error;
}
