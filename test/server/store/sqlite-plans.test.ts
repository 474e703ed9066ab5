// The cost of a statement depends only on the rows that it returns: each finds its rows through an index, in
// order.
import { join } from "node:path";
import t from "tap";
import { SqliteResponses } from "../../../server/store/sqlite/kept-responses.ts";
import { SqliteDatabase } from "../../../server/store/sqlite/database.ts";
import type { Preparing } from "../../../server/store/sqlite/database.ts";
import { SqliteOperations } from "../../../server/store/sqlite/operations.ts";
import { SqliteReads } from "../../../server/store/sqlite/reads.ts";
import { SqliteWrites } from "../../../server/store/sqlite/writes.ts";
import { openSqliteStore } from "../../../server/store/sqlite/open-sqlite-store.ts";
import { idempotencyKeptFor, keyed, openFixture, wholeRepresentations } from "./store-fixture.ts";

const folder = t.testdir();

t.test("every SQLite statement uses an index; none scans a table or sorts", (t) => {
  const database = SqliteDatabase.open(join(folder, "plans.db"));
  const prepared: string[] = [];
  const observed: Preparing = {
    prepare(sql) {
      prepared.push(sql);
      return database.prepare(sql);
    },
  };
  const reads = new SqliteReads(observed);
  const operations = new SqliteOperations(observed, { batchSize: 1 });
  new SqliteWrites(observed, reads, operations, {
    idempotencyKeptFor,
    representations: wholeRepresentations,
  });
  new SqliteResponses(observed, idempotencyKeptFor);
  t.ok(prepared.length > 20);
  for (const sql of prepared) {
    const plan = database
      .prepare<readonly [number, number, number, string]>(`EXPLAIN QUERY PLAN ${sql}`)
      .all();
    // The JSON array of a batch, and the rows of a page, are scanned, as intended.
    const steps = plan
      .map(([, , , detail]) => detail)
      .filter((step) => !/^SCAN (?:wanted|\(subquery-\d\))/.test(step));
    t.notMatch(steps.join("\n"), /SCAN|TEMP B-TREE/, sql);
  }
  t.match(
    plansOf(database, prepared, "INDEXED BY"),
    /sender_pool_operations_by_status \(account_key=\? AND status=\? AND id>/,
  );
  t.match(
    plansOf(database, prepared, "FROM sender_pool_members AS m"),
    /SEARCH m .*sender_id>\? AND sender_id<\?/,
  );
  database.close();
  t.end();
});

function plansOf(database: SqliteDatabase, prepared: readonly string[], part: string): string {
  const found = prepared.filter((sql) => sql.includes(part));
  const plan = (sql: string) =>
    database.prepare<readonly [number, number, number, string]>(`EXPLAIN QUERY PLAN ${sql}`).all();
  return found
    .flatMap(plan)
    .map(([, , , detail]) => detail)
    .join("\n");
}

t.test("expired responses are deleted from the file, two for each new one", async (t) => {
  const path = join(folder, "answers.db");
  const { store, clock, create } = await openFixture((options) => openSqliteStore(path, options));
  for (const key of ["a", "b", "c"]) await create({ idempotency: keyed(key) });
  clock.now += idempotencyKeptFor;
  await create({ idempotency: keyed("d") });
  await store.close();
  const database = SqliteDatabase.open(path);
  const kept = database.prepare<readonly [string]>("SELECT key FROM kept_answers ORDER BY key").all();
  t.equal(kept.length, 2);
  t.strictSame(kept[1], ["d"]);
  database.close();
});
