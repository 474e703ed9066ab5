// The known formats: which vocabulary asserts them, example strings that match and do not, and regular
// languages around and within.
import { hasFormat as isOfFormat } from "../schema/formats.ts";
import { type Rational, rationalOf } from "./rational.ts";

/**
 * A format of strings. Every member of the language `within` has the format, and every string of the format
 * is in `around`.
 */
export interface StringFormat {
  readonly members: readonly string[];
  readonly strangers: readonly string[];
  readonly within?: string;
  readonly around?: string;
  /** Formats that every string of this one has, too. */
  readonly implies?: readonly string[];
}

/** A format of numbers: a range, and whether only integers are allowed. */
export interface NumberFormat {
  readonly min: Rational;
  readonly max: Rational;
  readonly whole: boolean;
}

const narrowDate = "\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|1\\d|2[0-8])";
const narrowTime = "([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(\\.\\d{1,9})?(Z|[+-]([01]\\d|2[0-3]):[0-5]\\d)";
const wideDate = "\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])";
const wideTime = "\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?([zZ]|[+-]\\d\\d(:?\\d\\d)?)";
const octet = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
const label = "[a-zA-Z0-9]([a-zA-Z0-9-]{0,20}[a-zA-Z0-9])?";
const uuidPattern = "[0-9a-fA-F]{8}-([0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}";

const uuids = ["00000000-0000-4000-8000-000000000000", "123e4567-e89b-12d3-a456-426614174000"];
const uris = [
  "https://example.com/",
  "https://example.com/a/b?c=d",
  "http://a.b",
  "urn:a:b",
  "mailto:a@example.com",
];
const emails = ["a@example.com", "first.last@example.org", "a@b.co"];
const hosts = ["example.com", "a.example.org", "localhost", "a"];
const dateTimes = ["2020-01-01T00:00:00Z", "2020-01-01T00:00:00.000Z", "1999-12-31T23:59:59+02:00"];

const strings: Readonly<Record<string, StringFormat>> = {
  "date-time": {
    members: dateTimes,
    strangers: ["", "a", "2020-01-01", "2020-13-01T00:00:00Z", "2020-01-01T00:00:00"],
    within: `^${narrowDate}T${narrowTime}$`,
    around: `^${wideDate}[tT\\s]${wideTime}$`,
  },
  date: {
    members: ["2020-01-01", "1999-12-31", "2024-02-29"],
    strangers: ["", "a", "2020-13-01", "2021-02-29", "2020-01-01T00:00:00Z"],
    within: `^${narrowDate}$`,
    around: `^${wideDate}$`,
  },
  time: {
    members: ["00:00:00Z", "12:30:00.5Z", "23:59:59+02:00"],
    strangers: ["", "a", "25:00:00Z", "00:00:00"],
    within: `^${narrowTime}$`,
    around: `^${wideTime}$`,
  },
  duration: {
    members: ["P1D", "PT1H", "P1Y2M3DT4H5M6S", "P2W"],
    strangers: ["", "a", "P", "1D"],
    within: "^P(\\d+D|\\d+W|T\\d+[HMS]|\\d+Y)$",
    around: "^P(\\d+Y)?(\\d+M)?(\\d+D)?(T(\\d+H)?(\\d+M)?(\\d+S)?|\\d+W)?$",
  },
  email: {
    members: emails,
    strangers: ["", "a", "a@", "@example.com", "a b@example.com"],
    within: `^[a-z0-9]+(\\.[a-z0-9]+)*@(${label}\\.)+[a-z]{2,6}$`,
    around: "^[ -~]+@[a-zA-Z0-9.:\\[\\]-]+$",
    implies: ["idn-email"],
  },
  "idn-email": { members: emails, strangers: ["", "a", "a@", "@example.com"] },
  hostname: {
    members: hosts,
    strangers: ["", "-a", "a b", "a..b", "_"],
    within: `^${label}(\\.${label}){0,3}$`,
    around: "^[a-zA-Z0-9]([a-zA-Z0-9.-]*[a-zA-Z0-9.])?$",
    implies: ["idn-hostname"],
  },
  "idn-hostname": { members: hosts, strangers: ["", "-a", "a b", "a..b"] },
  ipv4: {
    members: ["192.0.2.1", "0.0.0.0", "255.255.255.255"],
    strangers: ["", "a", "256.0.0.1", "1.2.3", "::1"],
    within: `^(${octet}\\.){3}${octet}$`,
    around: `^(${octet}\\.){3}${octet}$`,
    implies: ["hostname", "idn-hostname", "uri-reference", "iri-reference"],
  },
  ipv6: {
    members: ["::1", "2001:db8::1", "::", "2001:db8:0:0:0:0:0:1"],
    strangers: ["", "a", "192.0.2.1", ":::"],
    within: "^([0-9a-fA-F]{1,4}:){7}[0-9a-fA-F]{1,4}$",
    around: "^[0-9a-fA-F:.]*:[0-9a-fA-F:.]*$",
  },
  uri: {
    members: uris,
    strangers: ["", "a", "//example.com", "http://a b", "\\"],
    within: "^https?://[a-z0-9]+(\\.[a-z0-9]+)*(/[a-zA-Z0-9._~-]*)*$",
    around: "^[a-zA-Z][a-zA-Z0-9+.-]*:[^\\s<>\\\\^`{|}]*$",
    implies: ["uri-reference", "iri", "iri-reference"],
  },
  "uri-reference": {
    members: [...uris, "/a/b", "a", "#a", ""],
    strangers: ["\\", "a b", "<", "{"],
    within: "^(https?://[a-z0-9]+(\\.[a-z0-9]+)*)?(/[a-zA-Z0-9._~-]+)*$",
    around: "^[^\\s<>\\\\^`{|}]*$",
    implies: ["iri-reference"],
  },
  iri: { members: uris, strangers: ["", "a", "//example.com", "http://a b"], implies: ["iri-reference"] },
  "iri-reference": { members: [...uris, "/a/b", ""], strangers: ["\\", "a b", "<"] },
  uuid: {
    members: uuids,
    strangers: ["", "a", "00000000-0000-4000-8000-00000000000g", "00000000000040008000000000000000"],
    within: `^${uuidPattern}$`,
    around: `^${uuidPattern}$`,
  },
  url: {
    members: uris,
    strangers: ["", "a", "//example.com", "http://a b", "\\"],
    within: "^https?://[a-z0-9]+(\\.[a-z0-9]+)*(/[a-zA-Z0-9._~-]*)*$",
    around: "^[a-zA-Z][a-zA-Z0-9+.-]*:[^\\s<>\\\\^`{|}]*$",
    implies: ["uri", "uri-reference", "iri", "iri-reference"],
  },
  "json-pointer-uri-fragment": {
    members: ["#", "#/a", "#/a/b"],
    strangers: ["", "/a", "#a", "#/~"],
    within: "^#(/[a-zA-Z0-9]*)*$",
    around: "^#(/([^~/]|~0|~1)*)*$",
  },
  regex: { members: ["a", "^a+$", ""], strangers: ["(", "[", "*"], within: "^[a-zA-Z0-9]*$" },
  "json-pointer": {
    members: ["", "/a", "/a/b"],
    strangers: ["a", "/~", "~"],
    within: "^(/([^~/]|~0|~1)*)*$",
    around: "^(/([^~/]|~0|~1)*)*$",
  },
  "relative-json-pointer": {
    members: ["0", "1/a", "0#"],
    strangers: ["", "a", "/a", "01"],
    within: "^(0|[1-9]\\d*)(#|(/([^~/]|~0|~1)*)*)$",
    around: "^(0|[1-9]\\d*)(#|(/([^~/]|~0|~1)*)*)$",
  },
  "uri-template": {
    members: ["/a/{b}", "/a", "https://example.com/{a}", ""],
    strangers: ["{", "a b", "<", "\\"],
    within: "^(/[a-zA-Z0-9._~-]*)*$",
  },
  byte: {
    members: ["YQ==", "YWI=", "YWJj"],
    strangers: ["a", "====", "a b", "YQ=", "\u00e9"],
    within: "^([A-Za-z0-9+/]{4})+$",
    around: "^[A-Za-z0-9+/=\\s]*$",
  },
};

const range = (min: number, max: number, whole: boolean): NumberFormat => ({
  min: rationalOf(min),
  max: rationalOf(max),
  whole,
});

const largestFloat = 3.4028234663852886e38;
const numbers: Readonly<Record<string, NumberFormat>> = {
  int32: range(-(2 ** 31), 2 ** 31 - 1, true),
  // 2^63 - 1 is not a double; the bound is exact.
  int64: { min: { top: -(2n ** 63n), bottom: 1n }, max: { top: 2n ** 63n - 1n, bottom: 1n }, whole: true },
  float: range(-largestFloat, largestFloat, false),
  // JSON parsers read numbers as doubles: the format `double` does not restrict a number.
};

/** Returns the string format called `name`; undefined if there is none that restricts strings. */
export const stringFormat = (name: string): StringFormat | undefined =>
  Object.hasOwn(strings, name) ? strings[name] : undefined;

/** Returns the number format called `name`. */
export const numberFormat = (name: string): NumberFormat | undefined =>
  Object.hasOwn(numbers, name) ? numbers[name] : undefined;

/** Formats that JSON Schema does not define and whose check a caller provided. */
const brought = new Set<string>();

/** Makes a format more than an annotation from here on; the caller checks it. */
export function bringFormat(name: string): void {
  brought.add(name);
}

/** True if `format` is more than an annotation. */
export const isKnownFormat = (name: string | undefined): name is string =>
  name !== undefined && (Object.hasOwn(strings, name) || Object.hasOwn(numbers, name) || brought.has(name));

/** Returns the names of all formats that are asserted. */
export const formatNames = (): readonly string[] => [...Object.keys(strings), ...Object.keys(numbers)];

/** Returns whether `value` has the string format `name`. */
export function hasFormat(name: string, value: string): boolean {
  return isOfFormat(name, value);
}

/** Returns whether a number has the number format `name`. */
export function isInRange(name: string, value: number): boolean {
  return isOfFormat(name, value);
}
