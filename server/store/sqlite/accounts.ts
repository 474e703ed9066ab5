// The accounts of an SQLite store. An account gets a short key and its seed when it is first named.
import type { SqliteDatabase, SqlStatement } from "./database.ts";
import type { AccountSeed, Representations, StoredSender, StoredSenderPool } from "../items.ts";
import type { StoreOptions } from "../store.ts";

/** All tables with an account key. */
const tablesOfAccounts = [
  "sender_pools",
  "senders",
  "sender_pool_members",
  "sender_pool_operations",
  "queued_batches",
  "kept_answers",
];

/** Maps account ids to keys. */
export class SqliteAccounts {
  readonly #keys = new Map<string, number>();
  readonly #database: SqliteDatabase;
  readonly #seed: (accountId: string) => AccountSeed;
  readonly #representations: Representations;
  readonly #find: SqlStatement<readonly [accountKey: number]>;
  readonly #insert: SqlStatement<never>;
  readonly #insertSender: SqlStatement<never>;
  readonly #insertPool: SqlStatement<never>;
  readonly #forget: readonly SqlStatement<never>[];

  constructor(database: SqliteDatabase, { seed, representations }: StoreOptions) {
    this.#database = database;
    this.#seed = seed;
    this.#representations = representations;
    this.#find = database.prepare("SELECT account_key FROM accounts WHERE account_id = ?");
    this.#insert = database.prepare("INSERT INTO accounts (account_id) VALUES (?)");
    this.#insertSender = database.prepare(
      `INSERT INTO senders (account_key, id, display_name, address, channel, status, tags, updated_at, representation)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
    );
    this.#insertPool = database.prepare(
      `INSERT INTO sender_pools (account_key, id, name, tags, updated_at, version, representation)
       VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
    );
    this.#forget = tablesOfAccounts.map((table) =>
      database.prepare(`DELETE FROM ${table} WHERE account_key = ?`),
    );
  }

  /** Returns the key of an account. Call it outside of transactions: creating an account starts its own. */
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
    this.addRows(key, this.#seed(accountId));
    return key;
  }

  /** Adds the rows whose ids do not exist yet. Call it inside a transaction. */
  addRows(key: number, { senders, pools }: AccountSeed): void {
    for (const sender of senders) this.#addSender(key, sender);
    for (const pool of pools) this.#addPool(key, pool);
  }

  /** Deletes all data of an account but its key. Call it inside a transaction. */
  forget(key: number): void {
    for (const statement of this.#forget) statement.run(key);
  }

  /** Deletes all data of an account, and seeds it again. Call it inside a transaction. */
  reset(accountId: string, key: number): void {
    this.forget(key);
    this.addRows(key, this.#seed(accountId));
  }

  #addSender(key: number, sender: StoredSender): void {
    const { id, displayName, address, channel, status, tags, updatedAt } = sender;
    const columns = [displayName, address, channel, status, JSON.stringify(tags), updatedAt];
    this.#insertSender.run(key, id, ...columns, this.#representations.sender(sender));
  }

  #addPool(key: number, pool: StoredSenderPool): void {
    const { id, name, tags, updatedAt, version } = pool;
    const representation = this.#representations.senderPool(pool);
    this.#insertPool.run(key, id, name, JSON.stringify(tags), updatedAt, version, representation);
  }
}
