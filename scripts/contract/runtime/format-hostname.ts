// The formats `hostname` (RFC 1123, section 2.1) and `idn-hostname`. IDNA labels are not decoded.
import { withoutLetters } from "./format-letters.ts";

const label = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
const labels = new RegExp(`^${label}(?:\\.${label})*$`);

export function isHostname(text: string): boolean {
  return text.length <= 253 && labels.test(text);
}

export function isIdnHostname(text: string): boolean {
  // Dots of other scripts (RFC 3490, section 3.1).
  return isHostname(withoutLetters(text.replace(/[\u3002\uff0e\uff61]/g, ".")));
}
