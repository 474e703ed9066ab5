// Finds the schemas that have a property themselves or through references; visits each schema once.
import type { Located } from "../document/pointer.ts";

/** The result for one schema, up to its references. */
export interface Found {
  /** Whether the schema itself has the property. */
  readonly has: boolean;
  /** The referenced schemas. */
  readonly refs: Iterable<Located>;
}

/** Returns a function that reports whether a schema reaches one for which `look` finds the property. */
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
