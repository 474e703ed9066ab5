// Leases of an SQLite store end with their operations, so that their number stays bounded.
import { join } from "node:path";
import t from "tap";
import { Leases } from "../../../../server/store/leases.ts";
import { SqliteDatabase } from "../../../../server/store/sqlite/database.ts";
import { SqliteOperations } from "../../../../server/store/sqlite/operations.ts";
import { accountId, TestClock } from "../store-fixture.ts";

t.test("the lease of a canceled operation is released when its worker returns", (t) => {
  const database = SqliteDatabase.open(join(t.testdir(), "leases.db"));
  t.teardown(() => database.close());
  const leases = new Leases();
  const operations = new SqliteOperations(database, { batchSize: 3 }, leases);
  const clock = new TestClock();
  const [poolId, operationId] = [clock.id("senderPool"), clock.id("senderPoolOperation")];
  database.prepare<never>("INSERT INTO accounts (account_key, account_id) VALUES (1, ?)").run(accountId);
  database
    .prepare<never>(
      "INSERT INTO sender_pools (account_key, id, name, tags, updated_at, version) VALUES (1, ?, '', '{}', 0, 1)",
    )
    .run(poolId);
  operations.start(1, { poolId, operationId, senderIds: [clock.id("sender")] });
  const held = { holder: "w", leaseFor: 100 };
  t.same(operations.claim({ ...held, idleFor: 0, limit: 1 }, clock.now), [{ accountId, operationId }]);
  t.equal(leases.size, 1);
  operations.cancel(1, poolId, clock.now);
  const step = { accountId, operationId, ...held };
  const outcome = operations.advance(1, step, clock.now);
  t.equal(outcome, "lost");
  operations.settle({ ...step, holder: "another" }, outcome, clock.now);
  t.equal(leases.size, 1, "only its holder lets go");
  operations.settle(step, outcome, clock.now);
  t.equal(leases.size, 0);
  t.end();
});
