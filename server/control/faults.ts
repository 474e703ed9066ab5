// The faults that are set, account by account: nobody's tests break another's.
import type { OperationId } from "../../generated/operations.ts";
import { Refusal } from "../problems/refusal.ts";
import { declares, type FaultRule } from "./fault.ts";
import { seededRandom } from "./random.ts";

/** A fault that is set. */
export interface ActiveFault extends FaultRule {
  readonly id: number;
  /** Requests it has hit. */
  readonly hits: number;
}

interface Entry {
  readonly id: number;
  readonly rule: FaultRule;
  readonly random: () => number;
  hits: number;
}

/** All faults of this process. */
export class Faults {
  readonly #byAccount = new Map<string, Entry[]>();
  readonly #most: number;
  #lastId = 0;

  /** @param most faults that an account may have at once: each is looked at for every request of the account */
  constructor(most: number) {
    this.#most = most;
  }

  /** Throws the 400 for an account that has as many as it may. */
  add(accountId: string, rule: FaultRule): ActiveFault {
    if (this.#of(accountId).length >= this.#most) {
      throw new Refusal("invalid", {
        detail: `An account may have ${this.#most} faults at once; DELETE /_control/faults removes them.`,
      });
    }
    const entry = { id: ++this.#lastId, rule, random: seededRandom(rule.seed), hits: 0 };
    this.#byAccount.set(accountId, [...this.#of(accountId), entry]);
    return shown(entry);
  }

  /** In the order they were set. */
  list(accountId: string): ActiveFault[] {
    return this.#of(accountId).map(shown);
  }

  /** Whether there was one with this id. */
  remove(accountId: string, id: number): boolean {
    const entries = this.#of(accountId);
    const others = entries.filter((entry) => entry.id !== id);
    this.#keep(accountId, others);
    return others.length < entries.length;
  }

  clear(accountId: string): void {
    this.#byAccount.delete(accountId);
  }

  /** The fault that hits this request: the first that is about it and whose dice say so. It counts as a hit. */
  hit(accountId: string, operationId: OperationId): FaultRule | undefined {
    const entries = this.#byAccount.get(accountId);
    const entry = entries?.find((one) => isAbout(one, operationId) && isLucky(one));
    if (entries === undefined || entry === undefined) return undefined;
    entry.hits++;
    if (entry.hits === entry.rule.count) {
      this.#keep(
        accountId,
        entries.filter((one) => one !== entry),
      );
    }
    return entry.rule;
  }

  #of(accountId: string): Entry[] {
    return this.#byAccount.get(accountId) ?? [];
  }

  #keep(accountId: string, entries: Entry[]): void {
    if (entries.length === 0) this.#byAccount.delete(accountId);
    else this.#byAccount.set(accountId, entries);
  }
}

function shown({ id, rule, hits }: Entry): ActiveFault {
  return { id, ...rule, hits };
}

function isAbout({ rule }: Entry, operationId: OperationId): boolean {
  if (rule.operationId !== undefined) return rule.operationId === operationId;
  return rule.status === undefined || declares(operationId, rule.status);
}

function isLucky({ rule, random }: Entry): boolean {
  return rule.probability === undefined || random() < rule.probability;
}
