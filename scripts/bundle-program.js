// Bundles one program of this project for Node: one file starts faster than a hundred.
import { build, stop } from "esbuild";
import { mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * What is loaded only when it is used becomes a file of its own, in a folder beside the program: a start reads none of them.
 *
 * @param {string} entry  the program's TypeScript entry
 * @param {string} outfile  where the bundle goes; its source map lies beside it
 */
export async function bundleProgram(entry, outfile) {
  const name = basename(outfile, ".js");
  const { metafile, outputFiles } = await build({
    // The list of sources is relative to this, wherever the program is started.
    absWorkingDir: fileURLToPath(new URL("..", import.meta.url)),
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
  const inputs = Object.keys(metafile.inputs).filter((path) => !path.includes("node_modules"));
  replace(join(dirname(outfile), `${name}.inputs.txt`), Buffer.from(`${inputs.join("\n")}\n`));
  // The program comes last: whoever finds it finds its parts, too.
  outputFiles.sort(
    (left, right) => Number(left.path === resolve(outfile)) - Number(right.path === resolve(outfile)),
  );
  for (const { path, contents } of outputFiles) replace(path, contents);
  forgetOld(parts);
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
const loadedWhenUsed = ["libsql", "esbuild", "typescript", "openapi-typescript", "@fastify/swagger-ui"];

/** What Fastify requires for schemas given to its routes, and for requests injected by tests. */
const neverLoaded = ["@fastify/ajv-compiler", "@fastify/fast-json-stringify-compiler", "light-my-request"];
