// Bounds the time of a validation. Schemas can reference each other along so many paths that the same value
// is validated against the same schema again and again, twice as often with every reference. Results are then
// cached; nothing is cached while the number of steps is in proportion to the size of the value.
import type { ValidationError, Validator } from "./validator-types.ts";

/** Number of steps allowed for any value before results are cached. */
const usual = 1000;

/** Number of additional steps allowed for each part of a value. */
const usualForPart = 50;

/** Maximum number of cached results; beyond it, results are not cached. */
const mostKept = 1_000_000;

type Check = Pick<Validator, "errors">;

/** The identity of a function, as the cache key. */
type Question = object;

/** Remembers results once a validation has taken more than the usual number of steps. */
export class RepeatedWork {
  /** Number of calls so far of functions that are called from several places. */
  steps = 0;
  /** Number of steps after which `recall` is called. */
  limit = usual;
  /** Whether results are being cached. */
  keeps = false;
  #value: unknown;
  #kept = 0;
  readonly #answers = new Map<Question, Map<unknown, unknown>>();

  /** Wraps a validator so that the steps are counted from the start of a validation. */
  counted(check: Validator): Validator {
    const validate: Validator = (value) => {
      this.#start(value);
      const isValid = check(value);
      validate.errors = check.errors ?? null;
      this.#start(undefined);
      return isValid;
    };
    return validate;
  }

  #start(value: unknown): void {
    this.steps = 0;
    this.limit = usual;
    this.#value = value;
    if (this.keeps) this.#answers.clear();
    this.keeps = false;
    this.#kept = 0;
  }

  /** Returns a cached result; undefined if there is none. */
  recall(question: Question, about: unknown): unknown {
    if (this.keeps) return this.#answers.get(question)?.get(about);
    if (this.limit === usual) this.limit += usualForPart * partsOf(this.#value);
    else this.keeps = true;
    return undefined;
  }

  keep(question: Question, about: unknown, answer: unknown): void {
    this.#kept += 1;
    if (this.#kept > mostKept) {
      this.#answers.clear();
      this.#kept = 0;
    }
    const known = this.#answers.get(question);
    if (known === undefined) this.#answers.set(question, new Map([[about, answer]]));
    else known.set(about, answer);
  }

  /**
   * Whether the result for this value is cached; if so, the validator's errors are set to the cached ones
   * (for every occurrence those of the first).
   */
  knows(check: Check, value: unknown): boolean {
    const known = this.recall(check, value) as ValidationError | null | undefined;
    if (known === undefined) return false;
    check.errors = known === null ? null : [{ ...known }];
    return true;
  }

  /** Caches the errors of a validation. */
  keepErrors(check: Check, value: unknown, errors: readonly ValidationError[] | null): void {
    const [first] = errors ?? [];
    this.keep(check, value, first === undefined ? null : { ...first });
  }
}

/** Returns the number of values that a value consists of, itself included. */
function partsOf(value: unknown): number {
  const open: unknown[] = [value];
  const met = new Set<object>();
  let count = 0;
  for (let part = open.pop(); open.length > 0 || part !== undefined; part = open.pop()) {
    count += 1;
    if (typeof part !== "object" || part === null || met.has(part)) continue;
    met.add(part);
    for (const inner of Object.values(part) as unknown[]) open.push(inner ?? null);
  }
  return count;
}
