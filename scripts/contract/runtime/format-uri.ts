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
/** The path must not be empty, though the RFC allows it: a scheme alone identifies nothing. */
const path = `${absolute}|${character}+(?:/${character}*)*`;
/** The first segment has no colon, which would end a scheme. */
const relativePath = `${absolute}|(?:[${unreserved}@]|${percent})+(?:/${character}*)*`;
const rest = `(?:\\?(?:${character}|[/?])*)?(?:#(?:${character}|[/?])*)?`;
const uri = new RegExp(`^${scheme}:(?:${authority}|${path})${rest}$`);
const uriReference = new RegExp(
  `^(?:${scheme}:(?:${authority}|${path})|(?:${authority}|${relativePath})?)${rest}$`,
);

/** The usual form of a URI, which a short pattern decides in a third of the time. */
const usualUri = /^https?:\/\/[\w.-]+(?::\d*)?(?:\/[\w.~-]*)*$/;

/** Whether a text is an absolute URI, with a scheme. */
export function isUri(text: string): boolean {
  return usualUri.test(text) || uri.test(text);
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
