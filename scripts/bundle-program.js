// Bundles one program of this project for Node, because one file starts faster than a hundred.
import { build, stop } from "esbuild";
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** Paths in the list of sources are relative to this folder, wherever a program is started. */
const absWorkingDir = fileURLToPath(new URL("..", import.meta.url));

/**
 * Bundles a program. Dynamically imported modules become files of their own, in a folder beside the program,
 * so that a start does not read them.
 *
 * @param {string} entry  the program's TypeScript entry
 * @param {string} outfile  path of the bundle; its source map is written beside it
 */
export async function bundleProgram(entry, outfile) {
  const name = basename(outfile, ".js");
  const { metafile, outputFiles } = await build({
    absWorkingDir,
    metafile: true,
    entryPoints: { [name]: entry },
    outdir: dirname(outfile),
    chunkNames: `${name}.parts/[name]-[hash]`,
    splitting: true,
    write: false,
    bundle: true,
    platform: "node",
    target: "node20",
    format: "esm",
    sourcemap: "linked",
    logLevel: "error",
    external: [...loadedWhenUsed, ...neverLoaded],
    banner: {
      // CommonJS dependencies in an ES module bundle still call require().
      js: 'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);',
    },
  });
  const parts = join(dirname(outfile), `${name}.parts`);
  mkdirSync(parts, { recursive: true });
  // Otherwise esbuild's child process would stay as long as the program runs.
  await stop();
  writeInputs(join(dirname(outfile), `${name}.inputs.txt`), metafile);
  // The program is written last: when it exists, so do its parts.
  outputFiles.sort(
    (left, right) => Number(left.path === resolve(outfile)) - Number(right.path === resolve(outfile)),
  );
  for (const { path, contents } of outputFiles) replace(path, contents);
  forgetOld(parts);
}

/**
 * Bundles the tool into one CommonJS file, whose compiled code V8 can cache (see load-compiled.js).
 * Dynamically imported modules are part of it, and run only when imported. Each package is a file of its own
 * in the folder `packages`, which is loaded when it is used. The first line of a file is the digest of all
 * others.
 *
 * @param {string} entry  the TypeScript entry
 * @param {string} outfile  path of the bundle
 * @returns {Promise<readonly string[]>} its source files, relative to the project
 */
export async function bundleTool(entry, outfile) {
  /** @type {Map<string, string>} */
  const packages = new Map();
  const tool = await build({
    ...toolOptions,
    entryPoints: [entry],
    outfile,
    external: installed,
    define: { "import.meta.url": "__url" },
    banner: { js: 'const __url = require("node:url").pathToFileURL(__filename).href;' },
    plugins: [{ name: "packages", setup: (builder) => setApart(builder, packages) }],
  });
  const used = await build({
    ...toolOptions,
    entryPoints: Object.fromEntries([...packages].map(([specifier, name]) => [name, specifier])),
    outdir: join(dirname(outfile), "packages"),
    outExtension: { ".js": ".cjs" },
    external: installed,
  });
  await stop();
  mkdirSync(join(dirname(outfile), "packages"), { recursive: true });
  const inputs = writeInputs(outfile.replace(/\.cjs$/, ".inputs.txt"), tool.metafile);
  // The program is written last: when it exists, so do its packages.
  for (const { path, text } of [...used.outputFiles, ...tool.outputFiles]) {
    const code = withEscapes(text);
    replace(path, Buffer.from(`// ${createHash("sha256").update(code).digest("hex")}\n${code}`));
  }
  return [...inputs, ...Object.keys(used.metafile.inputs)];
}

/** Packages that the tool requires from where it is installed. */
const installed = ["esbuild", "libsql", "typescript"];

/** @satisfies {import("esbuild").BuildOptions} */
const toolOptions = {
  absWorkingDir,
  metafile: true,
  write: false,
  bundle: true,
  platform: "node",
  target: "node20",
  format: "cjs",
  minifyWhitespace: true,
  charset: "ascii",
  legalComments: "none",
  logLevel: "error",
};

/**
 * Has a bundle require packages, and own modules in CommonJS, from files of their own.
 *
 * @param {import("esbuild").PluginBuild} builder
 * @param {Map<string, string>} packages  receives the name of the file of each import specifier
 */
function setApart(builder, packages) {
  builder.onResolve({ filter: /^[@a-z]|\.cjs$/ }, ({ path, kind, importer, resolveDir, namespace }) => {
    if (namespace === "apart") return { path, external: true };
    if (kind === "entry-point" || importer.includes("node_modules")) return undefined;
    if (path.startsWith("node:") || installed.includes(path)) return undefined;
    const isOwn = path.startsWith(".");
    const name = (isOwn ? basename(path) : path).replaceAll(/^@|\.c?js$/g, "").replaceAll("/", "-");
    packages.set(isOwn ? join(resolveDir, path) : path, name);
    const file = `./packages/${name}.cjs`;
    // On Node 20, cached code cannot call `import()`.
    return kind === "dynamic-import" ? { path: file, namespace: "apart" } : { path: file, external: true };
  });
  builder.onLoad({ filter: /^/, namespace: "apart" }, ({ path }) => ({
    contents: `module.exports = require(${JSON.stringify(path)});`,
  }));
}

/**
 * Escapes all non-ASCII characters, so that every character is one byte and the file can be read without
 * decoding. esbuild does not escape regular expressions and tagged templates; no tag depends on raw text.
 *
 * @param {string} code
 */
function withEscapes(code) {
  return code.replaceAll(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/**
 * Writes the list of a bundle's sources, with which launch.js detects newer ones.
 *
 * @param {string} path
 * @param {import("esbuild").Metafile} metafile
 * @returns {readonly string[]} all inputs of the bundle
 */
function writeInputs(path, metafile) {
  const inputs = Object.keys(metafile.inputs);
  const own = inputs.filter((input) => !input.includes("node_modules"));
  replace(path, Buffer.from(`${own.join("\n")}\n`));
  return inputs;
}

/**
 * Writes a file atomically, because another process may be starting from it.
 *
 * @param {string} path
 * @param {Uint8Array} contents
 */
function replace(path, contents) {
  const written = `${path}.${process.pid}`;
  writeFileSync(written, contents);
  renameSync(written, path);
}

const day = 24 * 60 * 60 * 1000;

/**
 * Removes files older than a day. Newer ones may be parts of a running server, which has yet to load them.
 *
 * @param {string} folder
 */
function forgetOld(folder) {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (Date.now() - statSync(path).mtimeMs > day) rmSync(path, { force: true });
  }
}

/** External packages: with native parts, with data files of their own, or too large to bundle. */
const loadedWhenUsed = ["libsql", "esbuild", "typescript", "@fastify/swagger-ui"];

/** Packages that Fastify requires only for schemas of routes, and for requests injected by tests. */
const neverLoaded = ["@fastify/ajv-compiler", "@fastify/fast-json-stringify-compiler", "light-my-request"];
