// Breaks that no step from one version to the next shows, because each step takes back no more than nobody misses.
import type { Finding } from "../comparison.ts";
import type { CellFinding, Matrix } from "./matrix.ts";

/** A break of the whole way between two versions, of which no step on it shows anything. */
export interface SilentBreak {
  readonly client: number;
  readonly server: number;
  readonly finding: () => Finding;
}

/**
 * Each break once, on the shortest way that shows it. A step shows it when it has a break, of whatever rule, at the same location
 * of the operation, above or below it.
 */
export function silentBreaks(matrix: Matrix): SilentBreak[] {
  const found = new Map<string, SilentBreak>();
  const steps = Array.from({ length: matrix.size - 1 }, (_, at) =>
    locationsIn(matrix.cell(at, at + 1).breaks),
  );
  for (let length = 2; length < matrix.size; length++) {
    for (let client = 0; client + length < matrix.size; client++) {
      const server = client + length;
      const between = steps.slice(client, server);
      for (const one of matrix.cell(client, server).breaks) {
        const key = JSON.stringify([one.operation, one.side, one.place, one.rule]);
        if (found.has(key) || between.some((places) => isShown(places, one))) continue;
        found.set(key, { client, server, finding: one.finding });
      }
    }
  }
  return [...found.values()];
}

type Locations = ReadonlyMap<string, readonly string[]>;

function locationsIn(breaks: readonly CellFinding[]): Locations {
  const places = new Map<string, string[]>();
  for (const one of breaks) {
    const known = places.get(groupOf(one));
    if (known === undefined) places.set(groupOf(one), [one.place]);
    else known.push(one.place);
  }
  return places;
}

function isShown(places: Locations, one: CellFinding): boolean {
  return (places.get(groupOf(one)) ?? []).some(
    (place) => `${place}/`.startsWith(`${one.place}/`) || `${one.place}/`.startsWith(`${place}/`),
  );
}

function groupOf({ operation, side }: CellFinding): string {
  return `${side} ${operation}`;
}
