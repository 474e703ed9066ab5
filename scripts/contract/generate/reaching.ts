// Which schemas come to one with a certain property, themselves or through those they refer to: each schema is looked at once.
import type { Located } from "../document/pointer.ts";

/** What one schema is found to be, down to its references. */
export interface Found {
  /** Whether it has the property itself. */
  readonly has: boolean;
  /** The schemas that it refers to. */
  readonly refs: Iterable<Located>;
}

/** A function that says whether a schema comes to one that `look` finds to have the property. */
export function reaching(look: (place: Located) => Found): (place: Located) => boolean {
  const known = new Map<string, boolean>();
  return (start) => {
    const before = known.get(start.pointer);
    if (before !== undefined) return before;
    const referrers = new Map<string, string[]>();
    const having: string[] = [];
    const open = [start];
    known.set(start.pointer, false);
    for (let place = open.pop(); place !== undefined; place = open.pop()) {
      const { has, refs } = look(place);
      if (has) having.push(place.pointer);
      for (const target of refs) {
        const isKnown = known.get(target.pointer);
        if (isKnown === true) having.push(place.pointer);
        if (isKnown === undefined) {
          known.set(target.pointer, false);
          open.push(target);
        }
        const list = referrers.get(target.pointer);
        if (list === undefined) referrers.set(target.pointer, [place.pointer]);
        else list.push(place.pointer);
      }
    }
    for (let pointer = having.pop(); pointer !== undefined; pointer = having.pop()) {
      if (known.get(pointer) === true) continue;
      known.set(pointer, true);
      for (const referrer of referrers.get(pointer) ?? []) having.push(referrer);
    }
    return known.get(start.pointer) === true;
  };
}
