// The keys of a `responses` map: a status, a range such as `4XX`, or `default`; the most specific key applies
// to a status.

/** Returns the key among those of a map that applies to a status. */
export function keyForStatus(keys: readonly string[], status: number): string | undefined {
  const range = `${String(status)[0] ?? ""}XX`;
  return (
    keys.find((key) => key === String(status)) ??
    keys.find((key) => key.toUpperCase() === range) ??
    keys.find((key) => key === "default")
  );
}

/** Returns statuses that together cover every combination of a key of one map with a key of the other. */
export function telltaleStatuses(base: readonly string[], head: readonly string[]): number[] {
  const keys = [...base, ...head];
  const exact = keys.filter((key) => /^[1-5][0-9][0-9]$/.test(key)).map(Number);
  const ranges = keys.filter((key) => /^[1-5]XX$/i.test(key)).map((key) => Number(key[0]));
  const classes = keys.includes("default") ? [4, 5, 2, 3] : ranges;
  const spare = classes.flatMap((hundred) => {
    const free = statusesOf(hundred).find((status) => !exact.includes(status));
    return free === undefined ? [] : [free];
  });
  return [...new Set([...exact, ...spare])];
}

/** Registered statuses first (RFC 9110, section 15), so that examples look realistic. */
function statusesOf(hundred: number): number[] {
  const usual: Record<number, number[]> = {
    1: [103],
    2: [200, 201, 202, 204],
    3: [302, 303, 307],
    4: [400, 404, 409, 422, 418],
    5: [500, 503, 502],
  };
  return [...(usual[hundred] ?? []), ...Array.from({ length: 99 }, (_, index) => hundred * 100 + 1 + index)];
}
