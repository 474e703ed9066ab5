// Converts date-times where `DatePaths` alone are not sufficient: tuples, unions of several types, and
// operations whose success responses differ by status or media type.
//
// The parameter `given` of each function returns its `DatePaths`. It is a function because generated
// constants may be declared later in the module than the reader that uses them.
import { essence } from "./media-type.ts";
import { reviveDates } from "./revive-dates.ts";
import type { DatePaths, DateReader } from "../operation.ts";

/** Paths of date-times in a tuple: by position, in further items, and in a value that is not an array. */
type TupleDates = readonly [first: readonly DatePaths[], rest?: DatePaths, others?: DatePaths];

/** Creates a reader for a tuple. */
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

/** Creates a reader that applies several `DatePaths` in turn. */
export function everyDates(given: () => readonly DatePaths[]): DateReader {
  return (value) => given().reduce(reviveEach, value);
}

function reviveEach(value: unknown, dates: DatePaths): unknown {
  return reviveDates(value, dates);
}

/**
 * Creates a reader that depends on the status.
 *
 * @param given  returns the paths by status (`202`, `2XX`, `default`)
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
 * @param given  returns the paths by media type, in lower case and without spaces; the first
 *   applies to responses of any other type
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
