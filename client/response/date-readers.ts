// Converts date-times where paths are not sufficient: tuples, unions of several types, and operations whose
// successes differ by status or media type.
import { essence } from "./media-type.ts";
import { reviveDates } from "./revive-dates.ts";
import type { DatePaths, DateReader } from "../operation.ts";

/** Locations of date-times in a tuple: by position, in further items, and if the value is not an array. */
type TupleDates = readonly [first: readonly DatePaths[], rest?: DatePaths, others?: DatePaths];

/**
 * Creates a reader for a tuple.
 *
 * @param given  called when a value is read, because its constants may be declared later in the module
 */
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

/**
 * Creates a reader that applies each of several locations.
 *
 * @param given  called when a value is read, because its constants may be declared later in the module
 */
export function everyDates(given: () => readonly DatePaths[]): DateReader {
  return (value) => given().reduce(reviveEach, value);
}

function reviveEach(value: unknown, dates: DatePaths): unknown {
  return reviveDates(value, dates);
}

/**
 * Creates a reader that depends on the status.
 *
 * @param given  locations by status (`202`, `2XX`, `default`)
 */
export function datesByStatus(given: () => Readonly<Record<string, DatePaths>>): DateReader {
  return (value, response) => {
    const dates = given();
    const found = dates[response?.status ?? 0] ?? dates["2XX"] ?? dates["default"] ?? {};
    return reviveDates(value, found, response);
  };
}

/**
 * Creates a reader that depends on the media type.
 *
 * @param given  locations by media type, in lower case and without spaces; other types are read as the first
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
