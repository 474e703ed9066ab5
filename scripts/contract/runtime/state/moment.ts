// The moment that counts, as texts of the format `date-time` say it.

/** Writes what the clock says: a text is made once for all that happens in the same millisecond. */
export function momentOf(now: () => Date): () => string {
  let last = Number.NaN;
  let text = "";
  return () => {
    const moment = now();
    if (moment.getTime() !== last) {
      last = moment.getTime();
      text = moment.toISOString();
    }
    return text;
  };
}
