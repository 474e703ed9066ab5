// Accounts in the database. An account is created with its seed when it is first named, by whichever process
// comes first.
import type { AccountSeed, Representations } from "../items.ts";
import type { StoreOptions } from "../store.ts";
import { importRest, insertedTogether } from "./account-data.ts";
import type { Connections } from "./connections.ts";
import { poolRow, senderRow } from "./rows.ts";
import type { Transaction } from "./transaction.ts";

const findAccount = {
  name: "find-account",
  text: "SELECT account_key FROM accounts WHERE account_id = $1",
};

const insertAccount = {
  name: "insert-account",
  text: "INSERT INTO accounts (account_id) VALUES ($1) ON CONFLICT DO NOTHING RETURNING account_key",
};

/** Existing rows are left unchanged. */
const insertSenders = {
  name: "insert-senders",
  text: `
    INSERT INTO senders (account_key, id, display_name, address, channel, status, tags, updated_at,
      representation, representation_mark)
    SELECT $1, id, display_name, address, channel, status, tags, updated_at, representation, representation_mark
    FROM json_to_recordset($2) AS sender (
      id text, display_name text, address text, channel text, status text, tags json, updated_at bigint,
      representation text, representation_mark integer
    )
    ON CONFLICT DO NOTHING`,
};

const insertSeedPools = {
  name: "insert-seed-pools",
  text: `
    INSERT INTO sender_pools (account_key, id, name, tags, updated_at, version, representation, representation_mark)
    SELECT $1, id, name, tags, updated_at, version, representation, representation_mark
    FROM json_to_recordset($2) AS pool (
      id text, name text, tags json, updated_at bigint, version integer, representation text,
      representation_mark integer
    )
    ON CONFLICT DO NOTHING`,
};

/** All tables with an account key. Pools come first, as writes lock them first. */
const tablesOfAccounts = [
  "sender_pools",
  "sender_pool_members",
  "senders",
  "running_operations",
  "queued_batches",
  "sender_pool_operations",
  "kept_answers",
  "rate_buckets",
];

/**
 * Maximum number of rows per table that one transaction of a reset deletes, so that each statement stays well
 * within the statement timeout.
 */
const deletedTogether = 20_000;

const deleteSome = tablesOfAccounts.map((table) => ({
  name: `forget-${table}`,
  text: `
    WITH gone AS (
      DELETE FROM ${table} WHERE ctid = ANY (ARRAY(SELECT ctid FROM ${table} WHERE account_key = $1 LIMIT $2))
      RETURNING 1
    )
    SELECT count(*) AS deleted FROM gone`,
}));

interface AccountRow {
  readonly account_key: number;
}

/** Translates account ids to the short keys in rows. */
export class Accounts {
  readonly #connections: Connections;
  readonly #seed: (accountId: string) => AccountSeed;
  readonly #representations: Representations;
  readonly #keys = new Map<string, number>();
  readonly #searches = new Map<string, Promise<number>>();

  constructor(connections: Connections, { seed, representations }: StoreOptions) {
    this.#connections = connections;
    this.#seed = seed;
    this.#representations = representations;
  }

  /** Returns the key of an account that this process has seen, without a query. */
  known(accountId: string): number | undefined {
    return this.#keys.get(accountId);
  }

  /** Returns the key of an account, which is created if necessary. */
  async find(accountId: string): Promise<number> {
    const running = this.#searches.get(accountId) ?? this.#findOrMake(accountId);
    this.#searches.set(accountId, running);
    try {
      const key = await running;
      this.#keys.set(accountId, key);
      return key;
    } finally {
      this.#searches.delete(accountId);
    }
  }

  async #findOrMake(accountId: string): Promise<number> {
    const [found] = await this.#connections.query<AccountRow>(findAccount, [accountId]);
    if (found !== undefined) return found.account_key;
    return this.#connections.transaction(async (transaction) => {
      await transaction.begin();
      const key = await this.#make(accountId, transaction);
      await transaction.commit();
      return key;
    });
  }

  async #make(accountId: string, transaction: Transaction): Promise<number> {
    // Blocks while another process's transaction creates the same account.
    const [made] = await transaction.query<AccountRow>(insertAccount, [accountId]);
    if (made === undefined) {
      const [found] = await transaction.query<AccountRow>(findAccount, [accountId]);
      return found!.account_key;
    }
    const key = made.account_key;
    await this.#insertRows(transaction, key, this.#seed(accountId));
    return key;
  }

  /** Adds the rows whose ids do not exist yet. */
  addRows(connections: Connections, key: number, rows: AccountSeed): Promise<void> {
    return connections.transaction(async (transaction) => {
      await transaction.begin();
      await this.#insertRows(transaction, key, rows);
      await transaction.commit();
    });
  }

  /** Deletes all data of an account, in several transactions if it is large; the last one seeds it again. */
  async reset(connections: Connections, accountId: string, key: number): Promise<void> {
    for (let isEmpty = false; !isEmpty;) {
      isEmpty = await connections.transaction(async (transaction) => {
        await transaction.begin();
        const wasLast = await forgetSome(transaction, key);
        if (wasLast) await this.#insertRows(transaction, key, this.#seed(accountId));
        await transaction.commit();
        return wasLast;
      });
    }
  }

  /** Replaces all data of an account in one transaction. */
  async replace(
    connections: Connections,
    key: number,
    parts: Parameters<typeof importRest>[2],
  ): Promise<void> {
    await connections.transaction(async (transaction) => {
      await transaction.begin();
      while (!(await forgetSome(transaction, key)));
      const { senders, pools } = parts.data;
      for (let from = 0; from < Math.max(senders.length, pools.length); from += insertedTogether) {
        const end = from + insertedTogether;
        await this.#insertRows(transaction, key, {
          senders: senders.slice(from, end),
          pools: pools.slice(from, end),
        });
      }
      await importRest(transaction, key, parts);
      await transaction.commit();
    });
  }

  async #insertRows(transaction: Transaction, key: number, { senders, pools }: AccountSeed): Promise<void> {
    const senderRows = senders.map((sender) => senderRow(sender, this.#representations));
    const poolRows = pools.map((pool) => poolRow(pool, this.#representations));
    await transaction.query(insertSenders, [key, JSON.stringify(senderRows)]);
    await transaction.query(insertSeedPools, [key, JSON.stringify(poolRows)]);
  }
}

/** Deletes up to `deletedTogether` rows per table; returns true if none are left. */
async function forgetSome(transaction: Transaction, key: number): Promise<boolean> {
  let isLast = true;
  for (const statement of deleteSome) {
    const [counted] = await transaction.query<{ deleted: number }>(statement, [key, deletedTogether]);
    if (counted!.deleted === deletedTogether) isLast = false;
  }
  return isLast;
}
