// Converts date-times of a response to Dates, at the locations that the document declares.
import { isRecord } from "../is-record.ts";
import type { DatedResponse, DatePaths } from "../operation.ts";

/** Converts a value from JSON.parse in place. Texts that are not date-times are left unchanged. */
export function reviveDates(value: unknown, dates: DatePaths, response?: DatedResponse): unknown {
  if (typeof dates === "function") return dates(value, response);
  if (Array.isArray(value)) {
    value.forEach((item, index) => {
      value[index] = reviveDates(item, dates);
    });
    return value;
  }
  if (dates === true) return typeof value === "string" ? toDate(value) : value;
  if (!isRecord(value)) return value;
  if (Array.isArray(dates)) {
    const [tag, cases, others = {}] = dates as Union;
    const name = value[tag] as string;
    return reviveDates(value, Object.hasOwn(cases, name) ? cases[name]! : others);
  }
  for (const key in "*" in dates ? value : dates) {
    const path = (dates as Members)[Object.hasOwn(dates, key) ? key : "*"];
    if (path && Object.hasOwn(value, key)) value[key] = reviveDates(value[key], path);
  }
  return value;
}

type Union = Extract<DatePaths, readonly unknown[]>;
type Members = Readonly<Record<string, DatePaths | undefined>>;

/** A date-time (RFC 3339, section 5.6). `Date` itself accepts much more: "May", "Room 12", 24 o'clock. */
const dateTime = /^(\d{4}-\d\d-(\d\d))T(?!24)\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/i;

/**
 * Engines turn days that do not exist, such as 30 February, into days of the next month; these are left as
 * text.
 */
function toDate(text: string): Date | string {
  const [, date = "", day] = dateTime.exec(text) ?? [];
  const moment = new Date(date && text);
  return isNaN(+moment) || new Date(date).getUTCDate() !== +day! ? text : moment;
}
