// Records which constraints of a document were tested, and why the others were not.
import type { ApiOperation } from "../../exchange/api.ts";
import { type Constraint, constraintKey } from "../plan/constraint.ts";

/** A constraint has two sides: a valid value at its boundary, and an invalid one beyond it. */
export type Side = "valid" | "invalid";

/** One constraint of one operation. */
export interface CoveredConstraint {
  readonly operation: ApiOperation;
  readonly constraint: Constraint;
  readonly tried: Readonly<Record<Side, boolean>>;
  /** Why a side was not tested. */
  readonly why: Readonly<Partial<Record<Side, string>>>;
  /** Sides that no request can test alone; they are not counted. */
  readonly impossible: Readonly<Partial<Record<Side, true>>>;
}

interface Entry {
  readonly operation: ApiOperation;
  readonly constraint: Constraint;
  readonly tried: Record<Side, boolean>;
  readonly why: Partial<Record<Side, string>>;
  readonly impossible: Partial<Record<Side, true>>;
}

/** The coverage of one operation. */
export interface CoveredOperation {
  readonly operation: ApiOperation;
  readonly requests: number;
  readonly statuses: ReadonlySet<number>;
  /** Whether a request of it succeeded. */
  readonly reached: boolean;
  /** Why it was not called, or not completely tested. */
  readonly why: string | undefined;
}

interface OperationEntry {
  requests: number;
  readonly statuses: Set<number>;
  reached: boolean;
  why: string | undefined;
}

/** Kinds of tests besides constraints. */
export type Kind = "links" | "security" | "sequences";

/** The coverage of a run, by operation and constraint. */
export class Coverage {
  readonly #constraints = new Map<string, Entry>();
  readonly #operations = new Map<ApiOperation, OperationEntry>();
  readonly #others: Record<Kind, Map<string, string | undefined>> = {
    links: new Map(),
    security: new Map(),
    sequences: new Map(),
  };

  expectConstraint(operation: ApiOperation, constraint: Constraint): void {
    const key = keyOf(operation, constraint);
    if (this.#constraints.has(key)) return;
    const tried = { valid: false, invalid: false };
    this.#constraints.set(key, { operation, constraint, tried, why: {}, impossible: {} });
  }

  tried(operation: ApiOperation, constraint: Constraint, side: Side): void {
    const entry = this.#constraints.get(keyOf(operation, constraint));
    if (entry !== undefined) entry.tried[side] = true;
  }

  /** Records why a side was not tested; the first reason is kept. */
  untried(
    operation: ApiOperation,
    constraint: Constraint,
    side: Side,
    why: string,
    isImpossible = false,
  ): void {
    const entry = this.#constraints.get(keyOf(operation, constraint));
    if (entry === undefined) return;
    entry.why[side] ??= why;
    if (isImpossible) entry.impossible[side] = true;
  }

  entryOf(operation: ApiOperation, constraint: Constraint): CoveredConstraint | undefined {
    return this.#constraints.get(keyOf(operation, constraint));
  }

  seen(operation: ApiOperation, status: number | undefined): void {
    const entry = this.#operationOf(operation);
    entry.requests += 1;
    if (status !== undefined) entry.statuses.add(status);
    if (status !== undefined && status < 400) entry.reached = true;
  }

  notCalled(operation: ApiOperation, why: string): void {
    this.#operationOf(operation).why ??= why;
  }

  /**
   * Records a test of another kind.
   *
   * @param why  why it was not tested; undefined if it was
   */
  other(kind: Kind, name: string, why?: string): void {
    const known = this.#others[kind];
    if (why === undefined || !known.has(name)) known.set(name, why);
  }

  constraints(): CoveredConstraint[] {
    return [...this.#constraints.values()];
  }

  operations(): CoveredOperation[] {
    return [...this.#operations].map(([operation, entry]) => ({ operation, ...entry }));
  }

  others(kind: Kind): { readonly name: string; readonly why: string | undefined }[] {
    return [...this.#others[kind]].map(([name, why]) => ({ name, why }));
  }

  /** Returns the ratio of tested to testable sides of constraints, from 0 to 1. */
  ratio(): number {
    const { tried, all } = countOf(this.constraints());
    return all === 0 ? 1 : tried / all;
  }

  #operationOf(operation: ApiOperation): OperationEntry {
    const known = this.#operations.get(operation);
    if (known !== undefined) return known;
    const made: OperationEntry = { requests: 0, statuses: new Set(), reached: false, why: undefined };
    this.#operations.set(operation, made);
    return made;
  }
}

/** Counts sides of constraints: tested, and testable. */
export function countOf(
  constraints: readonly CoveredConstraint[],
  sides: readonly Side[] = ["valid", "invalid"],
) {
  let [tried, all] = [0, 0];
  for (const one of constraints)
    for (const side of sides) {
      if (one.impossible[side] === true && !one.tried[side]) continue;
      all += 1;
      if (one.tried[side]) tried += 1;
    }
  return { tried, all };
}

function keyOf({ source }: ApiOperation, constraint: Constraint): string {
  return `${source.pointer} ${constraintKey(constraint)}`;
}
