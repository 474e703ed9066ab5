// Bundles the tests into dist/test/ for `npm test`, with shared code in chunks: without a loader that
// transforms each module on import, a small test file takes a third of the processor time.
import * as esbuild from "esbuild";
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
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
await esbuild.build({
  absWorkingDir: root,
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
  'export * from "../@tapjs/all/index.js";\nexport { default } from "../@tapjs/all/index.js";\n',
);
