// Canonical text of JSON values: equal values have equal texts, whatever the order of their members.

export function canonicalText(value: unknown): string {
  // JSON.stringify maps both null and numbers too large for a double to one text. -0 becomes 0.
  if (typeof value === "number") return String(value);
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalText).join()}]`;
  const members = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonicalText(member)}`).join()}}`;
}
