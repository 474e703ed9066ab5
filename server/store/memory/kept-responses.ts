// The responses of idempotent writes in memory, for one account; they expire after a time.
import type { KeptKey } from "../decide-write.ts";
import type { KeptResponse } from "../items.ts";
import type { IdempotentWrite } from "../writes.ts";

interface MemoryKeptResponse {
  readonly bodyFingerprint: string;
  readonly answer: string;
  readonly keptUntil: number;
}

/** Responses by scope and key. Times are milliseconds of the same clock. */
export class KeptResponses {
  /** In insertion order, so that the oldest are first. */
  readonly #responses = new Map<string, MemoryKeptResponse>();
  readonly #keptFor: number;

  /** @param keptFor  milliseconds after which a response expires */
  constructor(keptFor: number) {
    this.#keptFor = keptFor;
  }

  /** Returns all responses that have not expired. */
  all(now: number): KeptResponse[] {
    return [...this.#responses].flatMap(([name, kept]) => {
      const [scope = "", key = ""] = name.split("\n");
      return kept.keptUntil > now ? [{ scope, key, ...kept }] : [];
    });
  }

  /** Restores the result of `all`. */
  restore(responses: readonly KeptResponse[]): void {
    const byEnd = [...responses].sort((one, other) => one.keptUntil - other.keptUntil);
    for (const { bodyFingerprint, answer, keptUntil, ...write } of byEnd)
      this.#responses.set(responseKey(write), { bodyFingerprint, answer, keptUntil });
  }

  /** Returns the response kept for a write's key; undefined for a write without a key. */
  find(write: IdempotentWrite | undefined, now: number): KeptKey {
    if (write === undefined) return undefined;
    const kept = this.#responses.get(responseKey(write));
    return kept === undefined || kept.keptUntil <= now ? undefined : kept;
  }

  /** Keeps the response of a completed write, and removes expired ones. */
  keep(write: IdempotentWrite | undefined, now: number): void {
    if (write === undefined) return;
    for (const [key, { keptUntil }] of this.#responses) {
      if (keptUntil > now) break;
      this.#responses.delete(key);
    }
    const { bodyFingerprint, response: answer } = write;
    this.#responses.set(responseKey(write), { bodyFingerprint, answer, keptUntil: now + this.#keptFor });
  }
}

/** Map key of a write; scopes and keys are printable, so the line break separates them unambiguously. */
function responseKey({ scope, key }: Pick<IdempotentWrite, "scope" | "key">): string {
  return `${scope}\n${key}`;
}
