// Combines date filters and the page position into one range of ids: ids contain the creation time, so one
// index serves both.
import { typeIdBound } from "../ids/type-id.ts";
import type { DateFilter } from "./store.ts";

/** The ids strictly between two strings. */
export interface IdRange {
  readonly after: string;
  readonly before: string;
}

/** Sorts after every id: TypeIDs have no character beyond `z`. */
const afterEveryId = "~";

/**
 * Returns the range of a kind's ids that were created between the dates, both exclusive, and that follow
 * `after`.
 */
export function idRange(prefix: string, filter: DateFilter, after: string | null): IdRange {
  const { startDate, endDate } = filter;
  // A creation time is a whole millisecond: after 1.5 means from 2 on, before 1.5 means up to 1.
  const start = startDate === undefined ? "" : typeIdBound(prefix, Math.floor(startDate) + 1);
  const before = endDate === undefined ? afterEveryId : typeIdBound(prefix, Math.ceil(endDate));
  return { after: after !== null && after > start ? after : start, before };
}
