// Bundles one program of this project for Node: one file starts faster than a hundred.
import { build, stop } from "esbuild";
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** The list of sources is relative to this, wherever a program is started. */
const absWorkingDir = fileURLToPath(new URL("..", import.meta.url));

/**
 * What is loaded only when it is used becomes a file of its own, in a folder beside the program: a start reads none of them.
 *
 * @param {string} entry  the program's TypeScript entry
 * @param {string} outfile  where the bundle goes; its source map lies beside it
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
      // CommonJS dependencies inside an ES module bundle still call require().
      js: 'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);',
    },
  });
  const parts = join(dirname(outfile), `${name}.parts`);
  mkdirSync(parts, { recursive: true });
  // Otherwise esbuild's own process stays for as long as the program runs.
  await stop();
  writeInputs(join(dirname(outfile), `${name}.inputs.txt`), metafile);
  // The program comes last: whoever finds it finds its parts, too.
  outputFiles.sort(
    (left, right) => Number(left.path === resolve(outfile)) - Number(right.path === resolve(outfile)),
  );
  for (const { path, contents } of outputFiles) replace(path, contents);
  forgetOld(parts);
}

/**
 * Bundles the tool into one CommonJS file, of which V8 can keep what it has compiled (see load-compiled.js). Modules that are imported
 * when they are used are part of it, and run only then. Its first line is the digest of all others.
 *
 * @param {string} entry  the TypeScript entry
 * @param {string} outfile  where the bundle goes
 * @returns {Promise<readonly string[]>} the files that it was made of, from the top of the project
 */
export async function bundleTool(entry, outfile) {
  const { metafile, outputFiles } = await build({
    absWorkingDir,
    metafile: true,
    entryPoints: [entry],
    outfile,
    write: false,
    bundle: true,
    platform: "node",
    target: "node20",
    format: "cjs",
    minifyWhitespace: true,
    charset: "ascii",
    legalComments: "none",
    logLevel: "error",
    external: ["esbuild", "libsql", "typescript"],
    define: { "import.meta.url": "__url" },
    banner: { js: 'const __url = require("node:url").pathToFileURL(__filename).href;' },
  });
  await stop();
  mkdirSync(dirname(outfile), { recursive: true });
  const inputs = writeInputs(outfile.replace(/\.cjs$/, ".inputs.txt"), metafile);
  const code = outputFiles.map(({ text }) => withEscapes(text)).join("");
  const digest = createHash("sha256").update(code).digest("hex");
  replace(outfile, Buffer.from(`// ${digest}\n${code}`));
  return inputs;
}

/**
 * Every character is a byte then, so that the file is read as it is. esbuild leaves patterns and tagged templates as they are; no tag looks
 * at how its text was written.
 * @param {string} code
 */
function withEscapes(code) {
  return code.replaceAll(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/**
 * Writes down which sources a bundle holds, so that it can be told when one of them is newer.
 * @param {string} path
 * @param {import("esbuild").Metafile} metafile
 * @returns {readonly string[]} all that it was made of
 */
function writeInputs(path, metafile) {
  const inputs = Object.keys(metafile.inputs);
  const own = inputs.filter((input) => !input.includes("node_modules"));
  replace(path, Buffer.from(`${own.join("\n")}\n`));
  return inputs;
}

/**
 * Whole or not at all: another process may be starting from the same file.
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
 * Removes what builds before today's left. A server that runs may yet ask for the parts it was built with.
 * @param {string} folder
 */
function forgetOld(folder) {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (Date.now() - statSync(path).mtimeMs > day) rmSync(path, { force: true });
  }
}

/** Packages with native parts, data files of their own, or a size that is only worth loading when used. */
const loadedWhenUsed = ["libsql", "esbuild", "typescript", "@fastify/swagger-ui"];

/** What Fastify requires for schemas given to its routes, and for requests injected by tests. */
const neverLoaded = ["@fastify/ajv-compiler", "@fastify/fast-json-stringify-compiler", "light-my-request"];
