// The current time, as `date-time` text and as milliseconds since 1970.

/** Returns the current time. */
export interface Moment {
  (): string;
  readonly time: () => number;
}

/** Returns a clock that formats its time once for all calls in the same millisecond. */
export function momentOf(now: () => Date): Moment {
  let last = Number.NaN;
  let text = "";
  const moment = (): string => {
    const at = now();
    if (at.getTime() !== last) {
      last = at.getTime();
      text = at.toISOString();
    }
    return text;
  };
  return Object.assign(moment, { time: () => now().getTime() });
}
