// `npm run demo`: starts a server on a free port and a client that calls it. Leaves nothing behind.
import { TwilioClient } from "../../../generated/index.ts";
import { demoAccount, demoCredentials } from "../../../server/accounts/accounts.ts";
import { createLog } from "../../../server/system/log.ts";
import { readSettings } from "../../../server/settings/read-settings.ts";
import { startServer } from "../../../server/start-server.ts";
import { createPaint } from "./paint.ts";
import { runSteps } from "./story.ts";

const coloured = process.stdout.isTTY && process.env["NO_COLOR"] === undefined;
const paint = createPaint((line) => void process.stdout.write(`${line}\n`), coloured);

// Slow enough for operations to be observed while they run.
const flags = ["--port", "0", "--memory", "--pace", "120", "--batch-size", "2", "--log-level", "error"];
const settings = readSettings([...flags, "--grace-milliseconds", "0"], {});
const server = await startServer({ settings, credentials: demoCredentials(), log: createLog(settings) });
try {
  paint.title(`A SenderPools server listens at ${server.url}. All it knows is in memory.`);
  await runSteps(new TwilioClient({ ...demoAccount, baseUrl: `${server.url}/v1` }), paint);
  paint.title("That was all. `npm start` runs a server that stays, with a page to try it on at /docs.\n");
} finally {
  await server.stop();
}
