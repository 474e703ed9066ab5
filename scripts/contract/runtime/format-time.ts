// The format `time` (RFC 3339, full-time), without leap seconds, which most clocks cannot represent.
import { twoDigits } from "./format-date.ts";

/** Whether a text is a time, such as `23:59:59.999+01:00` or `00:00:00Z`. */
export function isTime(text: string): boolean {
  return isTimeAt(text, 0);
}

/** Whether a text is a time from a position to its end. */
export function isTimeAt(text: string, at: number): boolean {
  if (!(twoDigits(text, at) <= 23 && twoDigits(text, at + 3) <= 59 && twoDigits(text, at + 6) <= 59))
    return false;
  if (text.charCodeAt(at + 2) !== 0x3a || text.charCodeAt(at + 5) !== 0x3a) return false;
  const zone = endOfFraction(text, at + 8);
  const sign = text.charCodeAt(zone);
  if (sign === 0x5a || sign === 0x7a) return text.length === zone + 1;
  if (sign !== 0x2b && sign !== 0x2d) return false;
  if (text.length !== zone + 6 || text.charCodeAt(zone + 3) !== 0x3a) return false;
  return twoDigits(text, zone + 1) <= 23 && twoDigits(text, zone + 4) <= 59;
}

/**
 * Returns the position after a fraction such as `.123`, or the same position if there is none; a dot without
 * digits is not a fraction.
 */
function endOfFraction(text: string, at: number): number {
  if (text.charCodeAt(at) !== 0x2e) return at;
  let end = at + 1;
  while (text.charCodeAt(end) >= 0x30 && text.charCodeAt(end) <= 0x39) end += 1;
  return end === at + 1 ? at : end;
}
