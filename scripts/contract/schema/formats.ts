// The table of `format` checks that validators, diff, proxy and lint share. Formats that are not in it are
// annotations.
import { isIpv4, isIpv6 } from "../runtime/format-address.ts";
import { isByte } from "../runtime/format-byte.ts";
import { isDateTime } from "../runtime/format-date-time.ts";
import { isDate } from "../runtime/format-date.ts";
import { isEmail, isIdnEmail } from "../runtime/format-email.ts";
import { isHostname, isIdnHostname } from "../runtime/format-hostname.ts";
import { isDouble, isFloat, isInt32, isInt64 } from "../runtime/format-integer.ts";
import { isRegex } from "../runtime/format-regex.ts";
import { isTime } from "../runtime/format-time.ts";
import { isIri, isIriReference, isUri, isUriReference } from "../runtime/format-uri.ts";

/** A format applies to strings or to numbers; values of other types are valid. */
export type Format =
  | { readonly about: "string"; readonly expression: RegExp }
  | ({ readonly about: "string"; readonly check: (text: string) => boolean } & EmittedCheck)
  | ({ readonly about: "number"; readonly check: (value: number) => boolean } & EmittedCheck);

/** How generated code gets a check that is a function. */
interface EmittedCheck {
  /** The function's name. */
  readonly name: string;
  /** The runtime modules (under runtime/) that it needs, in order. */
  readonly files: readonly string[];
}

const pointer = "(?:/(?:[^~/]|~[01])*)*";
const percent = "%[0-9A-Fa-f]{2}";
const variableCharacter = `(?:[A-Za-z0-9_]|${percent})`;
const variable = `${variableCharacter}(?:\\.?${variableCharacter})*(?::[1-9][0-9]{0,3}|\\*)?`;
const time = "T(?:[0-9]+H(?:[0-9]+M(?:[0-9]+S)?)?|[0-9]+M(?:[0-9]+S)?|[0-9]+S)";
const day = "(?:[0-9]+Y(?:[0-9]+M(?:[0-9]+D)?)?|[0-9]+M(?:[0-9]+D)?|[0-9]+D)";

const uriFiles = ["format-letters.ts", "format-address.ts", "format-uri.ts"];
const hostFiles = ["format-letters.ts", "format-hostname.ts"];
const mailFiles = ["format-letters.ts", "format-address.ts", "format-hostname.ts", "format-email.ts"];
/** @param named  the check function, under its name */
function text(
  named: Readonly<Record<string, (text: string) => boolean>>,
  ...files: readonly string[]
): Format {
  const [[name, check] = ["", () => true]] = Object.entries(named);
  return { about: "string", name, check, files };
}
function number(named: Readonly<Record<string, (value: number) => boolean>>): Format {
  const [[name, check] = ["", () => true]] = Object.entries(named);
  return { about: "number", name, check, files: ["format-integer.ts"] };
}
const expression = (source: string, flags = ""): Format => ({
  about: "string",
  expression: new RegExp(`^${source}$`, flags),
});

const formats: Readonly<Record<string, Format>> = {
  date: text({ isDate }, "format-date.ts"),
  time: text({ isTime }, "format-date.ts", "format-time.ts"),
  "date-time": text({ isDateTime }, "format-date.ts", "format-time.ts", "format-date-time.ts"),
  /** RFC 3339, appendix A. */
  duration: expression(`P(?:[0-9]+W|${day}(?:${time})?|${time})`),
  email: text({ isEmail }, ...mailFiles),
  "idn-email": text({ isIdnEmail }, ...mailFiles),
  hostname: text({ isHostname }, ...hostFiles),
  "idn-hostname": text({ isIdnHostname }, ...hostFiles),
  ipv4: text({ isIpv4 }, "format-address.ts"),
  ipv6: text({ isIpv6 }, "format-address.ts"),
  uri: text({ isUri }, ...uriFiles),
  url: text({ isUri }, ...uriFiles),
  "uri-reference": text({ isUriReference }, ...uriFiles),
  iri: text({ isIri }, ...uriFiles),
  "iri-reference": text({ isIriReference }, ...uriFiles),
  /** RFC 6570, with the apostrophe of erratum 6937. */
  "uri-template": expression(
    `(?:[^\\x00-\\x20"<>%\\\\^\`{|}\\x7f]|${percent}|\\{[+#./;?&=,!@|]?${variable}(?:,${variable})*\\})*`,
  ),
  uuid: expression("[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}", "i"),
  "json-pointer": expression(pointer),
  "json-pointer-uri-fragment": expression(`#(?:/(?:[A-Za-z0-9_\\-.!$&'()*+,;:=@]|${percent}|~[01])*)*`),
  "relative-json-pointer": expression(`(?:0|[1-9][0-9]*)(?:#|${pointer})`),
  regex: text({ isRegex }, "format-regex.ts"),
  byte: text({ isByte }, "format-byte.ts"),
  int32: number({ isInt32 }),
  int64: number({ isInt64 }),
  float: number({ isFloat }),
  double: number({ isDouble }),
};

/** Returns the format of a name; undefined for an annotation, and for a custom format of the document. */
export function formatOf(name: string): Format | undefined {
  return Object.hasOwn(formats, name) ? formats[name] : undefined;
}

export function formatNames(): readonly string[] {
  return Object.keys(formats);
}

/** Returns true if a value is valid under a format; values that the format does not apply to are valid. */
export function hasFormat(name: string, value: unknown): boolean {
  const format = formatOf(name);
  if (format === undefined) return true;
  if (format.about === "number") return typeof value !== "number" || format.check(value);
  if (typeof value !== "string") return true;
  return "expression" in format ? format.expression.test(value) : format.check(value);
}
