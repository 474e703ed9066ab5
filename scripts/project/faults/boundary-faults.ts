// Faults in what requests are held against: bounds, patterns, types, texts of parameters.
import type { PlantedFault } from "./planted-fault.ts";

const validators = "generated/validators.js";
const parameters = "generated/parameters.ts";
const boundary = "generated/boundary.ts";

function inValidators(name: string, find: string, replace: string): PlantedFault {
  return { name, file: validators, find, replace, everywhere: true };
}

const longName = 'value0.length > 256 && codePoints(value0) > 256) errors = fail(errors, "/name"';
const longValue =
  'value0.length > 256 && codePoints(value0) > 256) errors = fail(errors, "/" + escapeKey(key1)';
const longKey = "key0.length > 128 && codePoints(key0) > 128";

export const boundaryFaults: readonly PlantedFault[] = [
  inValidators(
    "names may have 257 characters",
    longName,
    longName.replaceAll("256)", "257)").replace("> 256 &&", "> 257 &&"),
  ),
  inValidators("names may have 255 characters", longName, longName.replaceAll("> 256", "> 255")),
  inValidators(
    "names are counted in units of UTF-16",
    longName,
    longName.replace(" && codePoints(value0) > 256", ""),
  ),
  inValidators(
    "names may be numbers",
    'typeof value0 !== "string") errors = failType(errors, "/name"',
    'false) errors = failType(errors, "/name"',
  ),
  inValidators(
    "tags may have 11 members",
    "Object.keys(data).length > 10)",
    "Object.keys(data).length > 11)",
  ),
  inValidators("tags may have 9 members", "Object.keys(data).length > 10)", "Object.keys(data).length > 9)"),
  inValidators("keys of tags may have 129 characters", longKey, longKey.replaceAll("128", "129")),
  inValidators("keys of tags are counted in units of UTF-16", longKey, "key0.length > 128"),
  inValidators("keys of tags may be empty", "key0.length < 1)", "key0.length < 0)"),
  inValidators("values of tags may have 257 characters", longValue, longValue.replaceAll("> 256", "> 257")),
  inValidators(
    "values of tags are counted in units of UTF-16",
    longValue,
    longValue.replace(" && codePoints(value0) > 256", ""),
  ),
  inValidators(
    "values of tags may be empty",
    'value0.length < 1) errors = fail(errors, "/" + escapeKey(key1)',
    'false) errors = fail(errors, "/" + escapeKey(key1)',
  ),
  inValidators("values of tags need not be Liquid", "!format1(value0)", "false && !format1(value0)"),
  inValidators(
    "values of tags may be of any type",
    'typeof value0 !== "string") errors = failType(errors, "/" + escapeKey(key1)',
    'value0 === null) errors = failType(errors, "/" + escapeKey(key1)',
  ),
  inValidators("a pool may begin with 10,001 senders", "value1.length > 10000)", "value1.length > 10001)"),
  inValidators("a pool may begin with 9,999 senders", "value1.length > 10000)", "value1.length > 9999)"),
  inValidators("1,001 senders may be added", "data.length > 1000) errors", "data.length > 1001) errors"),
  inValidators(
    "no senders may be added",
    'data.length < 1) errors = fail(errors, "", at, "minItems"',
    'data.length < 0) errors = fail(errors, "", at, "minItems"',
  ),
  inValidators(
    "ids of senders are not anchored at their end",
    "const regExp2 = /^comms_sender_[0-7][a-hjkmnpqrstv-z0-9]{25,34}$/u",
    "const regExp2 = /^comms_sender_[0-7][a-hjkmnpqrstv-z0-9]{25,34}/u",
  ),
  inValidators(
    "ids of senders are not anchored at their start",
    "const regExp2 = /^comms_sender_",
    "const regExp2 = /comms_sender_",
  ),
  inValidators(
    "ids of senders may be one character short",
    "const regExp2 = /^comms_sender_[0-7][a-hjkmnpqrstv-z0-9]{25,34}",
    "const regExp2 = /^comms_sender_[0-7][a-hjkmnpqrstv-z0-9]{24,34}",
  ),
  inValidators(
    "ids of senders may be one character long",
    "const regExp2 = /^comms_sender_[0-7][a-hjkmnpqrstv-z0-9]{25,34}",
    "const regExp2 = /^comms_sender_[0-7][a-hjkmnpqrstv-z0-9]{25,35}",
  ),
  inValidators(
    "ids of senders may not begin with 7",
    "const regExp2 = /^comms_sender_[0-7]",
    "const regExp2 = /^comms_sender_[0-6]",
  ),
  inValidators(
    "ids of senders may have letters of any case",
    "const regExp2 = /^comms_sender_[0-7][a-hjkmnpqrstv-z0-9]{25,34}$/u",
    "const regExp2 = /^comms_sender_[0-7][a-hjkmnpqrstv-z0-9]{25,34}$/iu",
  ),
  inValidators(
    "ids of operations are not anchored at their end",
    "const regExp0 = /^comms_operation_[0-7][a-hjkmnpqrstv-z0-9]{25,34}$/u",
    "const regExp0 = /^comms_operation_[0-7][a-hjkmnpqrstv-z0-9]{25,34}/u",
  ),
  inValidators(
    "a sender may be named by nothing",
    "if (data.senderId === undefined) errors",
    "if (false) errors",
  ),
  inValidators(
    "new pools may have further members",
    'key0 !== "name" && key0 !== "senders" && key0 !== "tags"',
    'key0 === ""',
  ),
  inValidators("updates may have further members", 'if (key0 !== "name" && key0 !== "tags")', "if (false)"),
  inValidators("references may have further members", 'if (key0 !== "senderId") {', "if (false) {"),
  inValidators("pages may have 1,001 entries", "value4 <= 1000)", "value4 <= 1001)"),
  inValidators("pages may have 999 entries at most", "value4 <= 1000)", "value4 <= 999)"),
  inValidators("pages may have no entries", "value4 >= 1)", "value4 >= 0)"),
  inValidators(
    "operations cannot be asked for as CANCELED",
    'value2 !== "PROCESSING" && value2 !== "COMPLETED" && value2 !== "CANCELED"',
    'value2 !== "PROCESSING" && value2 !== "COMPLETED"',
  ),
  inValidators(
    "operations can be asked for in any state",
    'if (value2 !== "PROCESSING" && value2 !== "COMPLETED" && value2 !== "CANCELED")',
    "if (false)",
  ),
  inValidators("moments may be of any form", "!format0(", "false && !format0("),
  inValidators(
    "If-Match may be anything",
    'if (!regExp4.test(value0)) errors = fail(errors, "/If-Match"',
    'if (false) errors = fail(errors, "/If-Match"',
  ),
  inValidators("Idempotency-Key may be anything", "const regExp1 = /^(?:", "const regExp1 = /^|^(?:"),
  inValidators("Idempotency-Key is not anchored at its end", "+))?)*)$/u;", "+))?)*)/u;"),
  {
    name: "integers of the query may be hexadecimal",
    file: parameters,
    find: "const integer = /^-?(?:0|[1-9][0-9]*)$/;",
    replace: "const integer = /^-?(?:0x[0-9]+|[0-9]+)$/;",
  },
  {
    name: "integers of the query may have a sign",
    file: parameters,
    find: "const integer = /^-?(?:0|[1-9][0-9]*)$/;",
    replace: "const integer = /^[-+]?(?:0|[1-9][0-9]*)$/;",
  },
  {
    name: "integers of the query may have blanks",
    file: parameters,
    find: "const integer = /^-?(?:0|[1-9][0-9]*)$/;",
    replace: "const integer = /^\\s*-?(?:0|[1-9][0-9]*)$/;",
  },
  {
    name: "a body may be left out",
    file: boundary,
    find: "if (rules?.required === true) problems.push(missingBody);",
    replace: "",
  },
  {
    name: "a body may be of any media type",
    file: boundary,
    find: "const declared = declaredType(sent, rules.mediaTypes);",
    replace: "const declared = rules.mediaTypes[0];",
  },
  {
    name: "a media type with a charset is refused",
    file: boundary,
    find: "const declared = declaredType(sent, rules.mediaTypes);",
    replace: 'const declared = sent.includes(";") ? undefined : declaredType(sent, rules.mediaTypes);',
  },
  {
    name: "something may stand behind JSON",
    file: boundary,
    find: "if (this.at < this.text.length) throw",
    replace: "if (false) throw",
  },
  {
    name: "a 405 has no Allow",
    file: boundary,
    find: "return new HttpError(405, `This path has ${allowed}.`, { headers: { Allow: allowed } });",
    replace: "return new HttpError(405, `This path has ${allowed}.`);",
  },
  {
    name: "a 405 names GET only",
    file: boundary,
    find: 'const allowed = found.allowed.join(", ");',
    replace: 'const allowed = "GET";',
  },
  {
    name: "a method that is not there is a 404",
    file: boundary,
    find: "return new HttpError(405, `This path has ${allowed}.`, { headers: { Allow: allowed } });",
    replace: "return noSuchPath();",
  },
];
