// The moment that counts, as texts of the format `date-time` say it, and as milliseconds since 1970.

export interface Moment {
  (): string;
  readonly time: () => number;
}

/** Writes what the clock says: a text is made once for all that happens in the same millisecond. */
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
