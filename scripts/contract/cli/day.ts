// Calendar dates in the form 2026-12-31.

/** Returns true for an existing date: there is no 30th of February. */
export function isDay(text: string): boolean {
  const time = Date.parse(text);
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
  );
}
