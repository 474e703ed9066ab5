// What generation takes on a document of 1,200 operations, beside openapi-typescript, which writes its types alone.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import type { Bench } from "./bench.ts";
import type { Table } from "./table.ts";

const { resolve } = createRequire(import.meta.url);
const document = resolve("@octokit/openapi/generated/api.github.com.json");

export const sdkBench: Bench = {
  name: "sdk",
  async run() {
    const folder = mkdtempSync(join(tmpdir(), "sdk-bench-"));
    try {
      return [generation(folder), await sizes(join(folder, "package"))];
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
};

function generation(folder: string): Table {
  const contract = join(import.meta.dirname, "../contract.js");
  const openapiTypescript = join(dirname(resolve("openapi-typescript/package.json")), "bin/cli.js");
  const tools: [string, string[]][] = [
    ["openapi-typescript, types only", [openapiTypescript, document, "-o", join(folder, "types.ts")]],
    ["contract generate, everything", [contract, "generate", document, "--out", join(folder, "generated")]],
    [
      "contract sdk, a package",
      [contract, "sdk", document, "--name", "large", "--client", "Large", "--out", join(folder, "package")],
    ],
  ];
  // So that no bundling of the command itself is measured.
  spawnSync(process.execPath, [contract, "--help"]);
  const rows = tools.map(([name, args]) => [name, ...measured(args)]);
  return { title: "Generation: 1,200 operations in 13 MB", columns: ["", "CPU s", "s", "MB"], rows };
}

/** Processor seconds, seconds and greatest memory of a program. */
function measured(args: readonly string[]): string[] {
  const report = `process.on("exit", () => { const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage(); require("node:fs").writeSync(3, JSON.stringify([(userCPUTime + systemCPUTime) / 1e6, maxRSS / 1024])); });`;
  const preload = `data:text/javascript,${encodeURIComponent(`import { createRequire } from "node:module"; const require = createRequire("file:///"); ${report}`)}`;
  const started = performance.now();
  const { status, output } = spawnSync(process.execPath, ["--import", preload, ...args], {
    stdio: ["ignore", "ignore", "ignore", "pipe"],
    encoding: "utf8",
  });
  if (status !== 0) return ["failed", "", ""];
  const [cpu = 0, memory = 0] = JSON.parse(output[3] ?? "[]") as number[];
  return [cpu.toFixed(1), ((performance.now() - started) / 1000).toFixed(1), memory.toFixed(0)];
}

async function sizes(folder: string): Promise<Table> {
  const programs: [string, string][] = [
    ["the whole client", 'import { Large } from "./dist/index.js"; globalThis.it = new Large();'],
    [
      "one resource",
      'import { Licenses, connect } from "./dist/resources/licenses.js"; globalThis.it = new Licenses(connect());',
    ],
    [
      "openapi-fetch, no types of its own",
      `import createClient from ${JSON.stringify(resolve("openapi-fetch"))}; globalThis.it = createClient();`,
    ],
  ];
  const rows: string[][] = [];
  for (const [name, contents] of programs) {
    const { outputFiles } = await build({
      stdin: { contents, resolveDir: folder },
      bundle: true,
      minify: true,
      format: "esm",
      target: "es2022",
      write: false,
    });
    const bytes = gzipSync(outputFiles[0]?.contents ?? "", { level: 9 }).length;
    rows.push([name, (bytes / 1000).toFixed(1)]);
  }
  return {
    title: "Size of a client of 1,200 operations, bundled, minified and zipped",
    columns: ["", "kB"],
    rows,
  };
}
