// Kills a server on PostgreSQL, and PostgreSQL itself, repeatedly under load.
import t from "tap";
import { startPostgres } from "../../support/postgres.ts";
import { crashRounds, survive } from "./crash-rounds.ts";
import { bundleServer, ServerProcess } from "./server-process.ts";

t.setTimeout(60_000 + crashRounds * 10_000);

const [program, postgres] = await Promise.all([bundleServer(t), startPostgres(t)]);

t.test(`no acknowledged write is lost when server or database are killed ${crashRounds} times`, async (t) => {
  const url = await postgres.createDatabase();
  const flags = [
    "--database-url",
    url,
    "--batch-size",
    "2",
    "--lease-seconds",
    "1",
    "--no-validate-responses",
  ];
  const server = new ServerProcess(program, flags);
  t.teardown(() => server.kill());
  await server.start();
  let crashes = 0;
  await survive(t, [server], async () => {
    const killDatabase = crashes++ % 2 === 1;
    await (killDatabase ? postgres : server).kill();
    await (killDatabase ? postgres : server).start();
  });
});
