// Reads a query string. This text becomes part of the generated `parameters.ts`.
import { setDeep } from "./wire-deep.ts";
import type { ParameterProblem, Values, WireParameter } from "./wire-parameter.ts";
import { decode, own, parseParts, parseScalar, setOwn, splitPair, typesOfProperty } from "./wire-value.ts";

const querySeparators: Readonly<Record<string, string | RegExp>> = {
  form: ",",
  spaceDelimited: /%20| /,
  pipeDelimited: /\||%7C/i,
};

/**
 * A query string, without its `?`. An unknown parameter and a repeated one are problems. A `+` is a blank, as forms, `URLSearchParams` and
 * most clients write it; a plus comes as `%2B` (https://url.spec.whatwg.org/#urlencoded-parsing).
 */
export function parseQuery(
  parameters: readonly WireParameter[],
  raw: string,
  problems: ParameterProblem[],
): Values {
  const values: Values = {};
  if (raw === "") return values;
  const seen = new Set<string>();
  for (const piece of raw.split("&")) {
    if (piece === "") continue;
    const [rawName, rawValue] = splitPair(piece.includes("+") ? piece.replaceAll("+", "%20") : piece);
    const name = decode(rawName, () => undefined);
    const report = (detail: string) => void problems.push({ in: "query", name, detail });
    const found = findQueryParameter(parameters, name);
    if (found === undefined) report("must be a parameter of this operation");
    else addToQuery(values, seen, found, { name, rawValue, report });
  }
  return values;
}

interface QueryMatch {
  readonly parameter: WireParameter;
  /** The property of an object parameter that the name stands for. */
  readonly key?: string;
}

function findQueryParameter(parameters: readonly WireParameter[], name: string): QueryMatch | undefined {
  for (const parameter of parameters) {
    const { shape, style, explode } = parameter;
    const perProperty = shape.kind === "object" && (style === "deepObject" || (style === "form" && explode));
    if (!perProperty) {
      if (parameter.name === name) return { parameter };
    } else if (style === "deepObject") {
      const prefix = `${parameter.name}[`;
      if (name.startsWith(prefix) && name.endsWith("]"))
        return { parameter, key: name.slice(prefix.length, -1) };
    } else if (Object.hasOwn(shape.properties, name)) return { parameter, key: name };
  }
  // What no other parameter claims goes to an object that takes any property.
  const open = parameters.find(
    ({ shape, style, explode }) =>
      shape.kind === "object" && shape.others !== undefined && style === "form" && explode,
  );
  return open && { parameter: open, key: name };
}

function addToQuery(
  values: Values,
  seen: Set<string>,
  { parameter, key }: QueryMatch,
  given: { name: string; rawValue: string; report: (detail: string) => void },
): void {
  const { name, shape, style, explode } = parameter;
  const { rawValue, report } = given;
  if (shape.kind === "array" && style === "form" && explode) {
    const item = parseScalar(decode(rawValue, report), shape.types);
    const items = own(values, name);
    if (Array.isArray(items)) items.push(item);
    else setOwn(values, name, [item]);
    return;
  }
  if (shape.kind === "object" && style === "deepObject" && key !== undefined) {
    const object = Object.hasOwn(values, name) ? (values[name] as Values) : {};
    setOwn(values, name, object);
    setDeep(object, shape, key.split("]["), { text: decode(rawValue, report), report });
    return;
  }
  if (seen.has(given.name)) {
    report("must be given only once");
    return;
  }
  seen.add(given.name);
  if (shape.kind === "object" && key !== undefined) {
    const object = Object.hasOwn(values, name) ? (values[name] as Values) : {};
    setOwn(object, key, parseScalar(decode(rawValue, report), typesOfProperty(shape, key)));
    setOwn(values, name, object);
    return;
  }
  const separator = querySeparators[style] ?? ",";
  setOwn(
    values,
    name,
    parseParts(shape, rawValue, {
      separator,
      explode: false,
      decode: (part) => decode(part, report),
      report,
    }),
  );
}
