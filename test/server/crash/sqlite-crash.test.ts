// Kills a server on an SQLite file repeatedly under load.
import { join } from "node:path";
import t from "tap";
import { crashRounds, survive } from "./crash-rounds.ts";
import { bundleServer, ServerProcess } from "./server-process.ts";

t.setTimeout(60_000 + crashRounds * 5000);

const program = await bundleServer(t);

t.test(`no acknowledged write is lost when the server is killed ${crashRounds} times`, async (t) => {
  const flags = ["--data", join(t.testdir(), "crash.db"), "--batch-size", "2", "--no-validate-responses"];
  const server = new ServerProcess(program, flags);
  t.teardown(() => server.kill());
  await server.start();
  await survive(t, [server], async () => {
    await server.kill();
    await server.start();
  });
});
