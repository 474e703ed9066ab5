// Concurrent reads share one statement; each gets its own row, or the error of all.
import t from "tap";
import { Connections } from "../../../../server/store/postgres/connections.ts";
import { GatheredReads } from "../../../../server/store/postgres/gathered-reads.ts";
import { defaultLimits } from "../../../../server/store/postgres/session.ts";
import { startPostgres } from "../../../support/postgres.ts";

const postgres = await startPostgres(t);
const connections = new Connections(await postgres.createDatabase(), "read", 2, defaultLimits);
t.teardown(() => connections.close());

/** A connection that has rows for the even numbers of account 1. */
const statement = {
  name: "fetch-numbers",
  text: `
    SELECT place, id::integer / 2 AS half FROM json_to_recordset($1) AS asked (place integer, account_key integer, id text)
    WHERE account_key = 1 AND id::integer % 2 = 0`,
};

/** Runs reads; returns the number of statements, too. */
function observed() {
  let count = 0;
  const query: Connections["query"] = (...asked) => {
    count++;
    return connections.query(...asked);
  };
  return { reads: new GatheredReads<{ half: number }>({ query }, statement), count: () => count };
}

t.test("concurrent reads get their own rows, or none, from one statement", async (t) => {
  const { reads, count } = observed();
  const asked = Array.from({ length: 60 }, (_, n) => n);
  const rows = await Promise.all(asked.map((n) => reads.find(1, String(n))));
  t.same(
    rows.map((row) => row?.half),
    asked.map((n) => (n % 2 === 0 ? n / 2 : undefined)),
  );
  t.equal(count(), 1);
  t.equal(await reads.find(2, "4"), undefined, "another account's");
  t.match(await Promise.all([reads.find(1, "8"), reads.find(1, "8")]), [{ half: 4 }, { half: 4 }]);
  t.equal(count(), 3);
});

t.test("a failed statement fails all reads that share it, and no others", async (t) => {
  const { reads } = observed();
  const results = await Promise.allSettled([reads.find(1, "2"), reads.find(1, "not a number")]);
  t.same(
    results.map(({ status }) => status),
    ["rejected", "rejected"],
  );
  t.match(await reads.find(1, "2"), { half: 1 });
});
