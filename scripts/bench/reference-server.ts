// The server of this project as the benchmark runs it; its arguments are its flags.
import { demoCredentials } from "../../server/accounts.ts";
import { createLog } from "../../server/log.ts";
import { readSettings } from "../../server/read-settings.ts";
import { startServer } from "../../server/start-server.ts";

const settings = readSettings(["--port", "0", ...process.argv.slice(2)], process.env);
const server = await startServer({ settings, credentials: demoCredentials(), log: createLog(settings) });
process.send?.({ port: Number(new URL(server.url).port) });
