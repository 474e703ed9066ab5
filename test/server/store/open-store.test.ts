// The store that the settings select; with DATABASE_URL, PostgreSQL.
import t from "tap";
import { demoAccount } from "../../../server/accounts/accounts.ts";
import { dataLocation } from "../../../server/store/open-store.ts";
import { readSettings } from "../../../server/settings/read-settings.ts";
import { queryDatabase, startPostgres } from "../../support/postgres.ts";
import { listening, runServer } from "../../support/server-process.ts";

t.test("the location of the data is reported without credentials", (t) => {
  const table = [
    { args: ["--memory"], want: undefined },
    { args: ["--data", "file.db"], want: "file.db" },
    {
      args: ["--database-url", "postgres://me:secret@db.example:5433/pools"],
      want: "PostgreSQL at db.example:5433/pools",
    },
    {
      args: ["--database-url", "postgres://db.example/pools?password=secret"],
      want: "PostgreSQL at db.example/pools",
    },
    { args: ["--database-url", "not a URL"], want: "PostgreSQL" },
  ];
  for (const { args, want } of table) t.equal(dataLocation(readSettings(args, {})), want, args.join(" "));
  t.end();
});

t.test("a server with DATABASE_URL keeps its data in PostgreSQL", async (t) => {
  const postgres = await startPostgres(t);
  const env = { DATABASE_URL: await postgres.createDatabase() };
  const { accountId, authToken } = demoAccount;
  const authorization = `Basic ${Buffer.from(`${accountId}:${authToken}`).toString("base64")}`;

  t.test("a pool outlives the server that created it", async (t) => {
    const first = runServer(t, ["--port", "0"], env);
    const created = await fetch(`${await listening(first)}/v1/SenderPools`, {
      method: "POST",
      headers: { authorization, "content-type": "application/json" },
      body: JSON.stringify({ name: "kept", tags: { z: "1", a: "2" } }),
    });
    t.equal(created.status, 202);
    first.child.kill("SIGTERM");
    t.equal(await first.ended, 0, first.output());
    const second = runServer(t, ["--port", "0"], env);
    const list = await fetch(`${await listening(second)}/v1/SenderPools`, { headers: { authorization } });
    t.match(await list.json(), { senderPools: [{ name: "kept" }] });
    second.child.kill("SIGTERM");
    t.equal(await second.ended, 0, second.output());
  });

  t.test("a server without PostgreSQL's password exits at once and reports how to set it", async (t) => {
    const url = new URL(env.DATABASE_URL);
    url.password = "";
    const server = runServer(t, ["--port", "0"], { DATABASE_URL: url.href });
    t.equal(await server.ended, 2);
    t.match(server.output(), /^cannot start: PostgreSQL requires a password; .*PGPASSWORD\.\n$/);
  });

  t.test("the password may come from PGPASSWORD, and is then used unchanged", async (t) => {
    const password = "p@:/w?#";
    await queryDatabase(env.DATABASE_URL, `CREATE ROLE odd LOGIN SUPERUSER PASSWORD '${password}'`);
    const url = new URL(env.DATABASE_URL);
    Object.assign(url, { username: "odd", password: "" });
    const server = runServer(t, ["--port", "0"], { DATABASE_URL: url.href, PGPASSWORD: password });
    t.match(await listening(server), /^http:/);
  });

  t.test("the response is 503 with Retry-After while the database is down, and 200 afterwards", async (t) => {
    const server = runServer(t, ["--port", "0"], env);
    const url = `${await listening(server)}/v1/SenderPools`;
    t.equal((await fetch(url, { headers: { authorization } })).status, 200);
    await postgres.kill();
    const rejected = await fetch(url, { headers: { authorization } });
    t.equal(rejected.status, 503);
    t.match(rejected.headers.get("retry-after"), /^[0-9]+$/);
    t.equal(rejected.headers.get("content-type"), "application/problem+json");
    await postgres.start();
    t.equal((await fetch(url, { headers: { authorization } })).status, 200);
    server.child.kill("SIGTERM");
    t.equal(await server.ended, 0, server.output());
  });
});
