// One text for each JSON value: equal values have the same one, whatever the order of their members.

export function canonicalText(value: unknown): string {
  // Not JSON.stringify, which has one text for null and for numbers too large for a double. -0 is 0.
  if (typeof value === "number") return String(value);
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalText).join()}]`;
  const members = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonicalText(member)}`).join()}}`;
}
