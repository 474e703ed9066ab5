// Finds breaks that no step between consecutive versions shows, because each single step is compatible.
import type { Finding } from "../comparison.ts";
import type { CellFinding, Matrix } from "./matrix.ts";

/** A break between two versions that none of the steps between them shows. */
export interface SilentBreak {
  readonly client: number;
  readonly server: number;
  readonly finding: () => Finding;
}

/**
 * Returns each break once, for the shortest sequence of versions that shows it. A step shows it if it has a
 * break, of any rule, at the same location of the operation, above or below it.
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
