// Batches: concurrent queries run together and in order, and only a query that causes an error fails.
import { setTimeout as delay } from "node:timers/promises";
import { DatabaseError } from "pg";
import t from "tap";
import { Batches } from "../../../../server/store/postgres/batches.ts";

/** An error as PostgreSQL sends it. */
function databaseError(code: string): DatabaseError {
  const error = new DatabaseError(`error ${code}`, 0, "error");
  error.code = code;
  return error;
}

/** Batches that record the queries they run; `run` may throw. */
function noting(run: (batch: readonly number[]) => unknown = () => undefined, most = 100) {
  const ran: number[][] = [];
  const batches = new Batches<number, number>({
    patience: 50,
    together: (waiting) => Math.min(waiting.length, most),
    run: async (batch) => {
      ran.push([...batch]);
      await run(batch);
      return batch.map((query) => query * 10);
    },
  });
  return { ran, batches };
}

t.test("queries of one turn of the event loop are one batch, and each gets its own result", async (t) => {
  const { ran, batches } = noting();
  t.same(await Promise.all([1, 2, 3].map((query) => batches.add(query))), [10, 20, 30]);
  t.same(ran, [[1, 2, 3]]);
});

t.test("queries added while a batch runs wait for the next, in order", async (t) => {
  let later: Promise<number> | undefined;
  const { ran, batches } = noting(() => {
    later ??= batches.add(4);
  }, 2);
  t.same(await Promise.all([1, 2, 3].map((query) => batches.add(query))), [10, 20, 30]);
  t.equal(await later, 40);
  t.same(ran, [
    [1, 2],
    [3, 4],
  ]);
});

t.test("an error caused by one write fails only that write", async (t) => {
  const { ran, batches } = noting((batch) => {
    if (batch.includes(2)) throw databaseError("23505");
  });
  const results = await Promise.allSettled([1, 2, 3].map((query) => batches.add(query)));
  t.same(
    results.map((result) => (result.status === "fulfilled" ? result.value : "rejected")),
    [10, "rejected", 30],
  );
  t.same(ran, [[1, 2, 3], [1], [2], [3]]);
});

const shared = [
  { title: "a lost connection", error: new Error("Connection terminated unexpectedly") },
  { title: "a server that is shutting down", error: databaseError("57P01") },
  { title: "a full disk", error: databaseError("53100") },
];
for (const { title, error } of shared) {
  t.test(
    `${title} rejects all queries of a batch without a retry, since their outcome is unknown`,
    async (t) => {
      const { ran, batches } = noting(() => {
        throw error;
      });
      const results = await Promise.allSettled([1, 2].map((query) => batches.add(query)));
      for (const result of results) t.match(result, { status: "rejected", reason: error });
      t.same(ran, [[1, 2]]);
    },
  );
}

for (const code of ["40P01", "40001"]) {
  t.test(`a batch that fails with ${code} is retried a few times`, async (t) => {
    let failures = 2;
    const { ran, batches } = noting(() => {
      if (failures-- > 0) throw databaseError(code);
    });
    t.same(await Promise.all([1, 2].map((query) => batches.add(query))), [10, 20]);
    t.equal(ran.length, 3);
    failures = 10;
    await t.rejects(batches.add(3), { code });
    t.equal(ran.length, 6);
  });
}

t.test("a query that has waited too long is rejected without running; later ones run", async (t) => {
  const { ran, batches } = noting(async (batch) => {
    if (batch.includes(1)) await delay(100);
  }, 1);
  const first = batches.add(1);
  const late = batches.add(2);
  const rejected = t.rejects(late, { name: "StoreUnavailableError" });
  t.equal(await first, 10);
  await rejected;
  t.equal(await batches.add(3), 30);
  t.same(ran, [[1], [3]]);
});
