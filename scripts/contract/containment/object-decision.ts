// Decides whether an object exists that satisfies all facts of a cell.
import type { Json } from "../document/document.ts";
import { tooLarge } from "./unsupported.ts";
import { equalTo } from "./expand-value.ts";
import { type Atom, rejecting, type SomeProperty } from "./formula.ts";
import { freshProperties, freshProperty } from "./fresh-name.ts";
import type { Goals } from "./goals.ts";
import {
  isKnown,
  mentioned,
  type ObjectCell,
  objectCellOf,
  patternsIn,
  propertyLiterals,
} from "./object-cell.ts";
import { alone, Alternatives, found, independent, type Outcome, together, undecided } from "./outcome.ts";
import { matches, patternOf } from "./pattern.ts";

/** Size above which objects are filled with names that no schema mentions. */
const sizeLimit = 1000;
/** Maximum number of properties of a witness. */
const writable = 40_000;

const tooLargeToSearch = { reason: "the smallest object is too large to write down" };

/**
 * Searches for an object that satisfies all `atoms`.
 *
 * @param isSettled whether no branch is left to choose
 */
export function decideObject(atoms: readonly Atom[], goals: Goals, isSettled: boolean): Outcome {
  const cell = objectCellOf(atoms, { keepsPromises: goals.keepsPromises, isSettled });
  if (cell.hasPromise) goals.metPromise = true;
  if (cannotMissOpaque(atoms, goals)) return independent;
  const isCrossed = cell.min > cell.max || [...cell.present].some((name) => cell.absent.has(name));
  return isCrossed ? independent : new ObjectDecision(goals, cell).settle(cell, []);
}

/**
 * True if properties with unreadable names cannot violate their constraints: every constraint they must
 * violate, they must also satisfy. Whatever the names are, equal key texts mean equal names.
 */
function cannotMissOpaque(atoms: readonly Atom[], goals: Goals): boolean {
  const opaque = atoms.filter((atom) => atom.is === "opaque");
  const met = opaque.filter(({ holds }) => holds).flatMap(({ demands }) => demands);
  return opaque.some(
    ({ holds, demands }) =>
      !holds &&
      demands.every(({ source, literal }) => {
        const same = met.filter((one) => one.source === source).map((one) => one.literal);
        const missed = goals.goal([...same, rejecting(literal.node)]);
        return missed.is === "none" && missed.low === alone;
      }),
  );
}

/** Properties decided so far, with their doubts. */
interface Draft {
  readonly properties: Map<string, Json>;
  readonly doubts: Outcome[];
  isWhole: boolean;
}

class ObjectDecision {
  readonly #goals: Goals;
  readonly #cell: ObjectCell;
  #names: ReadonlySet<string> | undefined;

  constructor(goals: Goals, cell: ObjectCell) {
    this.#goals = goals;
    this.#cell = cell;
  }

  /** Computed on first use: most objects are ruled out before. */
  get #mentioned(): ReadonlySet<string> {
    this.#names ??= mentioned(this.#cell);
    return this.#names;
  }

  /** Decides the object; `slots` are fresh properties to be added, each with the wishes it must satisfy. */
  settle(cell: ObjectCell, slots: readonly (readonly SomeProperty[])[]): Outcome {
    this.#goals.spend();
    if (cell.present.size > cell.max) return independent;
    for (const name of cell.present) {
      const allowed = this.#allows(cell, name);
      if (allowed.is === "none") return allowed;
      const value = this.#goals.goal(propertyLiterals(cell, name));
      if (value.is === "none") return value;
    }
    const [wish, ...others] = cell.wishes;
    return wish ? this.#grant({ ...cell, wishes: others }, wish, slots) : this.#build(cell, slots);
  }

  /** Satisfies a wish by an existing name, an allowed one, a new fresh one, or a fresh one chosen before. */
  #grant(cell: ObjectCell, wish: SomeProperty, slots: readonly (readonly SomeProperty[])[]): Outcome {
    const alternatives = new Alternatives();
    const optional = [...this.#mentioned].filter((name) => !cell.present.has(name) && !cell.absent.has(name));
    for (const name of [...cell.present, ...optional]) {
      const fits = this.#fits(wish, name);
      if (fits.is === "none") {
        alternatives.add(fits);
        continue;
      }
      const settled = alternatives.add(this.settle(withProperty(cell, name, wish), slots));
      if (settled) return settled;
    }
    const settled = alternatives.add(this.settle(cell, [...slots, [wish]]));
    if (settled) return settled;
    for (const at of slots.keys()) {
      const shared = slots.map((wishes, index) => (index === at ? [...wishes, wish] : wishes));
      const joined = alternatives.add(this.settle(cell, shared));
      if (joined) return joined;
    }
    return alternatives.sum();
  }

  /** Decides whether a name may be that of the wished property. */
  #fits({ except, matching, unlike, names }: SomeProperty, name: string): Outcome {
    const fits = (source: string): boolean => matches(patternOf(source), name) ?? false;
    if (except.has(name) || !matching.every(fits) || unlike.some(fits)) return independent;
    return names.length === 0 ? found(name) : this.#goals.goal([...names, equalTo(name)], "string");
  }

  /** Decides whether an object of this cell may have `name`. */
  #allows(cell: ObjectCell, name: string): Outcome {
    if (cell.absent.has(name) || !isKnown(cell, name)) return independent;
    return cell.names.length === 0 ? found(name) : this.#goals.goal([...cell.names, equalTo(name)], "string");
  }

  #build(cell: ObjectCell, slots: readonly (readonly SomeProperty[])[]): Outcome {
    if (cell.present.size + slots.length > cell.max) return independent;
    if (cell.closed.length > 0 && slots.length > 0) return independent;
    const draft: Draft = { properties: new Map(), doubts: [], isWhole: true };
    for (const name of cell.present) {
      const failed = this.#put(draft, cell, name);
      if (failed) return failed;
    }
    for (const wishes of slots) {
      const failed = this.#putFresh(draft, cell, wishes);
      if (failed) return failed;
    }
    const failed = this.#fillUp(draft, cell);
    if (failed) return failed;
    const instance = Object.fromEntries(draft.properties);
    return together(draft.doubts, draft.isWhole ? instance : undefined) ?? found(instance);
  }

  /** Adds the property `name`; returns the outcome that makes it impossible. */
  #put(draft: Draft, cell: ObjectCell, name: string): Outcome | undefined {
    const allowed = this.#allows(cell, name);
    if (allowed.is === "none") return allowed;
    const value = this.#goals.goal(propertyLiterals(cell, name));
    if (value.is === "none") return value;
    for (const outcome of [allowed, value]) if (outcome.is === "undecided") draft.doubts.push(outcome);
    if (value.instance === undefined) draft.isWhole = false;
    draft.properties.set(name, value.instance ?? null);
    return undefined;
  }

  #putFresh(draft: Draft, cell: ObjectCell, wishes: readonly SomeProperty[]): Outcome | undefined {
    const taken = new Set([...this.#mentioned, ...draft.properties.keys()]);
    const outcome = freshProperty({ cell, wishes, taken }, this.#goals);
    if (outcome.is === "none") return outcome;
    if (outcome.is === "undecided") draft.doubts.push(outcome);
    const [name, value] = Array.isArray(outcome.instance) ? (outcome.instance as readonly Json[]) : [];
    if (typeof name === "string" && value !== undefined) draft.properties.set(name, value);
    else draft.isWhole = false;
    return undefined;
  }

  /** Adds properties up to the minimum number. */
  #fillUp(draft: Draft, cell: ObjectCell): Outcome | undefined {
    if (cell.min > sizeLimit && cell.closed.length === 0)
      return cell.min > draft.properties.size ? this.#fillPlainly(draft, cell) : undefined;
    const failures = new Alternatives();
    for (const kind of ["found", "undecided"] as const) {
      for (const name of this.#mentioned) {
        if (draft.properties.size >= cell.min) return undefined;
        if (draft.properties.has(name) || cell.absent.has(name)) continue;
        const value = this.#goals.goal(propertyLiterals(cell, name));
        const failed =
          value.is === kind ? this.#put(draft, cell, name) : value.is === "none" ? value : undefined;
        if (failed) failures.add(failed);
      }
    }
    while (draft.properties.size < cell.min && draft.isWhole) {
      this.#goals.spend();
      const failed = cell.closed.length > 0 ? independent : this.#putFresh(draft, cell, []);
      if (!failed) continue;
      failures.add(failed);
      return failures.sum();
    }
    return undefined;
  }

  /** If any name is possible, or any of a family, uses one value for all added properties. */
  #fillPlainly(draft: Draft, cell: ObjectCell): Outcome | undefined {
    if (cell.names.length + patternsIn(cell, []).length > 0) return this.#fillFromFamily(draft, cell);
    const value = this.#goals.goal(cell.layers.flatMap(({ rest }) => (rest ? [rest] : [])));
    if (value.is !== "found") return value.is === "none" ? value : undecided(tooLargeToSearch);
    this.#fillWith(draft, cell, (at) => `k${at}`, value.instance);
    return undefined;
  }

  #fillFromFamily(draft: Draft, cell: ObjectCell): Outcome | undefined {
    const taken = new Set([...this.#mentioned, ...draft.properties.keys()]);
    const many = freshProperties({ cell, wishes: [], taken }, cell.min, this.#goals);
    if (many !== undefined && "atMost" in many) {
      const isTooFew = many.atMost + taken.size < cell.min;
      return isTooFew ? { is: "none", low: many.low } : undecided(tooLargeToSearch);
    }
    if (many === undefined) return undecided(tooLargeToSearch);
    this.#fillWith(draft, cell, many.nameAt, many.value);
    return undefined;
  }

  #fillWith(draft: Draft, { min }: ObjectCell, nameAt: (at: number) => string, value: Json): void {
    if (min > writable) {
      draft.properties.set(`…(${min})`, value);
      draft.doubts.push(undecided(tooLarge(`${min} properties`)));
      return;
    }
    for (let at = 0; draft.properties.size < min; at += 1) {
      const name = nameAt(at);
      if (!this.#mentioned.has(name)) draft.properties.set(name, value);
    }
  }
}

function withProperty(cell: ObjectCell, name: string, wish: SomeProperty): ObjectCell {
  const values = new Map(cell.values).set(name, [...(cell.values.get(name) ?? []), ...wish.values]);
  return { ...cell, present: new Set([...cell.present, name]), values };
}
