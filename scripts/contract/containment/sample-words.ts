// Samples words of a pattern that no automaton can hold: short ways through its network, look-around left aside.
import type { CharSet } from "refa";
import type { Network } from "../schema/patterns/pattern-network.ts";

/** Ways followed at most; each is a prefix of a word. */
const wayLimit = 4000;
const preferred = "a0A-_ .";

interface Way {
  readonly at: number;
  readonly word: string;
}

/** Words that `network` matches when its look-arounds are not asked, shortest first. They have to be tried. */
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
    // Ways that end in the same place are continued alike; a few of them are enough.
    const kept = new Map<number, Way[]>();
    for (const way of next) {
      const same = kept.get(way.at) ?? [];
      if (same.length < 3) kept.set(way.at, [...same, way]);
    }
    ways = [...kept.values()].flat();
  }
}

/** All places that empty steps lead to. */
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

/** A character that reads well, and the first of the set. */
function someOf(characters: CharSet): string[] {
  const good = Array.from(preferred).filter((character) => characters.has(character.codePointAt(0)!));
  const first = characters.ranges.map(({ min }) => String.fromCodePoint(min));
  return good.length > 0 ? good.slice(0, 2) : first.slice(0, 1);
}
