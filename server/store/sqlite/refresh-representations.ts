// Regenerates the representations in a file when this program represents items differently.
import type { Representations } from "../items.ts";
import type { SqliteDatabase, SqlValue } from "./database.ts";
import { senderColumns, senderPoolColumns, toSender, toSenderPool } from "./rows.ts";
import type { SenderPoolRow, SenderRow } from "./rows.ts";

/** Rows of one transaction. */
const rowsTogether = 5_000;

/**
 * Regenerates outdated representations; does nothing if the file records that it was done. If the process
 * ends before it is complete, the next start begins again.
 */
export function refreshRepresentations(database: SqliteDatabase, representations: Representations): void {
  const { mark } = representations;
  const find = database.prepare<readonly [mark: number]>("SELECT mark FROM representations");
  if (find.get()?.[0] === mark) return;
  refresh<SenderPoolRow>(database, {
    table: "sender_pools",
    columns: senderPoolColumns,
    represent: (row) => representations.senderPool(toSenderPool(row)),
  });
  refresh<SenderRow>(database, {
    table: "senders",
    columns: senderColumns,
    represent: (row) => representations.sender(toSender(row)),
  });
  database.transaction(() => {
    database.prepare("DELETE FROM representations").run();
    database.prepare("INSERT INTO representations (mark) VALUES (?)").run(mark);
  });
}

interface Table<Row> {
  readonly table: string;
  /** Column names, `id` first. */
  readonly columns: string;
  readonly represent: (row: Row) => string;
}

function refresh<Row extends readonly [id: string, ...SqlValue[]]>(
  database: SqliteDatabase,
  { table, columns, represent }: Table<Row>,
): void {
  const select = database.prepare<readonly [account: number, ...SqlValue[]]>(
    `SELECT account_key, ${columns} FROM ${table} WHERE (account_key, id) > (?, ?)
     ORDER BY account_key, id LIMIT ${rowsTogether}`,
  );
  const update = database.prepare(`UPDATE ${table} SET representation = ? WHERE account_key = ? AND id = ?`);
  let after: readonly [account: number, id: string] | undefined = [0, ""];
  while (after !== undefined) {
    const [account, id]: readonly [number, string] = after;
    after = database.transaction(() => {
      const rows = select.all(account, id);
      for (const [key, ...columnsOfRow] of rows) {
        // The columns of the select, in its order.
        const row = columnsOfRow as unknown as Row;
        update.run(represent(row), key, row[0]);
      }
      const last = rows.at(-1);
      return rows.length < rowsTogether || last === undefined ? undefined : [last[0], String(last[1])];
    });
  }
}
