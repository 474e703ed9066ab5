// What can be asked of an SQLite store.
import { idPrefixes } from "../../ids/ids.ts";
import { idRange } from "../id-range.ts";
import type { Preparing, SqlStatement } from "./database.ts";
import {
  senderColumns,
  senderPoolColumns,
  senderPoolOperationColumns,
  toPage,
  toSender,
  toSenderPool,
  toSenderPoolOperation,
} from "./rows.ts";
import type { SenderPoolOperationRow, SenderPoolRow, SenderRow } from "./rows.ts";
import type {
  ListQuery,
  SenderFilter,
  SenderPoolFilter,
  SenderPoolOperationFilter,
  StoredPage,
  StoredSender,
  StoredSenderPool,
  StoredSenderPoolOperation,
} from "../store.ts";

/** A list's query without its account, which comes as a key. */
type Query<Filter> = Omit<ListQuery<Filter>, "accountId">;

/** Prepared selects; an account is named by its key. */
export class SqliteReads {
  readonly #pool: SqlStatement<SenderPoolRow>;
  readonly #pools: SqlStatement<SenderPoolRow>;
  readonly #poolsOfOperation: SqlStatement<SenderPoolRow>;
  readonly #sender: SqlStatement<SenderRow>;
  readonly #senders: SqlStatement<SenderRow>;
  readonly #members: SqlStatement<SenderRow>;
  readonly #operation: SqlStatement<SenderPoolOperationRow>;
  readonly #operations: SqlStatement<SenderPoolOperationRow>;
  readonly #operationsByStatus: SqlStatement<SenderPoolOperationRow>;

  constructor(database: Preparing) {
    const range = "account_key = ? AND id > ? AND id < ? ORDER BY id LIMIT ?";
    const isWanted = "(?5 IS NULL OR channel = ?5) AND (?6 IS NULL OR status = ?6)";
    const pools = `SELECT ${senderPoolColumns} FROM sender_pools WHERE`;
    this.#pool = database.prepare(`${pools} account_key = ? AND id = ?`);
    this.#pools = database.prepare(`${pools} ${range}`);
    this.#poolsOfOperation = database.prepare(
      `${pools} id = (SELECT pool_id FROM sender_pool_operations WHERE account_key = ?1 AND id = ?5)
       AND account_key = ?1 AND id > ?2 AND id < ?3 LIMIT ?4`,
    );
    const senders = `SELECT ${senderColumns} FROM senders WHERE`;
    this.#sender = database.prepare(`${senders} account_key = ? AND id = ?`);
    this.#senders = database.prepare(
      `${senders} account_key = ?1 AND id > ?2 AND id < ?3 AND ${isWanted} ORDER BY id LIMIT ?4`,
    );
    // CROSS JOIN keeps SQLite from walking all senders to find the members. https://www.sqlite.org/optoverview.html#crossjoin
    this.#members = database.prepare(
      `SELECT ${senderColumns} FROM sender_pool_members AS m CROSS JOIN senders AS s
       WHERE m.account_key = ?1 AND m.pool_id = ?7 AND m.sender_id > ?2 AND m.sender_id < ?3
       AND s.account_key = ?1 AND s.id = m.sender_id AND ${isWanted} ORDER BY m.sender_id LIMIT ?4`,
    );
    const operations = `SELECT ${senderPoolOperationColumns} FROM sender_pool_operations WHERE`;
    this.#operation = database.prepare(`${operations} account_key = ? AND id = ?`);
    this.#operations = database.prepare(`${operations} ${range}`);
    // Named, because SQLite would rather walk the whole range of ids. https://www.sqlite.org/lang_indexedby.html
    this.#operationsByStatus = database.prepare(
      `SELECT ${senderPoolOperationColumns} FROM sender_pool_operations INDEXED BY sender_pool_operations_by_status
       WHERE status = ? AND ${range}`,
    );
  }

  pool(account: number, id: string): StoredSenderPool | undefined {
    const row = this.#pool.get(account, id);
    return row && toSenderPool(row);
  }

  sender(account: number, id: string): StoredSender | undefined {
    const row = this.#sender.get(account, id);
    return row && toSender(row);
  }

  operation(account: number, id: string): StoredSenderPoolOperation | undefined {
    const row = this.#operation.get(account, id);
    return row && toSenderPoolOperation(row);
  }

  pools(
    account: number,
    { filter, after: from, limit }: Query<SenderPoolFilter>,
  ): StoredPage<StoredSenderPool> {
    const { after, before } = idRange(idPrefixes.senderPool, filter, from);
    const rows =
      filter.operationId === undefined
        ? this.#pools.all(account, after, before, limit + 1)
        : this.#poolsOfOperation.all(account, after, before, limit + 1, filter.operationId);
    return toPage(rows, limit, toSenderPool);
  }

  senders(account: number, { filter, after: from, limit }: Query<SenderFilter>): StoredPage<StoredSender> {
    const { after, before } = idRange(idPrefixes.sender, filter, from);
    const wanted = [filter.channel ?? null, filter.status ?? null];
    return toPage(this.#senders.all(account, after, before, limit + 1, ...wanted), limit, toSender);
  }

  members(
    account: number,
    poolId: string,
    { filter, after: from, limit }: Query<SenderFilter>,
  ): StoredPage<StoredSender> | undefined {
    if (this.#pool.get(account, poolId) === undefined) return undefined;
    const { after, before } = idRange(idPrefixes.sender, filter, from);
    const wanted = [filter.channel ?? null, filter.status ?? null];
    return toPage(this.#members.all(account, after, before, limit + 1, ...wanted, poolId), limit, toSender);
  }

  operations(
    account: number,
    { filter, after: from, limit }: Query<SenderPoolOperationFilter>,
  ): StoredPage<StoredSenderPoolOperation> {
    const { after, before } = idRange(idPrefixes.senderPoolOperation, filter, from);
    const rows =
      filter.status === undefined
        ? this.#operations.all(account, after, before, limit + 1)
        : this.#operationsByStatus.all(filter.status, account, after, before, limit + 1);
    return toPage(rows, limit, toSenderPoolOperation);
  }
}
