// Decides a goal for one JSON type by case analysis: facts first, then clauses, the one with the fewest
// alternatives first.
import type { Json } from "../document/document.ts";
import { decideArray } from "./array-decision.ts";
import { casesNear, isCases } from "./cases.ts";
import type { ClauseState } from "./clause-state.ts";
import { Unsearchable } from "./unsupported.ts";
import { type Atom, type Formula, type JsonType, whileOpen } from "./formula.ts";
import { opposite } from "./formula-opposite.ts";
import { type Goals, whileChoosing } from "./goals.ts";
import { decideNumber } from "./number-decision.ts";
import { mayOpen, propertyLiterals } from "./object-cell.ts";
import { decideObject } from "./object-decision.ts";
import { Alternatives, alone, found, independent, type None, type Outcome, undecided } from "./outcome.ts";
import { decideString } from "./string-decision.ts";
import { textLength } from "./value-size.ts";

/** Searches for a value of the state's type that satisfies everything in `state`. */
export function decideCases(state: ClauseState, goals: Goals): Outcome {
  return refutedAtOnce(state, goals) ?? analyse(state, decideFacts(state, goals), goals);
}

/**
 * Rules out all alternatives of a clause, each by a single property. No values for the other properties are
 * needed then, which is most of the work when an object is compared with one that differs from it in few
 * properties.
 */
function refutedAtOnce(state: ClauseState, goals: Goals): None | undefined {
  if (state.type !== "object") return undefined;
  try {
    for (const clause of state.clauses) {
      const refuted = refuteAll(state.clauses.length > 1 ? state : state.dropping(clause), clause, goals);
      if (refuted) return refuted;
    }
  } catch (error) {
    // A property that cannot be examined: the facts may show that it does not matter.
    if (!(error instanceof Unsearchable)) throw error;
  }
  return undefined;
}

function refuteAll(state: ClauseState, ways: readonly Formula[], goals: Goals): None | undefined {
  let { low } = independent;
  for (const way of ways) {
    const refuted = way.is === "any" ? refuteAll(state, way.of, goals) : refuteWay(state, way, goals);
    if (!refuted) return undefined;
    low = Math.min(low, refuted.low);
  }
  return { is: "none", low };
}

function refuteWay(state: ClauseState, way: Formula, goals: Goals): None | undefined {
  const isAgainstFacts =
    (way.is === "absent" && state.objectCell().present.has(way.name)) ||
    (way.is === "size" && state.objectCell().max < way.min) ||
    state.contradicts(way);
  return isAgainstFacts ? independent : refuteProperty(state, way, goals);
}

/** An alternative of a clause that the facts do not rule out. */
interface Option {
  readonly state: ClauseState;
  readonly facts: Outcome;
}

interface Choice {
  readonly options: readonly Option[];
  /** True if the alternatives are the cases of an accepting schema, such as the branches of its `oneOf`. */
  readonly isCases: boolean;
}

/**
 * Orders accepted branches first: a branch fixes tags that decide most rejected branches, while each way to
 * be rejected decides little.
 */
const comesBefore = (a: Choice, b: Choice): boolean =>
  a.options.length <= 1 ||
  (a.isCases === b.isCases ? a.options.length < b.options.length : a.isCases && b.options.length > 1);

function analyse(start: ClauseState, startFacts: Outcome, goals: Goals): Outcome {
  let [state, facts] = [start, startFacts];
  let low = alone;
  for (;;) {
    goals.spend();
    if (facts.is === "none") return { is: "none", low: Math.min(low, facts.low) };
    // Rejected branches are examined once the accepted ones are known: few of them are left then.
    if (state.isPending && !state.clauses.some(isCases)) {
      const looking = state.examinePending((steps) => goals.spend(steps));
      if (looking === undefined) return { is: "none", low };
      [state, facts] = [looking, decideFacts(looking, goals)];
      continue;
    }
    const surveyed = survey(state, goals);
    low = Math.min(low, surveyed.low);
    state = surveyed.state;
    const { best } = surveyed;
    if (!best && state.isPending) continue;
    if (!best) return lowered(startOver(start, state, facts, goals), low);
    if (best.options.length === 0) return { is: "none", low };
    const [only, ...others] = best.options;
    if (others.length > 0 || !only) return lowered(branch(best, goals), low);
    [state, facts] = [only.state, only.facts];
  }
}

/**
 * Decides the facts again that were decided while branches were still to be chosen, if those branches could
 * have opened an object.
 */
function startOver(start: ClauseState, state: ClauseState, facts: Outcome, goals: Goals): Outcome {
  const hasChosen = start.clauses.length > 0;
  return hasChosen && (mayOpen(state.atoms) || state.atoms.some(addsNames))
    ? decideFacts(state, goals)
    : facts;
}

/** True if an atom only adds names, which counted as open while branches were still to be chosen. */
function addsNames(atom: Atom): boolean {
  if (atom.is === "items") return (atom.layer.prefix[0] ?? atom.layer.rest)?.namesOnly !== undefined;
  if (atom.is !== "properties") return false;
  const { properties, patterns, rest } = atom.layer;
  const [first = patterns[0]?.[1] ?? rest] = properties.values();
  return first?.namesOnly !== undefined;
}

const lowered = (outcome: Outcome, low: number): Outcome =>
  outcome.is === "found" ? outcome : { ...outcome, low: Math.min(low, outcome.low) };

/**
 * Looks one step ahead into every clause: drops clauses that hold anyway, selects the one with the fewest
 * options.
 */
function survey(
  start: ClauseState,
  goals: Goals,
): { state: ClauseState; best: Choice | undefined; low: number } {
  let state = start;
  let best: Choice | undefined;
  let low = alone;
  for (const clause of start.clauses) {
    if (clause.some((formula) => state.implies(formula))) {
      state = state.dropping(clause);
      continue;
    }
    const without = state.dropping(clause);
    const options: Option[] = [];
    goals.spend(clause.length >> 5);
    for (const formula of casesNear(clause, without, (steps) => goals.spend(steps))) {
      if (without.contradicts(formula)) continue;
      const refuted = refuteProperty(without, formula, goals);
      if (refuted) {
        low = Math.min(low, refuted.low);
        continue;
      }
      goals.spend(1 + (without.size >> 5));
      const next = without.assume(formula);
      const facts = next ? decideFacts(next, goals) : independent;
      // Among branches that overlap, an accepted pair often leaves a rejected branch no way to be rejected:
      // seen here, it costs one look at the clauses, and below a choice of ways for each of the others.
      const settled = next && facts.is !== "none" ? refutedAtOnce(next, goals) : undefined;
      if (settled) low = Math.min(low, settled.low);
      else if (facts.is === "none") low = Math.min(low, facts.low);
      else if (next) options.push({ state: next, facts });
    }
    if (options.length > 1 && start.clauses.length > 1 && clause.some((f) => isGiven(without, f, goals))) {
      state = without;
      continue;
    }
    const choice = { options, isCases: isCases(clause) };
    if (!best || comesBefore(choice, best)) best = choice;
    if (options.length <= 1) break;
  }
  return { state, best, low };
}

/**
 * Rules out "this property is present, with such a value" by that property alone.
 *
 * Most alternatives of a rejected object are of that kind, and examining the whole object for each would take
 * quadratic time.
 */
function refuteProperty(state: ClauseState, formula: Formula, goals: Goals): None | undefined {
  if (formula.is !== "all" || formula.of.length !== 2) return undefined;
  const [present, property] = formula.of;
  if (present?.is !== "present" || property?.is !== "property") return undefined;
  const literals = [...propertyLiterals(state.objectCell(), property.name), property.literal];
  const value = goals.goal(state.isSettled ? literals : literals.map(whileOpen));
  return value.is === "none" ? value : undefined;
}

/** True if the facts leave no way for `formula` to fail. */
function isGiven(state: ClauseState, formula: Formula, goals: Goals): boolean {
  const ways = opposite(formula);
  return (
    ways?.every((way) => {
      const next = state.assume(way);
      if (!next) return true;
      const facts = decideFacts(next, goals);
      return facts.is === "none" && facts.low === alone;
    }) ?? false
  );
}

function branch({ options }: Choice, goals: Goals): Outcome {
  const alternatives = new Alternatives();
  const ordered = options.toSorted((a, b) => weight(a.facts) - weight(b.facts));
  for (const option of ordered) {
    // Clauses dropped in the look-ahead stay dropped: facts are never withdrawn.
    const outcome = analyse(option.state, option.facts, goals);
    const settled = alternatives.add(outcome);
    if (settled) return settled;
  }
  return alternatives.sum();
}

/** Orders outcomes by the size of their instance; undecided outcomes come last. */
function weight(outcome: Outcome): number {
  return outcome.is === "found" ? textLength(outcome.instance) : Infinity;
}

/** Decides the facts alone, without the clauses. */
function decideFacts({ type, atoms, isSettled }: ClauseState, goals: Goals): Outcome {
  const outcome = decideType(type, atoms, isSettled ? goals : whileChoosing(goals), isSettled);
  const doubtful = atoms.find((atom) => atom.is === "doubtful");
  if (!doubtful || outcome.is === "none") return outcome;
  return undecided(doubtful.doubt, outcome.instance);
}

function decideType(type: JsonType, atoms: readonly Atom[], goals: Goals, isSettled: boolean): Outcome {
  goals.spend(1 + (atoms.length >> 5));
  switch (type) {
    case "null":
      return decideFinite([null], atoms);
    case "boolean":
      return decideFinite([false, true], atoms);
    case "number":
      return decideNumber(atoms);
    case "string":
      return decideString(atoms, goals);
    case "array":
      return decideArray(atoms, goals);
    case "object":
      return decideObject(atoms, goals, isSettled);
  }
}

function decideFinite(values: readonly Json[], atoms: readonly Atom[]): Outcome {
  const member = values.find((value) =>
    atoms.every(
      (atom) =>
        (atom.is !== "among" || atom.values.includes(value)) &&
        (atom.is !== "notAmong" || !atom.values.includes(value)),
    ),
  );
  return member === undefined ? independent : found(member);
}
