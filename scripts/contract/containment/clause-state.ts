// The state of a case analysis over one JSON type: facts taken for granted, and clauses of which one alternative must hold.
import { type Atom, type Formula, type JsonType, keyOf, type Literal } from "./formula.ts";
import { type ObjectCell, objectCellOf } from "./object-cell.ts";

/** What a literal says about values of a type. */
export type Expand = (literal: Literal, type: JsonType) => Formula;

/** Immutable; `assume` gives the next state. */
export class ClauseState {
  readonly type: JsonType;
  readonly atoms: readonly Atom[];
  readonly clauses: readonly (readonly Formula[])[];
  /** Keys of the literals taken for granted. */
  readonly #literals: ReadonlySet<string>;
  readonly #expand: Expand;
  #objectCell: ObjectCell | undefined;

  constructor(
    type: JsonType,
    expand: Expand,
    atoms: readonly Atom[] = [],
    clauses: readonly (readonly Formula[])[] = [],
    literals: ReadonlySet<string> = new Set(),
  ) {
    this.type = type;
    this.#expand = expand;
    this.atoms = atoms;
    this.clauses = clauses;
    this.#literals = literals;
  }

  /** The state in which `formula` holds too; nothing when that contradicts itself by its very words. */
  assume(formula: Formula): ClauseState | undefined {
    const atoms = [...this.atoms];
    const clauses = [...this.clauses];
    const literals = new Set(this.#literals);
    const open: Formula[] = [formula];
    for (let next = open.pop(); next; next = open.pop()) {
      if (next.is === "all") for (const one of next.of.toReversed()) open.push(one);
      else if (next.is === "any") {
        if (next.of.length === 0) return undefined;
        if (next.of.length === 1) open.push(next.of[0]!);
        else clauses.push(next.of);
      } else if (next.is === "literal") {
        const key = keyOf(next.literal);
        if (literals.has(key)) continue;
        if (!next.literal.namesOnly) {
          if (literals.has(bare(next.literal, !next.literal.sign))) return undefined;
          literals.add(bare(next.literal, next.literal.sign));
        }
        literals.add(key);
        open.push(this.#expand(next.literal, this.type));
      } else atoms.push(next);
    }
    return new ClauseState(this.type, this.#expand, atoms, clauses, literals);
  }

  /** How much the next state will have to copy. */
  get size(): number {
    return this.atoms.length + this.clauses.length + this.#literals.size;
  }

  /** The facts about an object, gathered; what closes it is left aside. */
  objectCell(): ObjectCell {
    this.#objectCell ??= objectCellOf(this.atoms, { keepsPromises: true, isSettled: false });
    return this.#objectCell;
  }

  /** The same state without one clause. */
  dropping(clause: readonly Formula[]): ClauseState {
    const clauses = this.clauses.filter((other) => other !== clause);
    const next = new ClauseState(this.type, this.#expand, this.atoms, clauses, this.#literals);
    next.#objectCell = this.#objectCell;
    return next;
  }

  /** Whether `formula` holds already, by its very words. */
  implies(formula: Formula): boolean {
    if (formula.is === "all") return formula.of.every((part) => this.implies(part));
    return formula.is === "literal" && this.#literals.has(keyOf(formula.literal));
  }
}

/** What a closed reading says, the written one says too: so contradictions do not look at the group. */
const bare = ({ node }: Literal, sign: boolean): string => `${sign ? "+" : "-"}${node.key}`;
