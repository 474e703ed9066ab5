// Date-times of an answer become Dates, where the document says that they are.
import { isRecord } from "./is-record.ts";
import type { DatePaths } from "./operation.ts";

/** Changes a value fresh from JSON.parse. What is no date-time after all stays as it came. */
export function reviveDates(value: unknown, dates: DatePaths): unknown {
  if (Array.isArray(value)) {
    value.forEach((item, index) => {
      value[index] = reviveDates(item, isUnion(dates) && dates[0] === 0 ? caseOf(dates, index) : dates);
    });
    return value;
  }
  if (dates === true) return typeof value === "string" ? toDate(value) : value;
  if (!isRecord(value)) return value;
  if (isUnion(dates)) return reviveDates(value, caseOf(dates, value[dates[0]]));
  for (const key in "*" in dates ? value : dates) {
    const path = Object.hasOwn(dates, key) ? dates[key] : dates["*"];
    if (path !== undefined && Object.hasOwn(value, key)) value[key] = reviveDates(value[key], path);
  }
  return value;
}

type Cases = Extract<DatePaths, readonly unknown[]>;

function isUnion(dates: DatePaths): dates is Cases {
  return Array.isArray(dates);
}

function caseOf([, cases, others = {}]: Cases, tag: unknown): DatePaths {
  const name = String(tag);
  return cases[Object.hasOwn(cases, name) ? name : "*"] ?? others;
}

/** RFC 3339, section 5.6; `Date` itself takes much more: "May", "Room 12". */
const dateTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/i;

function toDate(text: string): Date | string {
  const date = new Date(dateTime.test(text) ? text : "");
  if (Number.isNaN(date.getTime())) return text;
  // The 30th of February is the 1st of March to Date.
  const day = Number(text.slice(8, 10));
  return day > 28 && new Date(text.slice(0, 10)).getUTCDate() !== day ? text : date;
}
