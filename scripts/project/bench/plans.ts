// Query plans of a page of pools, as the databases report them.
import { Client } from "pg";
import { createRepresentations } from "../../../server/handlers/representations.ts";
import { listPools } from "../../../server/store/postgres/read-statements.ts";
import { defaultLimits, sessionSettings } from "../../../server/store/postgres/session.ts";
import { SqliteDatabase } from "../../../server/store/sqlite/database.ts";
import { SqliteReads } from "../../../server/store/sqlite/reads.ts";

/** Returns the plan of the embedded store's statement; no other process may have the file open. */
export function sqlitePlan(path: string): string {
  const database = SqliteDatabase.open(path);
  try {
    const prepared: string[] = [];
    new SqliteReads({ prepare: (sql) => (prepared.push(sql), database.prepare(sql)) });
    const page = prepared.find((sql) => /FROM sender_pools WHERE .*ORDER BY id LIMIT/.test(sql)) ?? "";
    const steps = database.prepare<readonly [number, number, number, string]>(`EXPLAIN QUERY PLAN ${page}`);
    return steps
      .all()
      .map(([, , , step]) => `  ${step}`)
      .join("\n");
  } finally {
    database.close();
  }
}

/**
 * Returns the plan of the PostgreSQL store's statement with these values, in a session configured like the
 * store's, and the pages it read.
 */
export async function postgresPlan(url: string, values: readonly unknown[]): Promise<string> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sessionSettings("read", defaultLimits));
    const explained = `EXPLAIN (ANALYZE, BUFFERS, COSTS OFF, TIMING OFF, SUMMARY OFF) ${listPools.joined.text}`;
    const { rows } = await client.query<{ "QUERY PLAN": string }>(explained, [
      ...values,
      createRepresentations(false).mark,
    ]);
    return rows.map((row) => `  ${row["QUERY PLAN"]}`).join("\n");
  } finally {
    await client.end();
  }
}
