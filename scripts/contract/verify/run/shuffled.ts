// Shuffles by seed: deterministic for equal seeds, unchanged for 0.
import { seededRandom } from "../../runtime/control/random.ts";

export function shuffled<T>(list: readonly T[], seed: number): readonly T[] {
  if (seed === 0) return list;
  const random = seededRandom(seed);
  const mixed = [...list];
  for (let at = mixed.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [mixed[at], mixed[other]] = [mixed[other]!, mixed[at]!];
  }
  return mixed;
}
