// Ids for what a test creates: like the document's example, counted up.

/** The id with a number; ids of later numbers sort after it. */
export function newId(example: unknown, count: number): unknown {
  if (typeof example === "number") return example + count;
  const text = typeof example === "string" && example !== "" ? example : "id-000000";
  // Digits in place of the last characters: the alphabets of ids have them. A UUID's last group is long enough, too.
  const digits = String(count);
  const room = Math.min(8, /[0-9A-Za-z]*$/.exec(text)?.[0].length ?? 0);
  return text.slice(0, text.length - Math.max(room, 0)) + digits.padStart(room, "0");
}
