// Keeps the time of a check in proportion to its value. Schemas can refer to each other along so many ways that the same value is
// checked against the same schema again and again, twice as often with every link. What was found out once is then kept; nothing is
// as long as a check does no more than the size of its value explains.
import type { ValidationError, Validator } from "./validator-types.ts";

/** Steps that are nothing to wonder about, whatever the value is. */
const usual = 1000;

/** Steps for each part of a value that are nothing to wonder about. */
const usualForPart = 50;

/** Answers that are kept at once; beyond these all are found out anew. */
const mostKept = 1_000_000;

type Check = Pick<Validator, "errors">;

/** A function by itself: what tells questions apart. */
type Question = object;

export class RepeatedWork {
  /** Calls so far of functions that others call at several places. */
  steps = 0;
  /** Before another step than this, `recall` is asked. */
  limit = usual;
  /** Whether answers are kept by now. */
  keeps = false;
  #value: unknown;
  #kept = 0;
  readonly #answers = new Map<Question, Map<unknown, unknown>>();

  /** The validator that counts the steps of a check from its start. */
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

  /** What was kept; undefined for what is to be found out. */
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

  /** Whether a check of this value was kept; its errors are then those of the check, once more: the first for all. */
  knows(check: Check, value: unknown): boolean {
    const known = this.recall(check, value) as ValidationError | null | undefined;
    if (known === undefined) return false;
    check.errors = known === null ? null : [{ ...known }];
    return true;
  }

  /** Keeps the errors that a check has found. */
  keepErrors(check: Check, value: unknown, errors: readonly ValidationError[] | null): void {
    const [first] = errors ?? [];
    this.keep(check, value, first === undefined ? null : { ...first });
  }
}

/** How many values a value consists of, itself included. */
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
