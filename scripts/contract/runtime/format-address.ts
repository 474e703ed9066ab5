// The formats `ipv4` (RFC 2673, section 3.2) and `ipv6` (RFC 4291, section 2.2), also as parts of other
// formats.

const hexGroup = "[0-9A-Fa-f]{1,4}";
const decimalByte = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
export const ipv4Source = `${decimalByte}(?:\\.${decimalByte}){3}`;
const lastGroups = `(?:${hexGroup}:${hexGroup}|${ipv4Source})`;
/** The grammar of RFC 3986, section 3.2.2, one alternative per line. */
export const ipv6Source = [
  `(?:${hexGroup}:){6}${lastGroups}`,
  `::(?:${hexGroup}:){5}${lastGroups}`,
  `(?:${hexGroup})?::(?:${hexGroup}:){4}${lastGroups}`,
  `(?:(?:${hexGroup}:){0,1}${hexGroup})?::(?:${hexGroup}:){3}${lastGroups}`,
  `(?:(?:${hexGroup}:){0,2}${hexGroup})?::(?:${hexGroup}:){2}${lastGroups}`,
  `(?:(?:${hexGroup}:){0,3}${hexGroup})?::${hexGroup}:${lastGroups}`,
  `(?:(?:${hexGroup}:){0,4}${hexGroup})?::${lastGroups}`,
  `(?:(?:${hexGroup}:){0,5}${hexGroup})?::${hexGroup}`,
  `(?:(?:${hexGroup}:){0,6}${hexGroup})?::`,
].join("|");
const ipv4 = new RegExp(`^${ipv4Source}$`);
const ipv6 = new RegExp(`^(?:${ipv6Source})$`);

export function isIpv4(text: string): boolean {
  return ipv4.test(text);
}

export function isIpv6(text: string): boolean {
  return ipv6.test(text);
}
