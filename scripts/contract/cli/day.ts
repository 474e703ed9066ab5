// Days, as people write them in files: 2026-12-31.

/** A day that the calendar has: no 30th of February. */
export function isDay(text: string): boolean {
  const time = Date.parse(text);
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
  );
}
