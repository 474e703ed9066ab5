// Idempotent writes of this process that have not ended: a second request with the same key is rejected
// while the first one runs.
import type { Write, WriteOutcome } from "./writes.ts";

/** Runs writes with an idempotency key; a second one with the same key fails while the first one runs. */
export class KeysUnderWay {
  readonly #names = new Set<string>();

  /** @param account  the owner of the key, as the store identifies it */
  async write(
    account: string | number,
    { idempotency }: Write,
    run: () => Promise<WriteOutcome>,
  ): Promise<WriteOutcome> {
    if (idempotency === undefined) return run();
    const name = JSON.stringify([account, idempotency.scope, idempotency.key]);
    if (this.#names.has(name)) return { outcome: "in-progress" };
    this.#names.add(name);
    try {
      return await run();
    } finally {
      this.#names.delete(name);
    }
  }
}
