// Ids for the resources that a mock creates: the document's example with a number at its end.

/** Returns the id with this number: `pool_01h9k` and 12 give `pool_00012`. Ids sort like their numbers. */
export function newId(example: unknown, count: number): unknown {
  return countedFrom(example)(count);
}

/** Returns a function from a number to its id, for many ids of the same form. */
export function countedFrom(example: unknown): (count: number) => unknown {
  if (typeof example === "number") return (count) => example + count;
  const text = typeof example === "string" && example !== "" ? example : "id-000000";
  // Replaces at most eight characters after the last separator: digits are valid in the alphabets of common
  // ids (hexadecimal, base 32, base 62), and the last group of a UUID has twelve characters.
  const room = Math.min(8, /[0-9A-Za-z]*$/.exec(text)?.[0].length ?? 0);
  const stem = text.slice(0, text.length - room);
  return (count) => stem + String(count).padStart(room, "0");
}
