// The schema: created once by the first process, never in another program's schema, with helpful errors.
import { connect, createServer, type AddressInfo } from "node:net";
import { once } from "node:events";
import t from "tap";
import { openPostgresStore } from "../../../../server/store/postgres/open-postgres-store.ts";
import { migrations } from "../../../../server/store/postgres/migrations.ts";
import { StoreOpenError } from "../../../../server/store/store.ts";
import { databaseUrl, emptyDatabase, queryDatabase, startPostgres } from "../../../support/postgres.ts";
import { newPool, openStore, storeOptions } from "./store-pair.ts";
import { poolIn } from "../store-fixture.ts";

const postgres = await startPostgres(t);
const database = await postgres.createDatabase();

/** Returns the reason why a database is rejected. */
async function rejection(url: string): Promise<Pick<StoreOpenError, "reason" | "message">> {
  try {
    const store = await openPostgresStore(url, storeOptions);
    await store.close();
  } catch (error) {
    if (error instanceof StoreOpenError) return error;
    throw error;
  }
  throw new Error("it was opened");
}

t.test("stores that start together create one schema, and all of them work", async (t) => {
  const url = await emptyDatabase(database);
  const stores = await Promise.all(Array.from({ length: 5 }, () => openStore(t, url)));
  const outcomes = await Promise.all(stores.map(async (store) => store.createSenderPool(newPool())));
  t.same(
    outcomes,
    stores.map(() => ({ outcome: "done" })),
  );
  const applied = await queryDatabase<{ version: number }>(
    url,
    "SELECT version FROM sender_pools.migrations",
  );
  t.equal(applied.length, migrations.length);
});

t.test("an existing schema is left unchanged", async (t) => {
  const url = await emptyDatabase(database);
  const pool = newPool({ name: "kept" });
  const first = await openPostgresStore(url, storeOptions);
  await first.createSenderPool(pool);
  await first.close();
  const second = await openStore(t, url);
  t.match(await poolIn(second.fetchSenderPool(pool)), { name: "kept" });
});

t.test("a newer schema is rejected", async (t) => {
  const url = await emptyDatabase(database);
  await (await openPostgresStore(url, storeOptions)).close();
  await queryDatabase(url, "INSERT INTO sender_pools.migrations VALUES (999, now())");
  const { reason, message } = await rejection(url);
  t.equal(reason, "newer-schema");
  t.match(message, /schema 999.*update the server/);
});

t.test("a schema of another program is rejected and left unchanged", async (t) => {
  const url = await emptyDatabase(database);
  await queryDatabase(url, "CREATE SCHEMA sender_pools CREATE TABLE fish (name text)");
  t.equal((await rejection(url)).reason, "not-ours");
  t.same(
    await queryDatabase(
      url,
      "SELECT relname FROM pg_class WHERE relnamespace = 'sender_pools'::regnamespace",
    ),
    [{ relname: "fish" }],
  );
});

t.test(
  "the error for a user without rights names the rights to grant, and they are sufficient",
  async (t) => {
    const owner = await emptyDatabase(database);
    await queryDatabase(owner, "CREATE ROLE plain LOGIN PASSWORD 'plain'");
    const plain = new URL(owner);
    plain.username = plain.password = "plain";
    const { reason, message } = await rejection(plain.href);
    t.equal(reason, "unreadable");
    t.match(message, "GRANT CREATE ON DATABASE");
    await queryDatabase(owner, `GRANT CREATE ON DATABASE ${plain.pathname.slice(1)} TO plain`);
    const store = await openStore(t, plain.href);
    t.same(await store.createSenderPool(newPool()), { outcome: "done" });
  },
);

t.test("an unreachable database is reported in one line, without the password", async (t) => {
  const nobody = createServer().listen(0, "127.0.0.1");
  await once(nobody, "listening");
  const { port } = nobody.address() as AddressInfo;
  nobody.close();
  const password = "hunter2";
  const table = [
    { url: `postgres://postgres:${password}@127.0.0.1:${port}/db`, want: /ECONNREFUSED/ },
    {
      url: `postgres://postgres:${password}@127.0.0.1:${postgres.port}/postgres`,
      want: /password authentication failed/,
    },
    { url: databaseUrl(postgres.port, "nowhere"), want: /database "nowhere" does not exist/ },
    { url: `postgres://postgres:${password}@127.0.0.1:notaport/db`, want: /cannot be read; write postgres:/ },
    { url: `postgres://postgres:${password}@:/w?#@127.0.0.1/db`, want: /cannot be read; write postgres:/ },
    { url: `mysql://postgres:${password}@127.0.0.1/db`, want: /begins with mysql:; write postgres:/ },
    {
      url: `postgres://postgres@127.0.0.1:${postgres.port}/postgres`,
      want: /requires a password.*PGPASSWORD/,
    },
  ];
  for (const { url, want } of table) {
    const error = await rejection(url);
    t.equal(error.reason, "unreadable");
    t.match(error.message, want);
    t.notMatch(error.message, /\n/);
    t.notMatch(JSON.stringify(error, Object.getOwnPropertyNames(error)), password);
  }
});

t.test("the store waits for a database that is starting up", async (t) => {
  const url = new URL(await emptyDatabase(database));
  const fields = "SFATAL\0C57P03\0Mthe database system is starting up\0\0";
  const length = Buffer.alloc(4);
  length.writeInt32BE(fields.length + length.length);
  const startingUp = Buffer.concat([Buffer.from("E"), length, Buffer.from(fields)]);
  let connections = 0;
  const server = createServer((client) => {
    if (++connections <= 2) client.once("data", () => client.end(startingUp));
    else client.pipe(connect(postgres.port, "127.0.0.1")).pipe(client);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  t.teardown(() => server.close());
  url.port = String((server.address() as AddressInfo).port);
  const store = await openPostgresStore(url.href, storeOptions);
  t.same(await store.createSenderPool(newPool()), { outcome: "done" });
  await store.close();
  t.ok(connections > 3);
});
