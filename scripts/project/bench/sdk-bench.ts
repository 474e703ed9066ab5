// Cost of generation for a document of 1,200 operations, and size of the generated client: ours compared with
// others.
import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Bench } from "./bench.ts";
import { bundleSize } from "./bundle-size.ts";
import { heyApiProgram } from "./clients.ts";
import { notFetched } from "../installed-apart.ts";
import { foreignPackage } from "./foreign-packages.ts";
import { type Effort, runMeasured } from "./run-measured.ts";
import type { Table } from "./table.ts";

const { resolve } = createRequire(import.meta.url);
const document = resolve("@octokit/openapi/generated/api.github.com.json");
const contract = join(import.meta.dirname, "../../contract.js");

/** Ends by itself within three minutes. */
export const sdkBench: Bench = {
  name: "sdk",
  async run() {
    const folder = mkdtempSync(join(tmpdir(), "sdk-bench-"));
    try {
      return [await generation(folder), await sizes(folder)];
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
};

/** A generator and its arguments; undefined arguments if it could not be fetched. */
interface Generator {
  readonly name: string;
  readonly args: readonly string[] | undefined;
  readonly reach?: string;
}

function generators(folder: string): Generator[] {
  const openapiTypescript = join(dirname(resolve("openapi-typescript/package.json")), "bin/cli.js");
  const heyApi = foreignPackage("@hey-api/openapi-ts");
  const orval = foreignPackage("orval");
  const packed = ["--name", "large", "--client", "Large", "--out", join(folder, "package")];
  return [
    {
      name: "openapi-typescript, types only",
      args: [openapiTypescript, document, "-o", join(folder, "types.ts")],
    },
    {
      name: "hey-api, types and client",
      args:
        heyApi === undefined
          ? undefined
          : [...heyApiProgram(heyApi), "-i", document, "-o", join(folder, "hey-api")],
    },
    {
      name: "orval, types and client",
      args:
        orval === undefined
          ? undefined
          : [
              join(orval, "node_modules/orval/dist/bin/orval.js"),
              ...["--input", document, "--output", join(folder, "orval/api.ts"), "--client", "fetch"],
            ],
    },
    {
      name: "contract generate, everything",
      args: [contract, "generate", document, "--out", join(folder, "generated")],
      reach: "≤ 1.5",
    },
    { name: "contract sdk, a package", args: [contract, "sdk", document, ...packed] },
  ];
}

async function generation(folder: string): Promise<Table> {
  // Bundles the command first, so that its bundling is not measured.
  await runMeasured([contract, "--help"]);
  const efforts: (Generator & { readonly effort: Effort | undefined })[] = [];
  for (const each of generators(folder)) {
    efforts.push({ ...each, effort: each.args && (await runMeasured(each.args, folder)) });
  }
  const unit = efforts[0]?.effort;
  return {
    title: "Generation: 1,200 operations in 13 MB; ratios to openapi-typescript",
    columns: ["", "CPU s", "×", "reach", "s", "MB", "×"],
    rows: efforts.map(({ name, effort, reach = "" }) =>
      effort === undefined ? [name, notFetched] : [name, ...cells(effort, unit, reach)],
    ),
    note: "everything: types, resources, routes, validators and constraints. A package: compiled twice, declared and packed.",
  };
}

function cells(effort: Effort, unit: Effort | undefined, reach: string): string[] {
  if (!effort.ok) return ["failed"];
  const { processor, seconds, megabytes } = effort;
  return [
    processor.toFixed(1),
    (processor / (unit?.processor ?? Number.NaN)).toFixed(2),
    reach,
    seconds.toFixed(1),
    megabytes.toFixed(0),
    (megabytes / (unit?.megabytes ?? Number.NaN)).toFixed(2),
  ];
}

async function sizes(folder: string): Promise<Table> {
  const own = join(folder, "package");
  const programs = [
    {
      name: "ours, one resource",
      folder: own,
      text: 'import { Licenses, connect } from "./dist/generated/resources/licenses.js"; globalThis.it = new Licenses(connect());',
      reach: "≤ 6",
    },
    {
      name: "ours, the whole client",
      folder: own,
      text: 'import { Large } from "./dist/generated/index.js"; globalThis.it = new Large();',
      reach: "≤ 25",
    },
    {
      name: "hey-api, one call",
      folder: join(folder, "hey-api"),
      text: 'import { licensesGetAllCommonlyUsed } from "./sdk.gen.ts"; globalThis.it = licensesGetAllCommonlyUsed;',
    },
    {
      name: "hey-api, all calls",
      folder: join(folder, "hey-api"),
      text: 'import * as all from "./sdk.gen.ts"; globalThis.it = all;',
    },
    {
      name: "orval, all calls",
      folder: join(folder, "orval"),
      text: 'import * as all from "./api.ts"; globalThis.it = all;',
    },
    {
      name: "openapi-fetch, which has no code of a document",
      folder: process.cwd(),
      text: 'import createClient from "openapi-fetch"; globalThis.it = createClient();',
    },
  ];
  const rows: string[][] = [];
  for (const { name, folder: from, text, reach = "" } of programs) {
    const size = await bundleSize(text, { folder: from }).then(
      (bytes) => (bytes / 1000).toFixed(1),
      () => "not generated",
    );
    rows.push([name, size, reach]);
  }
  return {
    title: "A client of 1,200 operations, bundled, minified and zipped",
    columns: ["", "kB", "reach"],
    rows,
  };
}
