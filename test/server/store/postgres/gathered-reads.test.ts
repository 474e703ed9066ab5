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

const key = (id: number | string, account = 1) => ({ account_key: account, id: String(id) });

/** Runs reads; returns the number of statements, too. */
function observed(most?: number) {
  let count = 0;
  const query: Connections["query"] = (...requested) => {
    count++;
    return connections.query(...requested);
  };
  return { reads: new GatheredReads<{ half: number }>({ query }, statement, most), count: () => count };
}

t.test("concurrent reads get their own rows, or none, from one statement", async (t) => {
  const { reads, count } = observed();
  const requested = Array.from({ length: 60 }, (_, n) => n);
  const rows = await Promise.all(requested.map((n) => reads.find(key(n))));
  t.same(
    rows.map((row) => row?.half),
    requested.map((n) => (n % 2 === 0 ? n / 2 : undefined)),
  );
  t.equal(count(), 1);
  t.equal(await reads.find(key(4, 2)), undefined, "another account's");
  t.match(await Promise.all([reads.find(key(8)), reads.find(key(8))]), [{ half: 4 }, { half: 4 }]);
  t.equal(count(), 3);
});

t.test("a failed statement fails all reads that share it, and no others", async (t) => {
  const { reads } = observed();
  const results = await Promise.allSettled([reads.find(key(2)), reads.find(key("not a number"))]);
  t.same(
    results.map(({ status }) => status),
    ["rejected", "rejected"],
  );
  t.match(await reads.find(key(2)), { half: 1 });
});

t.test("at most the configured number of reads share a statement", async (t) => {
  const { reads, count } = observed(8);
  const rows = await Promise.all(Array.from({ length: 20 }, (_, n) => reads.find(key(n))));
  t.equal(rows.filter((row) => row !== undefined).length, 10);
  t.equal(count(), 3);
});
