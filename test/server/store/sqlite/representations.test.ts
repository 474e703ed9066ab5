// A file written with other representations shows those of the program that opens it.
import { join } from "node:path";
import t from "tap";
import Database from "libsql";
import { openSqliteStore } from "../../../../server/store/sqlite/open-sqlite-store.ts";
import { numbered } from "../representations-suite.ts";
import { accountId, openFixture } from "../store-fixture.ts";

const everything = { accountId, filter: {}, after: null, limit: 100 };

t.test("representations with another mark are regenerated when the file is opened", async (t) => {
  const path = join(t.testdir(), "data.db");
  const first = await openFixture((options) => openSqliteStore(path, options), numbered(1));
  const { poolId } = await first.create({ name: "kept" });
  await first.store.close();

  const second = await openFixture((options) => openSqliteStore(path, options), numbered(2));
  const text = JSON.stringify({ mark: 2, id: poolId, name: "kept", tags: {}, version: 1 });
  t.strictSame(await second.store.fetchSenderPool({ accountId, poolId }), { text, version: 1 });
  t.match(await second.store.listSenderPools(everything), { text });
  t.match(await second.store.listSenders(everything), {
    text: first.senders.map(numbered(2).sender).join(","),
  });
  await second.store.close();
});

t.test("representations with the same mark are kept", async (t) => {
  const path = join(t.testdir(), "data.db");
  const first = await openFixture((options) => openSqliteStore(path, options), numbered(1));
  const { poolId } = await first.create();
  await first.store.close();
  const database = new Database(path);
  database.exec("UPDATE sender_pools SET representation = 'as it is'");
  database.close();
  const second = await openFixture((options) => openSqliteStore(path, options), numbered(1));
  t.match(await second.store.fetchSenderPool({ accountId, poolId }), { text: "as it is" });
  await second.store.close();
});

t.test("a database file of an earlier schema version gets stored representations", async (t) => {
  const path = join(t.testdir(), "data.db");
  const first = await openFixture((options) => openSqliteStore(path, options), numbered(1));
  const { poolId } = await first.create({ name: "old" });
  await first.store.close();
  const database = new Database(path);
  for (const table of ["sender_pools", "senders"])
    database.exec(`ALTER TABLE ${table} DROP COLUMN representation`);
  database.exec("DROP TABLE representations; PRAGMA user_version = 1");
  database.close();
  const second = await openFixture((options) => openSqliteStore(path, options), numbered(1));
  t.match(await second.store.fetchSenderPool({ accountId, poolId }), { text: /"name":"old"/ });
  await second.store.close();
});
