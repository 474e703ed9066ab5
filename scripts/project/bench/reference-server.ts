// The reference server for the benchmark; its arguments are the server's flags.
import { demoCredentials } from "../../../server/accounts/accounts.ts";
import { createLog } from "../../../server/system/log.ts";
import { readSettings } from "../../../server/settings/read-settings.ts";
import { startServer } from "../../../server/start-server.ts";

/** Memory of the server, in bytes; garbage is collected first if Node was started with `--expose-gc`. */
export type MemoryReport = Pick<NodeJS.MemoryUsage, "heapUsed" | "rss">;

const settings = readSettings(["--port", "0", ...process.argv.slice(2)], process.env);
const server = await startServer({ settings, credentials: demoCredentials(), log: createLog(settings) });
process.send?.({ port: Number(new URL(server.url).port) });
process.on("message", () => {
  globalThis.gc?.();
  const { heapUsed, rss } = process.memoryUsage();
  process.send?.({ heapUsed, rss } satisfies MemoryReport);
});
