// Reads of an SQLite store.
import { idPrefixes } from "../../ids/ids.ts";
import { idRange } from "../id-range.ts";
import type { Preparing, SqlStatement } from "./database.ts";
import { RepresentedList } from "./represented-list.ts";
import {
  senderPoolColumns,
  senderPoolOperationColumns,
  toPage,
  toSenderPool,
  toSenderPoolOperation,
} from "./rows.ts";
import type { SenderPoolOperationRow, SenderPoolRow } from "./rows.ts";
import type {
  RepresentedPage,
  RepresentedPool,
  RepresentedSender,
  StoredPage,
  StoredSenderPool,
  StoredSenderPoolOperation,
} from "../items.ts";
import type { ListQuery, SenderFilter, SenderPoolFilter, SenderPoolOperationFilter } from "../store.ts";

/** A list query without its account, which is passed as a key. */
type Query<Filter> = Omit<ListQuery<Filter>, "accountId">;

/** Prepared selects; accounts are given by key. */
export class SqliteReads {
  readonly #pool: SqlStatement<SenderPoolRow>;
  readonly #representedPool: SqlStatement<readonly [text: string, version: number]>;
  readonly #pools: RepresentedList;
  readonly #poolsOfOperation: RepresentedList;
  readonly #representedSender: SqlStatement<readonly [text: string]>;
  readonly #senders: RepresentedList;
  readonly #members: RepresentedList;
  readonly #operation: SqlStatement<SenderPoolOperationRow>;
  readonly #operations: SqlStatement<SenderPoolOperationRow>;
  readonly #operationsByStatus: SqlStatement<SenderPoolOperationRow>;

  constructor(database: Preparing) {
    const byId = "WHERE account_key = ? AND id = ?";
    const range = "account_key = ?1 AND id > ?2 AND id < ?3";
    const page = "ORDER BY id LIMIT ?4";
    const isWanted = "(?5 IS NULL OR channel = ?5) AND (?6 IS NULL OR status = ?6)";
    const pools = "SELECT id, representation FROM sender_pools WHERE";
    this.#pool = database.prepare(`SELECT ${senderPoolColumns} FROM sender_pools ${byId}`);
    this.#representedPool = database.prepare(`SELECT representation, version FROM sender_pools ${byId}`);
    this.#pools = new RepresentedList(database, `${pools} ${range} ${page}`);
    this.#poolsOfOperation = new RepresentedList(
      database,
      `${pools} id = (SELECT pool_id FROM sender_pool_operations WHERE account_key = ?1 AND id = ?5)
       AND ${range} LIMIT ?4`,
    );
    const senders = "SELECT id, representation FROM";
    this.#representedSender = database.prepare(`SELECT representation FROM senders ${byId}`);
    this.#senders = new RepresentedList(
      database,
      `${senders} senders WHERE ${range} AND ${isWanted} ${page}`,
    );
    // CROSS JOIN keeps SQLite from scanning all senders to find the members.
    // https://www.sqlite.org/optoverview.html#crossjoin
    this.#members = new RepresentedList(
      database,
      `${senders} sender_pool_members AS m CROSS JOIN senders AS s
       WHERE m.account_key = ?1 AND m.pool_id = ?7 AND m.sender_id > ?2 AND m.sender_id < ?3
       AND s.account_key = ?1 AND s.id = m.sender_id AND ${isWanted} ORDER BY m.sender_id LIMIT ?4`,
    );
    const operations = `SELECT ${senderPoolOperationColumns} FROM sender_pool_operations`;
    this.#operation = database.prepare(`${operations} ${byId}`);
    this.#operations = database.prepare(`${operations} WHERE ${range} ${page}`);
    // INDEXED BY, because SQLite would otherwise scan the whole range of ids.
    // https://www.sqlite.org/lang_indexedby.html
    this.#operationsByStatus = database.prepare(
      `${operations} INDEXED BY sender_pool_operations_by_status WHERE status = ?5 AND ${range} ${page}`,
    );
  }

  /** Returns the stored pool, for a write. */
  pool(account: number, id: string): StoredSenderPool | undefined {
    const row = this.#pool.get(account, id);
    return row && toSenderPool(row);
  }

  representedPool(account: number, id: string): RepresentedPool | undefined {
    const row = this.#representedPool.get(account, id);
    return row && { text: row[0], version: row[1] };
  }

  representedSender(account: number, id: string): RepresentedSender | undefined {
    const row = this.#representedSender.get(account, id);
    return row && { text: row[0] };
  }

  operation(account: number, id: string): StoredSenderPoolOperation | undefined {
    const row = this.#operation.get(account, id);
    return row && toSenderPoolOperation(row);
  }

  pools(account: number, { filter, after, limit }: Query<SenderPoolFilter>): RepresentedPage {
    const range = idRange(idPrefixes.senderPool, filter, after);
    if (filter.operationId === undefined) return this.#pools.page(account, range, limit);
    return this.#poolsOfOperation.page(account, range, limit, filter.operationId);
  }

  senders(account: number, { filter, after, limit }: Query<SenderFilter>): RepresentedPage {
    const range = idRange(idPrefixes.sender, filter, after);
    return this.#senders.page(account, range, limit, filter.channel ?? null, filter.status ?? null);
  }

  members(
    account: number,
    poolId: string,
    { filter, after, limit }: Query<SenderFilter>,
  ): RepresentedPage | undefined {
    if (this.#representedPool.get(account, poolId) === undefined) return undefined;
    const range = idRange(idPrefixes.sender, filter, after);
    return this.#members.page(account, range, limit, filter.channel ?? null, filter.status ?? null, poolId);
  }

  operations(
    account: number,
    { filter, after: from, limit }: Query<SenderPoolOperationFilter>,
  ): StoredPage<StoredSenderPoolOperation> {
    const { after, before } = idRange(idPrefixes.senderPoolOperation, filter, from);
    const range = [account, after, before, limit + 1];
    const rows =
      filter.status === undefined
        ? this.#operations.all(...range)
        : this.#operationsByStatus.all(...range, filter.status);
    return toPage(rows, limit, toSenderPoolOperation);
  }
}
