// The clients that are compared, ours among them, each in a module that imports it as those who use it do.
import { spawnSync } from "node:child_process";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { type ForeignPackage, foreignPackage } from "./foreign-packages.ts";
import { installClient, ownPackage } from "./installed-client.ts";

/** `client-calls.ts` knows how to call each. */
export type ClientName =
  | "undici.request"
  | "fetch"
  | "openapi-fetch"
  | "hey-api"
  | "openai"
  | "twilio"
  | "ours"
  | "ours, Node transport";

export interface Client {
  readonly name: ClientName;
  /** Path of a module with the client's exports; missing where the client could not be fetched. */
  readonly module: string | undefined;
}

const root = fileURLToPath(new URL("../../..", import.meta.url));
const document = join(root, "generated/openapi.json");
/** From here, the packages that the project uses itself can be imported. */
const bundles = join(root, "dist/bench");

/** Makes, fetches and installs them all; what is made goes into the folder. */
export async function prepareClients(folder: string): Promise<Client[]> {
  const own = join(folder, "own");
  // As `npm run sdk` makes it: the names of its variables are this project's own.
  installClient(own, document, "--env", "TWILIO_*");
  return [
    { name: "undici.request", module: moduleIn(bundles, "undici", 'export { request } from "undici";') },
    { name: "fetch", module: moduleIn(bundles, "fetch", "export {};") },
    {
      name: "openapi-fetch",
      module: moduleIn(bundles, "openapi-fetch", 'export { default } from "openapi-fetch";'),
    },
    { name: "hey-api", module: await heyApi(join(folder, "hey-api")) },
    { name: "openai", module: foreignModule("openai") },
    { name: "twilio", module: foreignModule("twilio") },
    { name: "ours", module: moduleIn(own, "ours", `export * from "${ownPackage}";`) },
    { name: "ours, Node transport", module: withNodeTransport(own) },
  ];
}

/** A module beside which the packages are that it names. */
function moduleIn(folder: string, name: string, text: string): string {
  mkdirSync(folder, { recursive: true });
  const module = join(folder, `${name}.mjs`);
  writeFileSync(module, text);
  return module;
}

function foreignModule(name: ForeignPackage): string | undefined {
  const folder = foreignPackage(name);
  return folder === undefined ? undefined : moduleIn(folder, name, `export { default } from "${name}";`);
}

/** The client that hey-api's generator makes of our document: TypeScript, which its users bundle. */
async function heyApi(folder: string): Promise<string | undefined> {
  const installed = foreignPackage("@hey-api/openapi-ts");
  if (installed === undefined) return undefined;
  spawnSync(process.execPath, [...heyApiProgram(installed), "-i", document, "-o", folder], {
    stdio: "ignore",
  });
  return bundled(folder, 'export * from "./sdk.gen.ts"; export * from "./client.gen.ts";');
}

/** hey-api's generator, quiet. */
export function heyApiProgram(installed: string): string[] {
  const program = join(installed, "node_modules/@hey-api/openapi-ts/bin/run.js");
  return [program, "--silent", "--no-log-file"];
}

function withNodeTransport(folder: string): string {
  // The peer that its users install.
  symlinkSync(join(root, "node_modules/undici"), join(folder, "node_modules/undici"));
  const text = `export * from "${ownPackage}"; export * from "${ownPackage}/node";`;
  return moduleIn(folder, "ours-on-node", text);
}

async function bundled(folder: string, contents: string): Promise<string> {
  const outfile = join(folder, "bundled.mjs");
  await build({
    stdin: { contents, resolveDir: folder },
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    banner: {
      js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);',
    },
  });
  return outfile;
}
