// Converts the text of one parameter to its value. This text becomes part of the generated `parameters.ts`.
import { readJson } from "./json/read-json.ts";
import { usualLimits } from "./json/scan-json.ts";
import type { Pair, ParameterProblem, ScalarType, Shape, Values } from "./wire-parameter.ts";

/** Strict grammars: `0x10`, `1e2`, `+5` and ` 5 ` are not integers, as in JSON. */
const integer = /^-?(?:0|[1-9][0-9]*)$/;
const number = /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$/;

export function parseScalar(text: string, types: readonly ScalarType[]): unknown {
  for (const type of types) {
    if (type === "integer" && integer.test(text)) {
      // Beyond 2^53 a number would silently change: such a text remains a string, which the validator
      // rejects.
      const value = Number(text);
      if (Number.isSafeInteger(value)) return value;
    } else if (type === "number" && number.test(text)) {
      const value = Number(text);
      if (Number.isFinite(value)) return value;
    } else if (type === "boolean" && (text === "true" || text === "false")) return text === "true";
    else if (type === "null" && text === "null") return null;
  }
  return text;
}

/** Percent-decodes once. Malformed percent-encoding is reported as a problem and left unchanged. */
export function decode(text: string, report: (detail: string) => void): string {
  if (!text.includes("%")) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    report("must be percent-encoded UTF-8");
    return text;
  }
}

/** Sets an own property of any name; plain assignment to `__proto__` would change the prototype. */
export function setOwn(target: Values, name: string, value: unknown): void {
  if (name === "__proto__")
    Object.defineProperty(target, name, { value, enumerable: true, configurable: true, writable: true });
  else target[name] = value;
}

/** Returns an own property; undefined for inherited ones, such as `constructor`. */
export function own<Value>(of: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(of, name) ? of[name] : undefined;
}

export function typesOfProperty(
  shape: Extract<Shape, { kind: "object" }>,
  name: string,
): readonly ScalarType[] {
  return own(shape.properties, name) ?? shape.others ?? ["string"];
}

/** Parses a text that holds a whole parameter, with its parts separated by `separator`. */
export function parseParts(
  shape: Shape,
  text: string,
  options: {
    separator: string | RegExp;
    explode: boolean;
    decode: (part: string) => string;
    report: (detail: string) => void;
  },
): unknown {
  if (shape.kind === "scalar") return parseScalar(options.decode(text), shape.types);
  if (shape.kind === "json") return parseJson(options.decode(text), options.report);
  const parts = text === "" ? [] : text.split(options.separator).map((part) => part.trim());
  if (shape.kind === "array") return parts.map((part) => parseScalar(options.decode(part), shape.types));
  const object: Values = {};
  const pairs = options.explode ? parts.map(splitPair) : pairUp(parts);
  for (const [name, value] of pairs) {
    const key = options.decode(name);
    if (Object.hasOwn(object, key)) options.report(`must have ${JSON.stringify(key)} only once`);
    else setOwn(object, key, parseScalar(options.decode(value), typesOfProperty(shape, key)));
  }
  return object;
}

/** Parses a JSON text as strictly as a JSON body: repeated names, lone surrogates and depth are problems. */
function parseJson(text: string, report: (detail: string) => void): unknown {
  const reading = readJson(text, usualLimits);
  for (const { pointer, detail } of reading.problems)
    report(pointer === "" ? detail : `${pointer} ${detail}`);
  return reading.wellFormed ? reading.value : text;
}

/** Splits `a=1` into `["a", "1"]`; without `=` the value is empty. */
export function splitPair(text: string): Pair {
  const at = text.indexOf("=");
  return at === -1 ? [text, ""] : [text.slice(0, at), text.slice(at + 1)];
}

function pairUp(parts: readonly string[]): Pair[] {
  const pairs: Pair[] = [];
  for (let index = 0; index < parts.length; index += 2)
    pairs.push([parts[index] ?? "", parts[index + 1] ?? ""]);
  return pairs;
}

export function reporter(
  place: ParameterProblem["in"],
  name: string,
  problems: ParameterProblem[],
): (detail: string) => void {
  return (detail) => void problems.push({ in: place, name, detail });
}
