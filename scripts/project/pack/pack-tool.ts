// `npm run pack:tool`: packs the tool as a publishable package, without the reference server and its
// dependencies.
import { execFileSync, spawnSync } from "node:child_process";
import { build } from "esbuild";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { bundleTool } from "../../bundle-program.js";
import { writeHelp } from "../../launch.js";
import { thirdPartyNotices } from "./third-party.ts";
import { entryModules, toolEntries } from "./tool-entries.ts";
import { type RepositoryManifest, toolManifest } from "./tool-manifest.ts";
import { toolTypes } from "./tool-types.ts";

/**
 * Files of this repository that the package contains unchanged: the tool's launcher, and sources of generated
 * code.
 */
const copied = [
  ".github/workflows/contract.yml",
  "CHANGELOG.md",
  "LICENSE",
  "client",
  "scripts/bounded-program.js",
  "scripts/bounded-run.js",
  "scripts/contract.js",
  "scripts/contract/config/contract.config.schema.json",
  "scripts/contract/diff/format/verdict.schema.json",
  "scripts/contract/diff/versions/matrix.schema.json",
  "scripts/contract/runtime",
  "scripts/contract/verify/report/report.schema.json",
  "scripts/launch.js",
  "scripts/load-compiled.js",
  "scripts/progress-line.js",
  "scripts/run-tool.js",
];

const root = fileURLToPath(new URL("../../..", import.meta.url));
process.chdir(root);
const staged = resolve("dist/tool");
const [destination = "."] = process.argv.slice(2);

rmSync(staged, { recursive: true, force: true });
for (const path of copied)
  cpSync(path, join(staged, path), {
    recursive: true,
    filter: (from) => !/^client\/(examples|tsconfig\.json|README\.md)/.test(from),
  });
for (const name of ["README.md", "PUBLISHING.md", "TROUBLESHOOTING.md"])
  cpSync(join("scripts/contract", name), join(staged, name));
const bundle = join(staged, "dist/contract.cjs");
const inputs = [
  ...(await bundleTool({ tool: "scripts/contract/tool.ts", diff: "scripts/contract/diff-tool.ts" }, bundle)),
  ...(await bundleEntries()),
];
rmSync(bundle.replace(".cjs", ".inputs.txt"));
const own = JSON.parse(readFileSync("package.json", "utf8")) as RepositoryManifest;
write("package.json", `${JSON.stringify(toolManifest(own, toolEntries), undefined, 2)}\n`);
write("THIRD-PARTY-NOTICES", thirdPartyNotices(inputs));
for (const entry of toolEntries) for (const [file, text] of entryModules(entry)) write(`lib/${file}`, text);
for (const [path, text] of toolTypes(toolEntries)) write(path, text);
await writeHelp(bundle);
compileComparisons();
const packed = execFileSync("npm", ["pack", "--silent", "--pack-destination", resolve(destination), staged], {
  encoding: "utf8",
  shell: process.platform === "win32",
});
process.stdout.write(packed);

/** Bundles the entries that have bundles of their own; returns the input files. */
async function bundleEntries(): Promise<string[]> {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: Object.fromEntries(
      toolEntries.flatMap(({ name, types, isBundle }) => (isBundle === true ? [[name, types]] : [])),
    ),
    outdir: join(staged, "lib"),
    outExtension: { ".js": ".cjs" },
    bundle: true,
    platform: "node",
    target: "node20",
    format: "cjs",
    minifyWhitespace: true,
    legalComments: "none",
    metafile: true,
    logLevel: "error",
  });
  return Object.keys(metafile.inputs);
}

/**
 * Has V8 compile what comparisons run, into the package's cache: on the Node version of this process, the
 * first comparison of an installed tool is as fast as later ones.
 */
function compileComparisons(): void {
  const base = readFileSync("spec/openapi.yaml", "utf8");
  const folder = mkdtempSync(join(tmpdir(), "pack-"));
  const [before, after] = [join(folder, "base.yaml"), join(folder, "head.yaml")];
  writeFileSync(before, base);
  writeFileSync(after, base.replace("maxLength: 256", "maxLength: 128"));
  for (const head of [before, after, after, after]) {
    const args = [join(staged, "scripts/contract.js"), "diff", before, head];
    const { status } = spawnSync(process.execPath, args, { cwd: folder });
    if (status !== Number(head === after)) throw new Error(`contract diff ended with code ${status}`);
  }
  rmSync(folder, { recursive: true });
}

function write(path: string, text: string): void {
  const file = join(staged, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
