// The reference server with one line changed, in this process.
import { mkdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import type { demoCredentials, parseAccounts } from "../../../server/accounts/accounts.ts";
import type { readSettings } from "../../../server/settings/read-settings.ts";
import type { startServer } from "../../../server/start-server.ts";
import type { createLog } from "../../../server/system/log.ts";
import type { PlantedFault } from "./planted-fault.ts";

/** A running server. */
export interface FaultyServer {
  readonly url: string;
  stop(): Promise<void>;
}

const root = resolve(import.meta.dirname, "../../..");

/** The part of the reference server's program that starts it in this process. */
const entry = `
export { startServer } from "./server/start-server.ts";
export { readSettings } from "./server/settings/read-settings.ts";
export { createLog } from "./server/system/log.ts";
export { demoCredentials, parseAccounts } from "./server/accounts/accounts.ts";
`;

interface Server {
  readonly startServer: typeof startServer;
  readonly readSettings: typeof readSettings;
  readonly createLog: typeof createLog;
  readonly demoCredentials: typeof demoCredentials;
  readonly parseAccounts: typeof parseAccounts;
}

let count = 0;

/**
 * Bundles the server with the fault and starts it on a free port.
 *
 * @param fault  undefined for the unchanged server
 * @param folder  for the bundle and the database
 * @throws Error if the text that the fault replaces does not exist
 */
export async function startFaulty(
  fault: PlantedFault | undefined,
  { store, folder }: { readonly store: "memory" | "sqlite"; readonly folder: string },
): Promise<FaultyServer> {
  count += 1;
  const own = join(folder, String(count));
  mkdirSync(own, { recursive: true });
  symlinkSync(join(root, "node_modules"), join(own, "node_modules"));
  const outfile = join(own, "server.mjs");
  await bundle(fault, outfile);
  const server = (await import(pathToFileURL(outfile).href)) as Server;
  const data = store === "memory" ? ["--memory"] : ["--data", join(own, "data.db")];
  const flags = [
    "--port",
    "0",
    "--log-level",
    "silent",
    "--grace-milliseconds",
    "0",
    "--seed-senders",
    "6",
    "--no-rate-limit",
    ...data,
  ];
  const settings = server.readSettings(flags, {});
  const running = await server.startServer({
    settings,
    credentials: [...server.demoCredentials(), ...server.parseAccounts(JSON.stringify([otherAccount]))],
    log: server.createLog(settings),
  });
  return {
    url: running.url,
    stop: async () => {
      await running.stop();
      rmSync(own, { recursive: true });
    },
  };
}

/** A second account, other than the demo account. */
const otherAccount = { accountId: "AC-other", authToken: "other-token" } as const;

/** Both accounts, in the form that a run accepts. */
export const verifyAccounts = {
  credentials: { accountAuthToken: "demo:demo-token" },
  otherCredentials: { accountAuthToken: `${otherAccount.accountId}:${otherAccount.authToken}` },
} as const;

async function bundle(fault: PlantedFault | undefined, outfile: string): Promise<void> {
  const planted = fault && join(root, fault.file);
  await build({
    stdin: { contents: entry, resolveDir: root, loader: "ts" },
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
    logLevel: "error",
    // Modules resolve files next to their original location.
    define: { "import.meta.url": JSON.stringify(pathToFileURL(join(root, "dist/server.js")).href) },
    plugins: [
      {
        name: "planted-fault",
        setup: (plugin) => {
          if (fault === undefined || planted === undefined) return;
          plugin.onLoad({ filter: /\.[jt]s$/ }, ({ path }) =>
            path === planted
              ? { contents: withFault(fault), loader: path.endsWith(".js") ? "js" : "ts" }
              : undefined,
          );
        },
      },
    ],
  });
}

function withFault({ name, file, find, replace, everywhere }: PlantedFault): string {
  const text = readFileSync(join(root, file), "utf8");
  if (!text.includes(find)) throw new Error(`${file} does not have what "${name}" replaces: ${find}`);
  return everywhere === true ? text.replaceAll(find, () => replace) : text.replace(find, () => replace);
}
