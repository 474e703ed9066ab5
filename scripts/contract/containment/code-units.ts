// Carries an automaton over UTF-16 code units (a pattern without the `u` flag) to code points.
import { type Automaton, classOf, mergeBounds } from "../schema/patterns/automaton.ts";

const LEAD = 0xd800;
const TRAIL = 0xdc00;
const END = 0xe000;

/** The automaton that accepts the code points whose code units `units` accepts. */
export function overCodePoints(units: Automaton): Automaton {
  const cuts = units.bounds.filter((bound) => bound <= 0xffff);
  const leads = mergeCuts(cuts, LEAD, TRAIL);
  const trails = mergeCuts(cuts, TRAIL, END);
  const beyond = leads.flatMap((lead, index) => {
    // Within one class of leads the trails repeat for each lead; one bound is enough when there is one class of trails.
    const next = leads[index + 1] ?? TRAIL;
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
        return move(units.moves[move(row, LEAD + (offset >> 10))]!, TRAIL + (offset & 0x3ff));
      }),
    ),
  };
}

const pointOf = (lead: number, trail: number): number => 0x10000 + ((lead - LEAD) << 10) + (trail - TRAIL);

const mergeCuts = (cuts: readonly number[], from: number, to: number): number[] => [
  from,
  ...cuts.filter((cut) => cut > from && cut < to),
];
