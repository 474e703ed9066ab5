// Regenerates the representations in a database when this program represents items differently.
import type { Client } from "pg";
import type { Representations } from "../items.ts";
import { poolColumns, poolRow, senderColumns, senderRow, storedPool, storedSender } from "./rows.ts";
import type { PoolRow, SenderRow } from "./rows.ts";
import { schemaName } from "./session.ts";

/** Rows of one transaction. */
const rowsTogether = 5_000;

/**
 * Regenerates outdated representations; does nothing if the database records that it was done. Programs with
 * different representations can share a database: each regenerates those with another mark while reading.
 */
export async function refreshRepresentations(
  client: Client,
  representations: Representations,
): Promise<void> {
  const { mark } = representations;
  const found = await client.query<{ mark: number }>(`SELECT mark FROM ${schemaName}.representations`);
  if (found.rows.some((row) => row.mark === mark)) return;
  await refresh<PoolRow>(client, mark, {
    table: "sender_pools",
    columns: poolColumns,
    represent: (row) => poolRow(storedPool(row), representations).representation,
  });
  await refresh<SenderRow>(client, mark, {
    table: "senders",
    columns: senderColumns,
    represent: (row) => senderRow(storedSender(row), representations).representation,
  });
  await client.query("BEGIN");
  await client.query(`DELETE FROM ${schemaName}.representations`);
  await client.query(`INSERT INTO ${schemaName}.representations (mark) VALUES ($1)`, [mark]);
  await client.query("COMMIT");
}

interface Table<Row> {
  readonly table: string;
  readonly columns: string;
  readonly represent: (row: Row) => string;
}

/** Updates rows in the order of their keys, in which writes lock them too. */
async function refresh<Row extends PoolRow | SenderRow>(
  client: Client,
  mark: number,
  { table, columns, represent }: Table<Row>,
): Promise<void> {
  let after: readonly [account: number, id: string] | undefined = [0, ""];
  while (after !== undefined) {
    await client.query("BEGIN");
    const { rows }: { rows: (Row & { readonly account_key: number })[] } = await client.query(
      `SELECT account_key, ${columns} FROM ${schemaName}.${table} WHERE (account_key, id) > ($1, $2)
       ORDER BY account_key, id LIMIT ${rowsTogether} FOR NO KEY UPDATE`,
      [...after],
    );
    const made = rows.map((row) => ({
      account_key: row.account_key,
      id: row.id,
      representation: represent(row),
    }));
    await client.query(
      `UPDATE ${schemaName}.${table} AS item
       SET representation = made.representation, representation_mark = $2
       FROM json_to_recordset($1) AS made (account_key integer, id text, representation text)
       WHERE item.account_key = made.account_key AND item.id = made.id`,
      [JSON.stringify(made), mark],
    );
    await client.query("COMMIT");
    const last = rows.at(-1);
    after = rows.length < rowsTogether || last === undefined ? undefined : [last.account_key, last.id];
  }
}
