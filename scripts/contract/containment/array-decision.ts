// Decides whether an array exists that satisfies all facts of a cell.
import { type ArrayCell, arrayCellOf, itemLiterals, tailOf, withItem } from "./array-cell.ts";
import { layOut } from "./array-layout.ts";
import type { Atom } from "./formula.ts";
import type { Goals } from "./goals.ts";
import { Alternatives, independent, type Outcome } from "./outcome.ts";

/** Searches for an array that satisfies all `atoms`. */
export function decideArray(atoms: readonly Atom[], goals: Goals): Outcome {
  const cell = arrayCellOf(atoms);
  if (cell.distinct && cell.repeats) return independent;
  return settle(cell, goals);
}

/** Assigns indices to the items that the array must contain, then lays the array out. */
function settle(cell: ArrayCell, goals: Goals): Outcome {
  goals.spend();
  if (cell.min > cell.max || cell.counts.some(({ min, max }) => min > max)) return independent;
  const [wish, ...others] = cell.somewhere;
  if (wish) return settleWish({ ...cell, somewhere: others }, wish, goals);
  return cell.repeats ? settleTwins({ ...cell, repeats: false }, goals) : layOut(cell, goals);
}

function settleWish(
  cell: ArrayCell,
  { from, literal }: ArrayCell["somewhere"][number],
  goals: Goals,
): Outcome {
  const alternatives = new Alternatives();
  for (const place of positionsFrom(cell, from)) {
    if (place >= cell.max) break;
    const settled = alternatives.add(settle(withItem(cell, place, [literal]), goals));
    if (settled) return settled;
  }
  return alternatives.sum();
}

/**
 * Returns the indices that can differ: all up to the tail, and the first one of the tail, which has no
 * constraints of its own yet.
 */
function positionsFrom(cell: ArrayCell, from: number): number[] {
  const last = Math.max(from, tailOf(cell));
  return Array.from({ length: last - from + 1 }, (_, step) => from + step);
}

function settleTwins(cell: ArrayCell, goals: Goals): Outcome {
  const alternatives = new Alternatives();
  const last = tailOf(cell) + 1;
  for (let second = 1; second <= last && second < cell.max; second += 1) {
    for (let first = 0; first < second; first += 1) {
      const shared = withItem(
        withItem(cell, first, itemLiterals(cell, second)),
        second,
        itemLiterals(cell, first),
      );
      const settled = alternatives.add(settle({ ...shared, twins: [first, second] }, goals));
      if (settled) return settled;
    }
  }
  return alternatives.sum();
}
