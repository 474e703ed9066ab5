// The format `uri` (RFC 3986, section 3): absolute, with a scheme.

const scheme = "[A-Za-z][A-Za-z0-9+.-]*";
const unreserved = "A-Za-z0-9\\-._~!$&'()*+,;=";
const percent = "%[0-9A-Fa-f]{2}";
const userinfo = `(?:[${unreserved}:]|${percent})*@`;
const name = `(?:[${unreserved}]|${percent})*`;
const character = `(?:[${unreserved}:@]|${percent})`;
const hex = "[0-9A-Fa-f]{1,4}";
const byte = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
const last = `(?:${hex}:${hex}|${byte}(?:\\.${byte}){3})`;
/** Section 3.2.2, one line of its grammar each. */
const ipv6 = [
  `(?:${hex}:){6}${last}`,
  `::(?:${hex}:){5}${last}`,
  `(?:${hex})?::(?:${hex}:){4}${last}`,
  `(?:(?:${hex}:){0,1}${hex})?::(?:${hex}:){3}${last}`,
  `(?:(?:${hex}:){0,2}${hex})?::(?:${hex}:){2}${last}`,
  `(?:(?:${hex}:){0,3}${hex})?::${hex}:${last}`,
  `(?:(?:${hex}:){0,4}${hex})?::${last}`,
  `(?:(?:${hex}:){0,5}${hex})?::${hex}`,
  `(?:(?:${hex}:){0,6}${hex})?::`,
].join("|");
const host = `(?:\\[(?:${ipv6}|[Vv][0-9A-Fa-f]+\\.[${unreserved}:]+)\\]|${name})`;
const authority = `//(?:${userinfo})?${host}(?::[0-9]*)?(?:/${character}*)*`;
/** Not empty, which the RFC would allow: a scheme alone names nothing, and ajv-formats refuses it too. */
const path = `/(?:${character}+(?:/${character}*)*)?|${character}+(?:/${character}*)*`;
const uri = new RegExp(
  `^${scheme}:(?:${authority}|${path})(?:\\?(?:${character}|[/?])*)?(?:#(?:${character}|[/?])*)?$`,
);

export function isUri(text: string): boolean {
  return uri.test(text);
}
