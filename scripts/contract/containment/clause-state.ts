// The state of a case analysis over one JSON type: assumed facts, and clauses of which one alternative must
// hold.
import { type Atom, type Formula, type JsonType, keyOf, type Literal } from "./formula.ts";
import { type ObjectCell, objectCellOf } from "./object-cell.ts";
import { RejectedBranches } from "./rejected-branches.ts";
import type { SchemaNode } from "./schema-node.ts";

/**
 * Returns the formula that a literal (a schema that accepts or rejects the value) stands for, for values of a
 * type.
 */
export type Expand = (literal: Literal, type: JsonType) => Formula;

interface Parts {
  readonly atoms: readonly Atom[];
  readonly clauses: readonly (readonly Formula[])[];
  /** Keys of the assumed literals. */
  readonly literals: ReadonlySet<string>;
  /** Schemas that accept the value. */
  readonly accepted: readonly SchemaNode[];
  /** Sets of branches that reject the value. */
  readonly rejected: readonly RejectedBranches[];
  /** Those of `rejected` whose formulas were not added yet. */
  readonly pending: readonly RejectedBranches[];
}

const nothing: Parts = {
  atoms: [],
  clauses: [],
  literals: new Set(),
  accepted: [],
  rejected: [],
  pending: [],
};

/** Immutable: `assume` returns the next state. */
export class ClauseState {
  readonly type: JsonType;
  readonly #parts: Parts;
  readonly #expand: Expand;
  #objectCell: ObjectCell | undefined;

  constructor(type: JsonType, expand: Expand, parts = nothing) {
    this.type = type;
    this.#expand = expand;
    this.#parts = parts;
  }

  get atoms(): readonly Atom[] {
    return this.#parts.atoms;
  }

  get clauses(): readonly (readonly Formula[])[] {
    return this.#parts.clauses;
  }

  /** The schemas that certainly accept the value. */
  get accepted(): readonly SchemaNode[] {
    return this.#parts.accepted;
  }

  /** True if the expansion of some rejected branches was deferred. */
  get isPending(): boolean {
    return this.#parts.pending.length > 0;
  }

  /** True if no branch is left to choose. */
  get isSettled(): boolean {
    return this.clauses.length === 0 && !this.isPending;
  }

  /** Returns the state in which `formula` holds too; undefined if it contradicts the state syntactically. */
  assume(formula: Formula): ClauseState | undefined {
    return this.contradicts(formula) ? undefined : this.#with(formula, true);
  }

  /** Returns the state after expanding those deferred branches that the accepted schemas may overlap. */
  examinePending(spend: (steps: number) => void): ClauseState | undefined {
    const { pending, accepted } = this.#parts;
    let state: ClauseState | undefined = new ClauseState(this.type, this.#expand, {
      ...this.#parts,
      pending: [],
    });
    for (const branches of pending) {
      if (state !== undefined) state = state.#with(branches.near(accepted, spend), false);
    }
    return state;
  }

  /** @param isLater whether large sets of rejected branches are deferred */
  #with(formula: Formula, isLater: boolean): ClauseState | undefined {
    const atoms = [...this.#parts.atoms];
    const clauses = [...this.#parts.clauses];
    const literals = new Set(this.#parts.literals);
    const accepted = [...this.#parts.accepted];
    const rejected = [...this.#parts.rejected];
    const pending = [...this.#parts.pending];
    const open: Formula[] = [formula];
    for (let next = open.pop(); next; next = open.pop()) {
      if (next.is === "all") {
        const branches = isLater ? RejectedBranches.of(next, this.type) : undefined;
        if (branches === undefined) for (const one of next.of.toReversed()) open.push(one);
        else if (accepted.some(({ key }) => branches.keys.has(key))) return undefined;
        else {
          rejected.push(branches);
          pending.push(branches);
        }
      } else if (next.is === "any") {
        if (next.of.length === 0) return undefined;
        if (next.of.length === 1) open.push(next.of[0]!);
        else clauses.push(next.of);
      } else if (next.is === "literal") {
        const { node, sign, namesOnly } = next.literal;
        const key = keyOf(next.literal);
        if (literals.has(key)) continue;
        if (!namesOnly) {
          if (literals.has(bare(next.literal, !sign))) return undefined;
          if (sign && rejected.some(({ keys }) => keys.has(node.key))) return undefined;
          literals.add(bare(next.literal, sign));
          if (sign) accepted.push(node);
        }
        literals.add(key);
        open.push(this.#expand(next.literal, this.type));
      } else atoms.push(next);
    }
    const parts = { atoms, clauses, literals, accepted, rejected, pending };
    return new ClauseState(this.type, this.#expand, parts);
  }

  /** True if `formula` contradicts the state syntactically; does not copy the state. */
  contradicts(formula: Formula): boolean {
    if (formula.is === "all") {
      const branches = RejectedBranches.of(formula, this.type);
      if (branches !== undefined) return this.#parts.accepted.some(({ key }) => branches.keys.has(key));
      return formula.of.some((part) => this.contradicts(part));
    }
    if (formula.is !== "literal" || formula.literal.namesOnly !== undefined) return false;
    const { node, sign } = formula.literal;
    return this.#parts.literals.has(bare(formula.literal, !sign)) || (sign && this.#isRejected(node));
  }

  #isRejected({ key }: SchemaNode): boolean {
    return this.#parts.rejected.some(({ keys }) => keys.has(key));
  }

  /** The number of entries the next state has to copy. */
  get size(): number {
    return this.atoms.length + this.clauses.length + this.#parts.literals.size;
  }

  /** Returns the collected facts about an object; the keywords that close it are left out. */
  objectCell(): ObjectCell {
    this.#objectCell ??= objectCellOf(this.atoms, { keepsPromises: true, isSettled: false });
    return this.#objectCell;
  }

  /** Returns the same state without one clause. */
  dropping(clause: readonly Formula[]): ClauseState {
    const clauses = this.clauses.filter((other) => other !== clause);
    const next = new ClauseState(this.type, this.#expand, { ...this.#parts, clauses });
    next.#objectCell = this.#objectCell;
    return next;
  }

  /** True if the state syntactically implies `formula`. */
  implies(formula: Formula): boolean {
    if (formula.is === "all") return formula.of.every((part) => this.implies(part));
    if (formula.is !== "literal") return false;
    const { literal } = formula;
    return this.#parts.literals.has(keyOf(literal)) || (!literal.sign && this.#isRejected(literal.node));
  }
}

/**
 * The key of a literal without its group: a closed reading implies the reading as written, so contradictions
 * ignore the group.
 */
const bare = ({ node }: Literal, sign: boolean): string => `${sign ? "+" : "-"}${node.key}`;
