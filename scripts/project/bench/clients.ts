// The compared clients, including ours, each as a module that imports it the way its users do.
import { spawnSync } from "node:child_process";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { type ForeignPackage, foreignPackage } from "./foreign-packages.ts";
import { installClient, ownPackage } from "./installed-client.ts";

/** `client-calls.ts` has the calls of each. */
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
  /** Path of a module with the client's exports; undefined if the client could not be fetched. */
  readonly module: string | undefined;
}

const root = fileURLToPath(new URL("../../..", import.meta.url));
const document = join(root, "generated/openapi.json");
/** Modules in this folder can import the packages that the project itself uses. */
const bundles = join(root, "dist/bench");

/** Generates, fetches and installs all clients; generated files are written to the folder. */
export async function prepareClients(folder: string): Promise<Client[]> {
  const own = join(folder, "own");
  // Like `npm run sdk`: the names of the environment variables are this project's.
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

/** Writes a module next to the packages that it imports. */
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

/** Generates a client of our document with hey-api: TypeScript, which its users bundle. */
async function heyApi(folder: string): Promise<string | undefined> {
  const installed = foreignPackage("@hey-api/openapi-ts");
  if (installed === undefined) return undefined;
  spawnSync(process.execPath, [...heyApiProgram(installed), "-i", document, "-o", folder], {
    stdio: "ignore",
  });
  return bundled(folder, 'export * from "./sdk.gen.ts"; export * from "./client.gen.ts";');
}

/** Returns the command line of hey-api's generator, without output. */
export function heyApiProgram(installed: string): string[] {
  const program = join(installed, "node_modules/@hey-api/openapi-ts/bin/run.js");
  return [program, "--silent", "--no-log-file"];
}

function withNodeTransport(folder: string): string {
  // The peer dependency that users install.
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
