// Bundles the tests into dist/test/ for `npm test`, with shared code in chunks: without a loader that
// transforms each module on import, a small test file takes a third of the processor time.
import * as esbuild from "esbuild";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

/** CommonJS modules in a bundle that is an ES module still call `require()`. */
const requireInModules =
  'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);';

const root = fileURLToPath(new URL("..", import.meta.url));
const outdir = join(root, "dist", "test");

/**
 * Replaces `import.meta` of a bundled module by that of its source, to which paths to fixtures, programs and
 * packages are relative.
 */
const sourceLocations = {
  name: "source-locations",
  /** @param {import("esbuild").PluginBuild} build */
  setup: (build) => {
    build.onLoad({ filter: /\.[jt]s$/ }, async ({ path }) => {
      if (path.includes(`${sep}node_modules${sep}`)) return undefined;
      const text = await readFile(path, "utf8");
      if (!text.includes("import.meta.")) return undefined;
      const define = {
        "import.meta.url": JSON.stringify(pathToFileURL(path).href),
        "import.meta.dirname": JSON.stringify(dirname(path)),
      };
      const loader = path.endsWith(".ts") ? "ts" : "js";
      const { code } = await esbuild.transform(text, {
        define,
        loader,
        sourcefile: path,
        sourcemap: "inline",
      });
      return { contents: code, loader: "js" };
    });
  },
};

const tests = readdirSync(join(root, "test"), { recursive: true, encoding: "utf8" }).filter((name) =>
  name.endsWith(".test.ts"),
);
// Deleted tests must not run again.
rmSync(outdir, { recursive: true, force: true });
const { metafile } = await esbuild.build({
  absWorkingDir: root,
  metafile: true,
  entryPoints: tests.map((name) => relative(root, join(root, "test", name))),
  outbase: "test",
  outdir,
  chunkNames: "chunks/[hash]",
  bundle: true,
  splitting: true,
  packages: "external",
  format: "esm",
  platform: "node",
  target: "node20",
  sourcemap: "linked",
  logLevel: "error",
  plugins: [sourceLocations],
  banner: { js: requireInModules },
});

/** @param {string} path  of a source, relative to the project */
const readSource = (path) => (path.startsWith("test/") ? readFileSync(join(root, path), "utf8") : "");

/**
 * True if a test, or a module of tests that it imports, states `@own-process` in a comment.
 *
 * @param {string} path
 * @param {Set<string>} seen
 * @returns {boolean}
 */
function needsOwnProcess(path, seen = new Set()) {
  if (seen.has(path)) return false;
  seen.add(path);
  if (/^ ?(\/\/|\*) @own-process/m.test(readSource(path))) return true;
  const imports = metafile.inputs[path]?.imports ?? [];
  return imports.some(({ path: next, external }) => external !== true && needsOwnProcess(next, seen));
}

/** @param {string} path */
function longestTimeout(path) {
  const stated = readSource(path).matchAll(/\bt\.setTimeout\(([\d_]+)\)/g);
  return Math.max(0, ...[...stated].map(([, digits = ""]) => Number(digits.replaceAll("_", ""))));
}

const files = tests.map((name) => {
  const path = `test/${name.replaceAll("\\", "/")}`;
  return {
    name: `dist/${path.replace(/ts$/, "js")}`,
    own: needsOwnProcess(path),
    longest: longestTimeout(path),
  };
});
writeFileSync(join(outdir, "files.json"), JSON.stringify(files));
/** tap starts processes with loaders for coverage by this package: it is replaced by Node's own function. */
const withoutLoaders = {
  name: "without-loaders",
  /** @param {import("esbuild").PluginBuild} build */
  setup: (build) => {
    build.onLoad({ filter: /@tapjs[\\/]processinfo[\\/].*index\.js$/ }, () => ({
      contents: 'import { spawn } from "node:child_process"; export const ProcessInfo = { spawn };',
      loader: "js",
    }));
  },
};
// The nearest node_modules folder: tests load tap as one file in place of 480, which was more than half of
// the time of a small test file. Traces omit frames of `@tapjs`.
const packages = join(outdir, "node_modules");
await esbuild.build({
  absWorkingDir: root,
  entryPoints: ["tap"],
  outfile: join(packages, "@tapjs", "all", "index.js"),
  bundle: true,
  format: "esm",
  platform: "node",
  target: "node20",
  logLevel: "error",
  plugins: [withoutLoaders],
  banner: { js: requireInModules },
});
const json = `${JSON.stringify({ type: "module", exports: "./index.js" })}\n`;
mkdirSync(join(packages, "tap"));
writeFileSync(join(packages, "tap", "package.json"), json);
writeFileSync(join(packages, "@tapjs", "all", "package.json"), json);
writeFileSync(
  join(packages, "tap", "index.js"),
  [
    'import root from "../@tapjs/all/index.js";',
    'export * from "../@tapjs/all/index.js";',
    "let current = root;",
    "export { current as default };",
    // For a process that runs several files: each has a test of its own in place of the root.
    "export const useTest = (test) => void (current = test);",
  ].join("\n"),
);
