// Ids for created resources: like the document's example, counted up.

/** Returns the id with a number; ids of greater numbers sort after it. */
export function newId(example: unknown, count: number): unknown {
  return countedFrom(example)(count);
}

/** Returns a function that creates such ids, for more than one. */
export function countedFrom(example: unknown): (count: number) => unknown {
  if (typeof example === "number") return (count) => example + count;
  const text = typeof example === "string" && example !== "" ? example : "id-000000";
  // Replaces the last characters by digits, which the alphabets of ids contain. The last group of a UUID is
  // long enough, too.
  const room = Math.min(8, /[0-9A-Za-z]*$/.exec(text)?.[0].length ?? 0);
  const stem = text.slice(0, text.length - room);
  return (count) => stem + String(count).padStart(room, "0");
}
