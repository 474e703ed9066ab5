// The accounts of an SQLite store: each gets a short key and its seed when it is first named.
import type { SqliteDatabase, SqlStatement } from "./sqlite-database.ts";
import type { AccountSeed, StoredSender, StoredSenderPool } from "./store.ts";

/** Accounts by their ids. */
export class SqliteAccounts {
  readonly #keys = new Map<string, number>();
  readonly #database: SqliteDatabase;
  readonly #seed: (accountId: string) => AccountSeed;
  readonly #insertPool: (account: number, pool: StoredSenderPool) => void;
  readonly #find: SqlStatement<readonly [accountKey: number]>;
  readonly #insert: SqlStatement<never>;
  readonly #insertSender: SqlStatement<never>;

  constructor(
    database: SqliteDatabase,
    seed: (accountId: string) => AccountSeed,
    insertPool: (account: number, pool: StoredSenderPool) => void,
  ) {
    this.#database = database;
    this.#seed = seed;
    this.#insertPool = insertPool;
    this.#find = database.prepare("SELECT account_key FROM accounts WHERE account_id = ?");
    this.#insert = database.prepare("INSERT INTO accounts (account_id) VALUES (?)");
    this.#insertSender = database.prepare(
      `INSERT INTO senders (account_key, id, display_name, address, channel, status, tags, updated_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    );
  }

  /** The key of an account. Outside of any transaction: making an account has its own. */
  key(accountId: string): number {
    let key = this.#keys.get(accountId);
    if (key === undefined) {
      key = this.#find.get(accountId)?.[0] ?? this.#database.transaction(() => this.#make(accountId));
      this.#keys.set(accountId, key);
    }
    return key;
  }

  #make(accountId: string): number {
    this.#insert.run(accountId);
    const [key] = this.#find.get(accountId)!;
    const { senders, pools } = this.#seed(accountId);
    for (const sender of senders) this.#addSender(key, sender);
    for (const pool of pools) this.#insertPool(key, pool);
    return key;
  }

  #addSender(key: number, sender: StoredSender): void {
    const { id, displayName, address, channel, status, tags, updatedAt } = sender;
    this.#insertSender.run(key, id, displayName, address, channel, status, JSON.stringify(tags), updatedAt);
  }
}
