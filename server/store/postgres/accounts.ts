// Accounts in the database: each is made with its seed when it is first named, by whichever process comes first.
import type { AccountSeed } from "../store.ts";
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

const insertSenders = {
  name: "insert-senders",
  text: `
    INSERT INTO senders (account_key, id, display_name, address, channel, status, tags, updated_at)
    SELECT $1, id, display_name, address, channel, status, tags, updated_at
    FROM json_to_recordset($2) AS sender (
      id text, display_name text, address text, channel text, status text, tags json, updated_at bigint
    )`,
};

const insertSeedPools = {
  name: "insert-seed-pools",
  text: `
    INSERT INTO sender_pools (account_key, id, name, tags, updated_at, version)
    SELECT $1, id, name, tags, updated_at, version
    FROM json_to_recordset($2) AS pool (id text, name text, tags json, updated_at bigint, version integer)`,
};

interface AccountRow {
  readonly account_key: number;
}

/** Translates account ids to the short keys that rows carry. */
export class Accounts {
  readonly #connections: Connections;
  readonly #seed: (accountId: string) => AccountSeed;
  readonly #keys = new Map<string, number>();
  readonly #searches = new Map<string, Promise<number>>();

  constructor(connections: Connections, seed: (accountId: string) => AccountSeed) {
    this.#connections = connections;
    this.#seed = seed;
  }

  /** The key, at once, of an account that this process has seen. */
  known(accountId: string): number | undefined {
    return this.#keys.get(accountId);
  }

  /** The key of an account, which is made if need be. */
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
    // Waits for a transaction of another process that is making the same account.
    const [made] = await transaction.query<AccountRow>(insertAccount, [accountId]);
    if (made === undefined) {
      const [found] = await transaction.query<AccountRow>(findAccount, [accountId]);
      return found!.account_key;
    }
    const { senders, pools } = this.#seed(accountId);
    const key = made.account_key;
    await transaction.query(insertSenders, [key, JSON.stringify(senders.map(senderRow))]);
    await transaction.query(insertSeedPools, [key, JSON.stringify(pools.map(poolRow))]);
    return key;
  }
}
