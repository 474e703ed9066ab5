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
 * in the folder `packages`, which is loaded when it is used. Beside it is a bundle for comparisons alone. The
 * first line of a file is the digest of all others.
 *
 * @param {{ tool: string, diff: string }} entries  the TypeScript entries
 * @param {string} outfile  path of the bundle
 * @returns {Promise<readonly string[]>} its source files, relative to the project
 */
export async function bundleTool(entries, outfile) {
  const outdir = dirname(outfile);
  /** @type {Map<string, string>} */
  const packages = new Map();
  /** @type {import("esbuild").Plugin} */
  const apart = { name: "packages", setup: (builder) => setApart(builder, packages) };
  const plugins = [apart];
  const tool = await build({ ...toolOptions, entryPoints: [entries.tool], outfile, plugins });
  const diff = await bundleComparison(entries.diff, { outdir, plugins });
  const used = await build({
    ...commonOptions,
    entryPoints: Object.fromEntries([...packages].map(([specifier, name]) => [name, specifier])),
    outdir: join(outdir, "packages"),
    outExtension: { ".js": ".cjs" },
  });
  await stop();
  mkdirSync(join(outdir, "packages"), { recursive: true });
  const inputs = writeInputs(outfile.replace(/\.cjs$/, ".inputs.txt"), {
    ...tool.metafile,
    inputs: { ...tool.metafile.inputs, ...diff.inputs },
  });
  // The program is written last: when it exists, so do its other files.
  for (const { path, text } of [...used.outputFiles, ...diff.outputFiles, ...tool.outputFiles]) {
    const code = withEscapes(text);
    replace(path, Buffer.from(`// ${createHash("sha256").update(code).digest("hex")}\n${code}`));
  }
  return [...inputs, ...Object.keys(used.metafile.inputs)];
}

/**
 * Bundles comparisons alone into two files: `diff.cjs`, and `diff.rest.cjs` with what most of them do not
 * need. The modules of both exist once: the second takes those of the first from it.
 *
 * @param {string} entry
 * @param {{ outdir: string, plugins: import("esbuild").Plugin[] }} output
 */
async function bundleComparison(entry, { outdir, plugins }) {
  const { metafile, outputFiles } = await build({
    ...commonOptions,
    format: "esm",
    splitting: true,
    entryPoints: { diff: entry },
    outdir,
    plugins,
  });
  const chunks = new Map(outputFiles.map(({ path, text }) => [basename(path), text]));
  const outputs = new Map(Object.entries(metafile.outputs).map(([path, output]) => [basename(path), output]));
  const first = closure(outputs, [
    "diff.js",
    ...[...outputs.keys()].filter((name) => name.startsWith("run-configured-")),
  ]);
  const others = [...outputs.keys()].filter((name) => !first.has(name));
  const shared = others.flatMap((name) => importsOf(outputs, name).filter((imported) => first.has(imported)));
  const parts = others.filter((name) => outputs.get(name)?.entryPoint !== undefined);
  /** @type {(names: Iterable<string>) => string} */
  const exporting = (names) =>
    [...new Set(names)].map((name) => `export * as ${identifierOf(name)} from "./${name}";\n`).join("");
  const made = [
    {
      file: "diff.cjs",
      other: "diff.rest.cjs",
      has: first,
      text: `export { run } from "./diff.js";\n${exporting(shared)}`,
    },
    { file: "diff.rest.cjs", other: "diff.cjs", has: new Set(others), text: exporting(parts) },
  ].map(({ file, other, has, text }) =>
    build({
      ...toolOptions,
      stdin: { contents: text, resolveDir: outdir },
      outfile: join(outdir, file),
      plugins: [{ name: "chunks", setup: (builder) => joinChunks(builder, { chunks, has, other }) }],
    }),
  );
  const both = await Promise.all(made);
  return { inputs: metafile.inputs, outputFiles: both.flatMap((built) => built.outputFiles).reverse() };
}

/** @typedef {Map<string, import("esbuild").Metafile["outputs"][string]>} Outputs */

/**
 * Returns the chunks that a chunk imports statically.
 *
 * @param {Outputs} outputs
 * @param {string} name
 */
function importsOf(outputs, name) {
  const { imports = [] } = outputs.get(name) ?? {};
  return imports
    .filter(({ kind, external }) => kind === "import-statement" && external !== true)
    .map(({ path }) => basename(path));
}

/**
 * @param {Outputs} outputs
 * @param {readonly string[]} names
 */
function closure(outputs, names) {
  const found = new Set(names);
  for (const name of found) for (const imported of importsOf(outputs, name)) found.add(imported);
  return found;
}

/**
 * Has esbuild join some chunks of an earlier build into one file, which requires the others from another.
 *
 * @param {import("esbuild").PluginBuild} builder
 * @param {{ chunks: ReadonlyMap<string, string>, has: ReadonlySet<string>, other: string }} given
 */
function joinChunks(builder, { chunks, has, other }) {
  builder.onResolve({ filter: /^/ }, ({ path, kind, namespace }) => {
    const name = basename(path);
    if (!chunks.has(name) || namespace === "required") return { path, external: true };
    if (has.has(name)) return { path: name, namespace: "chunk" };
    const required = `./${other}#${identifierOf(name)}`;
    return kind === "dynamic-import"
      ? { path: required, namespace: "required" }
      : { path: required, external: true };
  });
  builder.onLoad({ filter: /^/, namespace: "chunk" }, ({ path }) => ({ contents: chunks.get(path) ?? "" }));
  builder.onLoad({ filter: /^/, namespace: "required" }, ({ path }) => ({
    // Otherwise the module itself would become its default export.
    contents: `module.exports = { __esModule: true, ...require(${JSON.stringify(path)}) };`,
  }));
}

/** @param {string} name */
function identifierOf(name) {
  return name.replaceAll(/\W/g, "_");
}

/** Packages that the tool requires from where it is installed. */
const installed = ["esbuild", "libsql", "typescript"];

/** @satisfies {import("esbuild").BuildOptions} */
const commonOptions = {
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
  external: installed,
};

/** @satisfies {import("esbuild").BuildOptions} */
const toolOptions = {
  ...commonOptions,
  define: { "import.meta.url": "__url" },
  banner: { js: 'const __url = require("node:url").pathToFileURL(__filename).href;' },
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
  // Modules that a plugin makes have a namespace in front of their names.
  const own = inputs.filter((input) => !input.includes("node_modules") && !/^\w+:/.test(input));
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
