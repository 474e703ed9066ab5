// What can be asked of a PostgreSQL store. Every list is one range of its primary key, or of an index in the same order.
import { idPrefixes } from "../../ids/ids.ts";
import { idRange } from "../id-range.ts";
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
import type { Connections } from "./connections.ts";
import { GatheredReads } from "./gathered-reads.ts";
import { pageOf, storedOperation, storedPool, storedSender } from "./rows.ts";
import type { OperationRow, PoolRow, SenderRow } from "./rows.ts";
import * as statements from "./read-statements.ts";

/** A list's query without its account, which comes as a key. */
type Query<Filter> = Omit<ListQuery<Filter>, "accountId">;

/** Reads on a pool of connections; an account is named by its key. */
export class Reads {
  readonly #connections: Connections;
  readonly #pools: GatheredReads<PoolRow>;
  readonly #senders: GatheredReads<SenderRow>;
  readonly #operations: GatheredReads<OperationRow>;

  constructor(connections: Connections) {
    this.#connections = connections;
    this.#pools = new GatheredReads(connections, statements.fetchPools);
    this.#senders = new GatheredReads(connections, statements.fetchSenders);
    this.#operations = new GatheredReads(connections, statements.fetchOperations);
  }

  async pool(account: number, id: string): Promise<StoredSenderPool | undefined> {
    const row = await this.#pools.find(account, id);
    return row && storedPool(row);
  }

  async sender(account: number, id: string): Promise<StoredSender | undefined> {
    const row = await this.#senders.find(account, id);
    return row && storedSender(row);
  }

  async operation(account: number, id: string): Promise<StoredSenderPoolOperation | undefined> {
    const row = await this.#operations.find(account, id);
    return row && storedOperation(row);
  }

  async pools(account: number, query: Query<SenderPoolFilter>): Promise<StoredPage<StoredSenderPool>> {
    const { filter, after: from, limit } = query;
    const { after, before } = idRange(idPrefixes.senderPool, filter, from);
    const range = [account, after, before, limit + 1];
    const rows =
      filter.operationId === undefined
        ? await this.#connections.query<PoolRow>(statements.listPools, range)
        : await this.#connections.query<PoolRow>(statements.listPoolsOfOperation, [
            ...range,
            filter.operationId,
          ]);
    return pageOf(rows, limit, storedPool);
  }

  async senders(account: number, query: Query<SenderFilter>): Promise<StoredPage<StoredSender>> {
    const rows = await this.#connections.query<SenderRow>(
      statements.listSenders,
      senderValues(account, query),
    );
    return pageOf(rows, query.limit, storedSender);
  }

  async members(
    account: number,
    poolId: string,
    query: Query<SenderFilter>,
  ): Promise<StoredPage<StoredSender> | undefined> {
    const values = [...senderValues(account, query), poolId];
    const rows = await this.#connections.query<SenderRow | NoRow>(statements.listMembers, values);
    if (rows.length === 0) return undefined;
    return pageOf(rows.filter(isRow), query.limit, storedSender);
  }

  async operations(
    account: number,
    query: Query<SenderPoolOperationFilter>,
  ): Promise<StoredPage<StoredSenderPoolOperation>> {
    const { filter, after: from, limit } = query;
    const { after, before } = idRange(idPrefixes.senderPoolOperation, filter, from);
    const range = [account, after, before, limit + 1];
    const rows =
      filter.status === undefined
        ? await this.#connections.query<OperationRow>(statements.listOperations, range)
        : await this.#connections.query<OperationRow>(statements.listOperationsByStatus, [
            ...range,
            filter.status,
          ]);
    return pageOf(rows, limit, storedOperation);
  }
}

function senderValues(
  account: number,
  { filter, after: from, limit }: Query<SenderFilter>,
): (string | number | null)[] {
  const { after, before } = idRange(idPrefixes.sender, filter, from);
  return [account, after, before, limit + 1, filter.channel ?? null, filter.status ?? null];
}

/** What an outer join gives when it finds nothing. */
interface NoRow {
  readonly id: null;
}

function isRow(row: SenderRow | NoRow): row is SenderRow {
  return row.id !== null;
}
