// Computes how many ways through a pattern can be open simultaneously, if none of its repetitions makes them
// unbounded.
import type { RunGraph } from "./run-graph.ts";

/** Maximum length of the texts that are tried, in characters. */
const longest = 400;
/** Maximum number of edges that are followed. */
const budget = 1_000_000;

/**
 * Returns the maximum found: with the character that leads to the most ways at each position, and with one
 * character repeated.
 */
export function runsAtOnce(graph: RunGraph, kinds: number): number {
  const texts = [undefined, ...Array.from({ length: kinds }, (_, kind) => kind)];
  let left = budget;
  let most = 1;
  for (const only of texts) {
    let counts: ReadonlyMap<number, number> = new Map([[0, 1]]);
    for (let length = 0; length < longest && left > 0; length += 1) {
      const byKind = new Map<number, Map<number, number>>();
      for (const [node, count] of counts)
        for (const { kind, to, ways } of graph.edges[node] ?? []) {
          if (only !== undefined && kind !== only) continue;
          left -= 1;
          const next = byKind.get(kind) ?? new Map<number, number>();
          next.set(to, (next.get(to) ?? 0) + ways * count);
          byKind.set(kind, next);
        }
      const best = [...byKind.values()].sort((one, other) => sumOf(other) - sumOf(one))[0];
      if (best === undefined) break;
      counts = best;
      most = Math.max(most, sumOf(counts));
      if (most > 1e6) return most;
    }
  }
  return most;
}

function sumOf(counts: ReadonlyMap<number, number>): number {
  let sum = 0;
  for (const count of counts.values()) sum += count;
  return sum;
}
