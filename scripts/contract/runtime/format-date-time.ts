// The format `date-time` (RFC 3339, section 5.6): with `T`, seconds and zone, without leap seconds.
import { isDateAt } from "./format-date.ts";
import { isTimeAt } from "./format-time.ts";

/**
 * Whether a text is a date-time such as `2024-01-15T09:30:00Z`. RFC 3339 also allows lower-case `t` and `z`.
 */
export function isDateTime(text: string): boolean {
  const separator = text.charCodeAt(10);
  return (separator === 0x54 || separator === 0x74) && isDateAt(text) && isTimeAt(text, 11);
}
