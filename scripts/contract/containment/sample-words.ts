// Samples words of a pattern that no automaton can hold: short paths through its network, ignoring
// look-around.
import type { CharSet } from "refa";
import type { Network } from "../schema/patterns/pattern-network.ts";

/** Maximum number of paths followed; each is a prefix of a word. */
const wayLimit = 4000;
const preferred = "a0A-_ .";

interface Way {
  readonly at: number;
  readonly word: string;
}

/**
 * Yields words that `network` matches if its look-arounds are ignored, shortest first. Callers must test
 * them.
 */
export function* sampleWords(network: Network): Generator<string> {
  let ways: Way[] = [{ at: 0, word: "" }];
  for (let followed = 0; ways.length > 0 && followed < wayLimit;) {
    const next: Way[] = [];
    for (const way of settled(network, ways)) {
      followed += 1;
      if (way.at === 1) yield way.word;
      for (const { characters, to } of network.steps[way.at]!) {
        for (const character of someOf(characters)) next.push({ at: to, word: way.word + character });
      }
    }
    // Paths that end in the same state continue alike; a few of them are enough.
    const kept = new Map<number, Way[]>();
    for (const way of next) {
      const same = kept.get(way.at) ?? [];
      if (same.length < 3) kept.set(way.at, [...same, way]);
    }
    ways = [...kept.values()].flat();
  }
}

/** Returns the paths extended by all states reachable through empty steps. */
function settled(network: Network, ways: readonly Way[]): Way[] {
  const seen = new Map<string, Way>();
  const open = [...ways];
  for (let way = open.pop(); way; way = open.pop()) {
    const key = `${way.at} ${way.word}`;
    if (seen.has(key)) continue;
    seen.set(key, way);
    for (const { to } of network.empty[way.at]!) open.push({ at: to, word: way.word });
  }
  return [...seen.values()];
}

/** Returns a readable character, and the first one of the set. */
function someOf(characters: CharSet): string[] {
  const good = Array.from(preferred).filter((character) => characters.has(character.codePointAt(0)!));
  const first = characters.ranges.map(({ min }) => String.fromCodePoint(min));
  return good.length > 0 ? good.slice(0, 2) : first.slice(0, 1);
}
