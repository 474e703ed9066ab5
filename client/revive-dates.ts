// Date-times of an answer become Dates, where the document says that they are.
import { isRecord } from "./is-record.ts";
import type { DatePaths } from "./operation.ts";

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
  for (const key in "*" in dates ? value : dates) {
    const path = Object.hasOwn(dates, key) ? dates[key] : dates["*"];
    if (path !== undefined && Object.hasOwn(value, key)) value[key] = reviveDates(value[key], path);
  }
  return value;
}

function toDate(text: string): Date | string {
  const date = new Date(text);
  return Number.isNaN(date.getTime()) ? text : date;
}
