// Parses a query string. This text becomes part of the generated `parameters.ts`.
import { setDeep } from "./wire-deep.ts";
import type { ParameterProblem, Values, WireParameter } from "./wire-parameter.ts";
import { decode, own, parseParts, parseScalar, setOwn, splitPair, typesOfProperty } from "./wire-value.ts";

const querySeparators: Readonly<Record<string, string | RegExp>> = {
  form: ",",
  spaceDelimited: /%20| /,
  pipeDelimited: /\||%7C/i,
};

/**
 * Parses a query string, without its `?`. Unknown and repeated parameters are problems. A `+` is a space, as
 * forms, `URLSearchParams` and most clients serialize it; a plus sign is sent as `%2B`
 * (https://url.spec.whatwg.org/#urlencoded-parsing).
 */
export function parseQuery(
  parameters: readonly WireParameter[],
  raw: string,
  problems: ParameterProblem[],
): Values {
  const values: Values = {};
  if (raw === "") return values;
  const [whole] = parameters;
  if (whole?.style === "whole") {
    const report = (detail: string) => void problems.push({ in: "query", name: whole.name, detail });
    setOwn(values, whole.name, parseParts(whole.shape, raw, wholeText(report)));
    return values;
  }
  const seen = new Set<string>();
  const find = finderOf(parameters);
  for (const piece of raw.split("&")) {
    if (piece === "") continue;
    const [rawName, rawValue] = splitPair(piece.includes("+") ? piece.replaceAll("+", "%20") : piece);
    const name = decode(rawName, () => undefined);
    const report = (detail: string) => void problems.push({ in: "query", name, detail });
    const found = find(name);
    if (found === undefined) report("must be a parameter of this operation");
    else addToQuery(values, seen, found, { name, rawValue, report });
  }
  return values;
}

/** A `+` in a query string that is not a form is a plus sign. */
function wholeText(report: (detail: string) => void): Parameters<typeof parseParts>[2] {
  return { separator: "&", explode: false, decode: (text) => decode(text, report), report };
}

interface QueryMatch {
  readonly parameter: WireParameter;
  /** The property of an object parameter for the name. */
  readonly key?: string;
}

const finders = new WeakMap<readonly WireParameter[], ReturnType<typeof queryFinder>>();

/** Created once for each list of parameters. */
function finderOf(parameters: readonly WireParameter[]): ReturnType<typeof queryFinder> {
  let find = finders.get(parameters);
  if (find === undefined) finders.set(parameters, (find = queryFinder(parameters)));
  return find;
}

/**
 * Returns a function that finds the parameter for a name in the query; if several match, the first. A form
 * with additional fields may have any number of them, so names are looked up in a map instead of searched.
 */
function queryFinder(parameters: readonly WireParameter[]): (name: string) => QueryMatch | undefined {
  const places = new Map<string, number>();
  const objects: [parameter: WireParameter, place: number][] = [];
  for (const [place, parameter] of parameters.entries()) {
    if (isPerProperty(parameter)) objects.push([parameter, place]);
    else if (!places.has(parameter.name)) places.set(parameter.name, place);
  }
  // Undeclared names belong to an object with additional properties.
  const open = objects.find(
    ([{ shape, style }]) => shape.kind === "object" && shape.others !== undefined && style === "form",
  )?.[0];
  return (name) => {
    const own = places.get(name) ?? parameters.length;
    for (const [parameter, place] of objects) {
      if (place > own) break;
      const key = propertyNamed(parameter, name);
      if (key !== undefined) return { parameter, key };
    }
    const parameter = parameters[own];
    if (parameter !== undefined) return { parameter };
    return open && { parameter: open, key: name };
  };
}

/** Whether an object has a separate name in the query for each of its properties. */
function isPerProperty({ shape, style, explode }: WireParameter): boolean {
  return shape.kind === "object" && (style === "deepObject" || (style === "form" && explode));
}

/** Returns the property of such an object for a name. */
function propertyNamed({ name: own, shape, style }: WireParameter, name: string): string | undefined {
  if (style !== "deepObject")
    return shape.kind === "object" && Object.hasOwn(shape.properties, name) ? name : undefined;
  const prefix = `${own}[`;
  return name.startsWith(prefix) && name.endsWith("]") ? name.slice(prefix.length, -1) : undefined;
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
