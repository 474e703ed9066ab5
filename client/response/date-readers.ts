// Readers of date-times for what a path alone does not tell: tuples, and operations whose successes differ by status or media type.
import { essence } from "./media-type.ts";
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
  return (value, response) => {
    const dates = given();
    const found = dates[response?.status ?? 0] ?? dates["2XX"] ?? dates["default"] ?? {};
    return reviveDates(value, found, response);
  };
}

/**
 * @param given  by media type, in lower case and without blanks; a response of a type that is not among them is read as the first
 */
export function datesByType(given: () => Readonly<Record<string, DatePaths>>): DateReader {
  return (value, response) => {
    const dates = given();
    const type = (response?.headers.get("Content-Type") ?? "").toLowerCase().replace(/\s/g, "");
    const known = Object.keys(dates);
    const same = known.find((one) => one === type) ?? known.find((one) => essence(one) === essence(type));
    return reviveDates(value, dates[same ?? known[0] ?? ""] ?? {});
  };
}
