// Reads of a PostgreSQL store. Every list is one range of its primary key, or of an index in the same order.
import { idPrefixes } from "../../ids/ids.ts";
import { idRange } from "../id-range.ts";
import type {
  RepresentedPage,
  RepresentedPool,
  RepresentedSender,
  Representations,
  StoredPage,
  StoredSenderPoolOperation,
} from "../items.ts";
import type { ListQuery, SenderFilter, SenderPoolFilter, SenderPoolOperationFilter } from "../store.ts";
import type { Connections, Statement } from "./connections.ts";
import { GatheredReads } from "./gathered-reads.ts";
import { storedOperation, storedPool, storedSender } from "./rows.ts";
import type { OperationRow, PoolRow, SenderRow } from "./rows.ts";
import * as statements from "./read-statements.ts";

/** A list query without its account, which is passed as a key. */
type Query<Filter> = Omit<ListQuery<Filter>, "accountId">;

interface ShownRow {
  readonly representation: string;
  readonly representation_mark: number;
}

interface JoinedRow extends RepresentedPage {
  readonly is_current: boolean;
}

/** A list in its two forms. */
interface ListReads {
  readonly joined: GatheredReads<JoinedRow>;
  readonly rows: Statement;
}

/** Few pages share a statement, so that several connections work on the pages of one moment. */
const pagesTogether = 8;

/** Reads on a pool of connections; accounts are given by key. */
export class Reads {
  readonly #connections: Connections;
  readonly #representations: Representations;
  readonly #shownPools: GatheredReads<ShownRow & Pick<PoolRow, "version">>;
  readonly #pools: GatheredReads<PoolRow>;
  readonly #shownSenders: GatheredReads<ShownRow>;
  readonly #senders: GatheredReads<SenderRow>;
  readonly #operations: GatheredReads<OperationRow>;
  readonly #lists: Readonly<Record<"pools" | "poolsOfOperation" | "senders" | "members", ListReads>>;

  constructor(connections: Connections, representations: Representations) {
    this.#connections = connections;
    this.#representations = representations;
    this.#shownPools = new GatheredReads(connections, statements.fetchPools.shown);
    this.#pools = new GatheredReads(connections, statements.fetchPools.whole);
    this.#shownSenders = new GatheredReads(connections, statements.fetchSenders.shown);
    this.#senders = new GatheredReads(connections, statements.fetchSenders.whole);
    this.#operations = new GatheredReads(connections, statements.fetchOperations);
    const list = ({ joined, rows }: typeof statements.listPools): ListReads => ({
      joined: new GatheredReads(connections, joined, pagesTogether),
      rows,
    });
    this.#lists = {
      pools: list(statements.listPools),
      poolsOfOperation: list(statements.listPoolsOfOperation),
      senders: list(statements.listSenders),
      members: list(statements.listMembers),
    };
  }

  async pool(account: number, id: string): Promise<RepresentedPool | undefined> {
    const { mark } = this.#representations;
    const shown = await this.#shownPools.find({ account_key: account, id });
    if (shown === undefined) return undefined;
    if (shown.representation_mark === mark) return { text: shown.representation, version: shown.version };
    const row = await this.#pools.find({ account_key: account, id });
    return row && { text: this.#show(row), version: row.version };
  }

  async sender(account: number, id: string): Promise<RepresentedSender | undefined> {
    const { mark } = this.#representations;
    const shown = await this.#shownSenders.find({ account_key: account, id });
    if (shown === undefined) return undefined;
    if (shown.representation_mark === mark) return { text: shown.representation };
    const row = await this.#senders.find({ account_key: account, id });
    return row && { text: this.#show(row) };
  }

  async operation(account: number, id: string): Promise<StoredSenderPoolOperation | undefined> {
    const row = await this.#operations.find({ account_key: account, id });
    return row && storedOperation(row);
  }

  async pools(account: number, query: Query<SenderPoolFilter>): Promise<RepresentedPage> {
    const { filter, after: from, limit } = query;
    const { after, before } = idRange(idPrefixes.senderPool, filter, from);
    const range = [account, after, before, limit + 1];
    const page =
      filter.operationId === undefined
        ? await this.#page(this.#lists.pools, range)
        : await this.#page(this.#lists.poolsOfOperation, [...range, filter.operationId]);
    return page ?? emptyPage;
  }

  async senders(account: number, query: Query<SenderFilter>): Promise<RepresentedPage> {
    const page = await this.#page(this.#lists.senders, senderValues(account, query));
    return page ?? emptyPage;
  }

  /** Returns a page of a pool's members; undefined if the pool does not exist. */
  members(account: number, poolId: string, query: Query<SenderFilter>): Promise<RepresentedPage | undefined> {
    const values = [...senderValues(account, query), poolId];
    return this.#page(this.#lists.members, values);
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
    return { items: rows.slice(0, limit).map(storedOperation), more: rows.length > limit };
  }

  /** Returns a page joined by the database, or joined here if a representation in it has another mark. */
  async #page(
    { joined, rows: whole }: ListReads,
    values: readonly (string | number | null)[],
  ): Promise<RepresentedPage | undefined> {
    const { mark } = this.#representations;
    const key = [...values, mark].map((value, index) => [`p${index + 1}`, value] as const);
    const page = await joined.find(Object.fromEntries(key));
    if (page === undefined) return undefined;
    const { text, last, more, is_current } = page;
    if (is_current) return { text, last, more };
    const rows = await this.#connections.query<PoolRow | SenderRow | NoRow>(whole, values);
    if (rows.length === 0) return undefined;
    const limit = Number(values[3]) - 1;
    const items = rows.filter((row) => row.id !== null).slice(0, limit);
    return {
      text: items.map((row) => this.#show(row)).join(","),
      last: items.at(-1)?.id ?? null,
      more: rows.length > limit,
    };
  }

  #show(row: PoolRow | SenderRow): string {
    if ("address" in row) return this.#representations.sender(storedSender(row));
    return this.#representations.senderPool(storedPool(row));
  }
}

const emptyPage: RepresentedPage = { text: "", last: null, more: false };

function senderValues(
  account: number,
  { filter, after: from, limit }: Query<SenderFilter>,
): (string | number | null)[] {
  const { after, before } = idRange(idPrefixes.sender, filter, from);
  return [account, after, before, limit + 1, filter.channel ?? null, filter.status ?? null];
}

/** The row of an outer join without a match. */
interface NoRow {
  readonly id: null;
}
