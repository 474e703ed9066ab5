// The answers of idempotent writes in an SQLite store.
import type { KeptKey } from "../decide-write.ts";
import type { Preparing, SqlStatement } from "./database.ts";
import type { IdempotentWrite } from "../writes.ts";

/** Kept answers; every call belongs to the transaction of the write it is about. */
export class SqliteAnswers {
  readonly #find: SqlStatement<readonly [bodyFingerprint: string, answer: string]>;
  readonly #keep: SqlStatement<never>;
  readonly #expired: SqlStatement<readonly [account: number, scope: string, key: string]>;
  readonly #forget: SqlStatement<never>;
  readonly #keptFor: number;

  /** @param keptFor milliseconds */
  constructor(database: Preparing, keptFor: number) {
    this.#keptFor = keptFor;
    this.#find = database.prepare(
      "SELECT body_fingerprint, answer FROM kept_answers WHERE account_key = ? AND scope = ? AND key = ? AND kept_until > ?",
    );
    this.#keep = database.prepare(
      `INSERT INTO kept_answers (account_key, scope, key, body_fingerprint, answer, kept_until) VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT (account_key, scope, key) DO UPDATE
       SET body_fingerprint = excluded.body_fingerprint, answer = excluded.answer, kept_until = excluded.kept_until`,
    );
    this.#expired = database.prepare(
      "SELECT account_key, scope, key FROM kept_answers WHERE kept_until <= ? ORDER BY kept_until LIMIT 2",
    );
    this.#forget = database.prepare(
      "DELETE FROM kept_answers WHERE account_key = ? AND scope = ? AND key = ?",
    );
  }

  /** What was kept for the key of a write; undefined for a write without one. */
  find(account: number, write: IdempotentWrite | undefined, now: number): KeptKey {
    if (write === undefined) return undefined;
    const kept = this.#find.get(account, write.scope, write.key, now);
    return kept === undefined ? undefined : { bodyFingerprint: kept[0], answer: kept[1] };
  }

  /** Keeps the answer of a write that is done, and forgets some of those whose time is over. */
  keep(account: number, write: IdempotentWrite | undefined, now: number): void {
    if (write === undefined) return;
    const { scope, key, bodyFingerprint, answer } = write;
    // Two go for one that comes: the table shrinks to what is alive, and no write pays for a whole day's.
    for (const expired of this.#expired.all(now)) this.#forget.run(...expired);
    this.#keep.run(account, scope, key, bodyFingerprint, answer, now + this.#keptFor);
  }
}
