// The current time, as `date-time` text and as milliseconds since 1970.

/** Returns the current time. */
export interface Moment {
  (): string;
  readonly time: () => number;
}

/**
 * Returns a clock that formats its time once for all calls in the same millisecond, and only the milliseconds
 * within the same second.
 */
export function momentOf(now: () => Date): Moment {
  let last = Number.NaN;
  let text = "";
  const moment = (): string => {
    const at = now();
    const time = at.getTime();
    if (time === last) return text;
    const isSameSecond = Math.floor(time / 1000) === Math.floor(last / 1000);
    last = time;
    // `2026-12-01T12:00:00.` and three digits.
    text = isSameSecond
      ? `${text.slice(0, -4)}${String(time - Math.floor(time / 1000) * 1000).padStart(3, "0")}Z`
      : at.toISOString();
    return text;
  };
  return Object.assign(moment, { time: () => now().getTime() });
}
