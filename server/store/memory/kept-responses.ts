// The answers of idempotent writes in memory, for one account: kept for a time, then forgotten.
import type { KeptKey } from "../decide-write.ts";
import type { KeptResponse } from "../items.ts";
import type { IdempotentWrite } from "../writes.ts";

interface KeptAnswer {
  readonly bodyFingerprint: string;
  readonly answer: string;
  readonly keptUntil: number;
}

/** Answers by scope and key. Times are milliseconds of one clock. */
export class KeptAnswers {
  /** In order of being kept, so that the oldest are the first. */
  readonly #answers = new Map<string, KeptAnswer>();
  readonly #keptFor: number;

  /** @param keptFor milliseconds */
  constructor(keptFor: number) {
    this.#keptFor = keptFor;
  }

  /** All that are kept still. */
  all(now: number): KeptResponse[] {
    return [...this.#answers].flatMap(([name, kept]) => {
      const [scope = "", key = ""] = name.split("\n");
      return kept.keptUntil > now ? [{ scope, key, ...kept }] : [];
    });
  }

  /** Brings back what `all` gave. */
  restore(responses: readonly KeptResponse[]): void {
    const byEnd = [...responses].sort((one, other) => one.keptUntil - other.keptUntil);
    for (const { bodyFingerprint, answer, keptUntil, ...write } of byEnd)
      this.#answers.set(answerKey(write), { bodyFingerprint, answer, keptUntil });
  }

  /** What was kept for the key of a write; undefined for a write without one. */
  find(write: IdempotentWrite | undefined, now: number): KeptKey {
    if (write === undefined) return undefined;
    const kept = this.#answers.get(answerKey(write));
    return kept === undefined || kept.keptUntil <= now ? undefined : kept;
  }

  /** Keeps the answer of a write that is done, and forgets those whose time is over. */
  keep(write: IdempotentWrite | undefined, now: number): void {
    if (write === undefined) return;
    for (const [key, { keptUntil }] of this.#answers) {
      if (keptUntil > now) break;
      this.#answers.delete(key);
    }
    const { bodyFingerprint, answer } = write;
    this.#answers.set(answerKey(write), { bodyFingerprint, answer, keptUntil: now + this.#keptFor });
  }
}

/** Scopes and keys are printable; the line break keeps them apart. */
function answerKey({ scope, key }: Pick<IdempotentWrite, "scope" | "key">): string {
  return `${scope}\n${key}`;
}
