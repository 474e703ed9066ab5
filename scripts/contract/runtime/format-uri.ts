// The formats `uri` and `uri-reference` (RFC 3986), and `iri` and `iri-reference` (RFC 3987).
import { ipv6Source } from "./format-address.ts";
import { withoutLetters } from "./format-letters.ts";

const scheme = "[A-Za-z][A-Za-z0-9+.-]*";
const unreserved = "A-Za-z0-9\\-._~!$&'()*+,;=";
const percent = "%[0-9A-Fa-f]{2}";
const userinfo = `(?:[${unreserved}:]|${percent})*@`;
const regName = `(?:[${unreserved}]|${percent})*`;
const character = `(?:[${unreserved}:@]|${percent})`;
const host = `(?:\\[(?:${ipv6Source}|[Vv][0-9A-Fa-f]+\\.[${unreserved}:]+)\\]|${regName})`;
const authority = `//(?:${userinfo})?${host}(?::[0-9]*)?(?:/${character}*)*`;
const absolute = `/(?:${character}+(?:/${character}*)*)?`;
/** Not empty, which the RFC would allow: a scheme alone names nothing. */
const path = `${absolute}|${character}+(?:/${character}*)*`;
/** Its first segment has no colon, which would end a scheme. */
const relativePath = `${absolute}|(?:[${unreserved}@]|${percent})+(?:/${character}*)*`;
const rest = `(?:\\?(?:${character}|[/?])*)?(?:#(?:${character}|[/?])*)?`;
const uri = new RegExp(`^${scheme}:(?:${authority}|${path})${rest}$`);
const uriReference = new RegExp(
  `^(?:${scheme}:(?:${authority}|${path})|(?:${authority}|${relativePath})?)${rest}$`,
);

/** Absolute, with a scheme. */
export function isUri(text: string): boolean {
  return uri.test(text);
}

export function isUriReference(text: string): boolean {
  return uriReference.test(text);
}

export function isIri(text: string): boolean {
  return uri.test(withoutLetters(text));
}

export function isIriReference(text: string): boolean {
  return uriReference.test(withoutLetters(text));
}
