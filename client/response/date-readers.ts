// Readers of date-times for what a path alone does not tell: tuples, and operations whose successes differ.
import { reviveDates } from "./revive-dates.ts";
import type { DatePaths, DateReader } from "../operation.ts";

/** What a tuple holds: by position, in the items behind, and where a value is no list at all. */
type TupleDates = readonly [first: readonly DatePaths[], rest?: DatePaths, others?: DatePaths];

/** @param given  called when a value comes: what it names may be declared further down */
export function tupleDates(given: () => TupleDates): DateReader {
  return (value) => {
    const [first, rest = {}, others = {}] = given();
    if (!Array.isArray(value)) return reviveDates(value, others);
    return Object.assign(
      value,
      value.map((item: unknown, index) => reviveDates(item, first[index] ?? rest)),
    );
  };
}

/** @param given  by status (`202`, `2XX`, `default`) */
export function datesByStatus(given: () => Readonly<Record<string, DatePaths>>): DateReader {
  return (value, status = 0) => {
    const dates = given();
    return reviveDates(value, dates[status] ?? dates["2XX"] ?? dates["default"] ?? {});
  };
}
