// Ids for what a test creates: like the document's example, counted up.

/** The id with a number; ids of later numbers sort after it. */
export function newId(example: unknown, count: number): unknown {
  return countedFrom(example)(count);
}

/** The same, for more than one. */
export function countedFrom(example: unknown): (count: number) => unknown {
  if (typeof example === "number") return (count) => example + count;
  const text = typeof example === "string" && example !== "" ? example : "id-000000";
  // Digits in place of the last characters: the alphabets of ids have them. A UUID's last group is long enough, too.
  const room = Math.min(8, /[0-9A-Za-z]*$/.exec(text)?.[0].length ?? 0);
  const stem = text.slice(0, text.length - room);
  return (count) => stem + String(count).padStart(room, "0");
}
