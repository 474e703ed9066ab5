// Converts an automaton over UTF-16 code units (a pattern without the `u` flag) to one over code points.
import { type Automaton, classOf, mergeBounds } from "../schema/patterns/automaton.ts";

const leadStart = 0xd800;
const trailStart = 0xdc00;
const end = 0xe000;

/** Returns the automaton that accepts the code points whose code units `units` accepts. */
export function overCodePoints(units: Automaton): Automaton {
  const cuts = units.bounds.filter((bound) => bound <= 0xffff);
  const leads = mergeCuts(cuts, leadStart, trailStart);
  const trails = mergeCuts(cuts, trailStart, end);
  const beyond = leads.flatMap((lead, index) => {
    // Within one class of lead surrogates the trail surrogates repeat for each lead; one bound is enough if
    // there is one class of trails.
    const next = leads[index + 1] ?? trailStart;
    const each = trails.length === 1 ? [lead] : Array.from({ length: next - lead }, (_, step) => lead + step);
    return each.flatMap((unit) => trails.map((trail) => pointOf(unit, trail)));
  });
  const bounds = mergeBounds([cuts, [0x10000], beyond]);
  const move = (row: readonly number[], unit: number): number => row[classOf(units.bounds, unit)]!;
  return {
    bounds,
    accepts: units.accepts,
    moves: units.moves.map((row) =>
      bounds.map((point) => {
        if (point < 0x10000) return move(row, point);
        const offset = point - 0x10000;
        return move(units.moves[move(row, leadStart + (offset >> 10))]!, trailStart + (offset & 0x3ff));
      }),
    ),
  };
}

const pointOf = (lead: number, trail: number): number =>
  0x10000 + ((lead - leadStart) << 10) + (trail - trailStart);

const mergeCuts = (cuts: readonly number[], from: number, to: number): number[] => [
  from,
  ...cuts.filter((cut) => cut > from && cut < to),
];
