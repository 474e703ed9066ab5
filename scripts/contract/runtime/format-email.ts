// The formats `email` (RFC 5321, section 4.1.2) and `idn-email` (RFC 6531). A domain must contain a dot, as
// domains of mail across hosts do.
import { ipv4Source, ipv6Source } from "./format-address.ts";
import { isHostname } from "./format-hostname.ts";

const atom = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
const localPart = new RegExp(`^(?:${atom}(?:\\.${atom})*|"(?:[ !#-\\[\\]-~]|\\\\[ -~])*")$`);
const addressLiteral = new RegExp(`^\\[(?:${ipv4Source}|IPv6:(?:${ipv6Source}))\\]$`, "i");

export function isEmail(text: string): boolean {
  const at = text.lastIndexOf("@");
  const domain = text.slice(at + 1);
  return (
    at > 0 &&
    localPart.test(text.slice(0, at)) &&
    ((domain.includes(".") && !domain.endsWith(".") && isHostname(domain)) || addressLiteral.test(domain))
  );
}

export function isIdnEmail(text: string): boolean {
  return isEmail(text.replace(/[^\0-\x7f]/g, "a"));
}
