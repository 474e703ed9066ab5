// The responses of idempotent writes in an SQLite store.
import type { KeptKey } from "../decide-write.ts";
import type { Preparing, SqlStatement } from "./database.ts";
import type { IdempotentWrite } from "../writes.ts";

/** Kept responses. Call each method in the transaction of its write. */
export class SqliteResponses {
  readonly #find: SqlStatement<readonly [bodyFingerprint: string, answer: string]>;
  readonly #keep: SqlStatement<never>;
  readonly #expired: SqlStatement<readonly [account: number, scope: string, key: string]>;
  readonly #forget: SqlStatement<never>;
  readonly #keptFor: number;

  /** @param keptFor  milliseconds after which a response expires */
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

  /** Returns the response kept for a write's key; undefined for a write without a key. */
  find(account: number, write: IdempotentWrite | undefined, now: number): KeptKey {
    if (write === undefined) return undefined;
    const kept = this.#find.get(account, write.scope, write.key, now);
    return kept === undefined ? undefined : { bodyFingerprint: kept[0], answer: kept[1] };
  }

  /** Keeps the response of a completed write, and removes some expired ones. */
  keep(account: number, write: IdempotentWrite | undefined, now: number): void {
    if (write === undefined) return;
    const { scope, key, bodyFingerprint, response: answer } = write;
    // Deletes two expired rows for each new one: the table shrinks to the live rows, and no write pays for a
    // whole day's.
    for (const expired of this.#expired.all(now)) this.#forget.run(...expired);
    this.#keep.run(account, scope, key, bodyFingerprint, answer, now + this.#keptFor);
  }
}
