// Date-times of an answer become Dates, where the document says that they are.
import { isRecord } from "../is-record.ts";
import type { DatedResponse, DatePaths } from "../operation.ts";

/** Changes a value fresh from JSON.parse. What is no date-time after all stays as it came. */
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

/** RFC 3339, section 5.6; `Date` itself takes much more: "May", "Room 12", 24 o'clock. */
const dateTime = /^(\d{4}-\d\d-(\d\d))T(?!24)\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/i;

/** Of days that no month has, such as 30 February, engines make one of the next month. */
function toDate(text: string): Date | string {
  const [, date = "", day] = dateTime.exec(text) ?? [];
  const moment = new Date(date && text);
  return isNaN(+moment) || new Date(date).getUTCDate() !== +day! ? text : moment;
}
