// Date-times of an answer become Dates, where the document says that they are.
import { isRecord } from "../is-record.ts";
import type { DatePaths } from "../operation.ts";

/** Changes a value fresh from JSON.parse. What is no date-time after all stays as it came. */
export function reviveDates(value: unknown, dates: DatePaths): unknown {
  if (Array.isArray(value)) {
    value.forEach((item, index) => {
      value[index] = reviveDates(item, dates);
    });
    return value;
  }
  if (dates === true) return typeof value === "string" ? toDate(value) : value;
  if (!isRecord(value)) return value;
  if (isUnion(dates)) {
    const [tag, cases, others = {}] = dates;
    const name = String(value[tag]);
    return reviveDates(value, Object.hasOwn(cases, name) ? cases[name]! : others);
  }
  for (const key in "*" in dates ? value : dates) {
    const path = Object.hasOwn(dates, key) ? dates[key] : dates["*"];
    if (path !== undefined && Object.hasOwn(value, key)) value[key] = reviveDates(value[key], path);
  }
  return value;
}

function isUnion(dates: DatePaths): dates is Extract<DatePaths, readonly unknown[]> {
  return Array.isArray(dates);
}

/** RFC 3339, section 5.6; `Date` itself takes much more: "May", "Room 12". */
const dateTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/i;

function toDate(text: string): Date | string {
  const date = new Date(dateTime.test(text) ? text : "");
  return Number.isNaN(date.getTime()) ? text : date;
}
