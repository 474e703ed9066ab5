// Faults in the generated validators of requests: bounds, patterns, types. The contract's numbers and
// patterns are read from the generated code, so that the faults follow changes of the contract.
import { constraints } from "../../../generated/constraints.ts";
import type { PlantedFault } from "./planted-fault.ts";

const { schemas, parameters } = constraints;
const { SenderId, OperationId } = schemas;
const nameMost = schemas.Name.maxLength;
const tagsMost = schemas.Tags.maxProperties;
const keyMost = schemas.TagKey.maxLength;
const valueMost = schemas.TagValue.maxLength;
const sendersMost = schemas.CreateSenderPool.properties.senders.maxItems;
const addedMost = schemas.SenderReferenceList.maxItems;
const pageMost = parameters.pageSize.maximum;

function inValidators(name: string, find: string, replace: string): PlantedFault {
  return { name, file: "generated/validators.js", find, replace, everywhere: true };
}

/**
 * Changes a pattern of the validators.
 *
 * @param change  of the regular expression, as the validators contain it
 */
function inPattern(
  { pattern }: { readonly pattern: string },
  name: string,
  change: (literal: string) => string,
): PlantedFault {
  const literal = `/${pattern}/u`;
  return inValidators(name, literal, change(literal));
}

/** Changes the bounds of the counted quantifier of a pattern. */
function withCounts(least: number, most: number): (literal: string) => string {
  return (literal) =>
    literal.replace(
      /\{(\d+),(\d+)\}/,
      (_, from: string, to: string) => `{${Number(from) + least},${Number(to) + most}}`,
    );
}

const longName = `value0.length > ${nameMost} && codePoints(value0) > ${nameMost}) errors = fail(errors, "/name"`;
const longValue = `value0.length > ${valueMost} && codePoints(value0) > ${valueMost}) errors = fail(errors, "/" + escapeKey(key1)`;
const longKey = `key0.length > ${keyMost} && codePoints(key0) > ${keyMost}`;

export const validatorFaults: readonly PlantedFault[] = [
  inValidators(
    `names may have ${nameMost + 1} characters`,
    longName,
    longName.replaceAll(`> ${nameMost}`, `> ${nameMost + 1}`),
  ),
  inValidators(
    `names may have ${nameMost - 1} characters`,
    longName,
    longName.replaceAll(`> ${nameMost}`, `> ${nameMost - 1}`),
  ),
  inValidators(
    "names are counted in units of UTF-16",
    longName,
    longName.replace(` && codePoints(value0) > ${nameMost}`, ""),
  ),
  inValidators(
    "names may be numbers",
    'typeof value0 !== "string") errors = failType(errors, "/name"',
    'false) errors = failType(errors, "/name"',
  ),
  inValidators(
    `tags may have ${tagsMost + 1} members`,
    `Object.keys(data).length > ${tagsMost})`,
    `Object.keys(data).length > ${tagsMost + 1})`,
  ),
  inValidators(
    `tags may have ${tagsMost - 1} members`,
    `Object.keys(data).length > ${tagsMost})`,
    `Object.keys(data).length > ${tagsMost - 1})`,
  ),
  inValidators(
    `keys of tags may have ${keyMost + 1} characters`,
    longKey,
    longKey.replaceAll(`> ${keyMost}`, `> ${keyMost + 1}`),
  ),
  inValidators("keys of tags are counted in units of UTF-16", longKey, `key0.length > ${keyMost}`),
  inValidators("keys of tags may be empty", "key0.length < 1)", "key0.length < 0)"),
  inValidators(
    `values of tags may have ${valueMost + 1} characters`,
    longValue,
    longValue.replaceAll(`> ${valueMost}`, `> ${valueMost + 1}`),
  ),
  inValidators(
    "values of tags are counted in units of UTF-16",
    longValue,
    longValue.replace(` && codePoints(value0) > ${valueMost}`, ""),
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
  inValidators(
    "a pool may begin with one sender too many",
    `value1.length > ${sendersMost})`,
    `value1.length > ${sendersMost + 1})`,
  ),
  inValidators(
    "a pool may begin with one sender too few",
    `value1.length > ${sendersMost})`,
    `value1.length > ${sendersMost - 1})`,
  ),
  inValidators(
    "one sender too many may be added",
    `data.length > ${addedMost}) errors`,
    `data.length > ${addedMost + 1}) errors`,
  ),
  inValidators(
    "no senders may be added",
    'data.length < 1) errors = fail(errors, "", at, "minItems"',
    'data.length < 0) errors = fail(errors, "", at, "minItems"',
  ),
  inPattern(SenderId, "ids of senders are not anchored at their end", (text) => text.replace("$/", "/")),
  inPattern(SenderId, "ids of senders are not anchored at their start", (text) => text.replace("^", "")),
  inPattern(SenderId, "ids of senders may be one character short", withCounts(-1, 0)),
  inPattern(SenderId, "ids of senders may be one character long", withCounts(0, 1)),
  inPattern(SenderId, "ids of senders may not begin with 7", (text) => text.replace("[0-7]", "[0-6]")),
  inPattern(SenderId, "ids of senders may have letters of any case", (text) => `${text}i`),
  inPattern(OperationId, "ids of operations are not anchored at their end", (text) =>
    text.replace("$/", "/"),
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
  inValidators(
    `pages may have ${pageMost + 1} entries`,
    `value4 <= ${pageMost})`,
    `value4 <= ${pageMost + 1})`,
  ),
  inValidators(
    `pages may have ${pageMost - 1} entries at most`,
    `value4 <= ${pageMost})`,
    `value4 <= ${pageMost - 1})`,
  ),
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
];
