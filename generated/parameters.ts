// Generated from openapi.yaml by `contract generate`. Do not edit: change the document and generate again.
import type { OperationId } from "./operations.ts";

import { readJson, usualLimits } from "./json.ts";

/** A problem of a parameter that its schema cannot express. */
export interface ParameterProblem {
  in: "path" | "query" | "header" | "cookie";
  name: string;
  detail: string;
}

/** The types that a text may represent, the most specific first; a text that fits none remains a string. */
export type ScalarType = "integer" | "number" | "boolean" | "null" | "string";

/** The JSON types of a parameter's value, and how its parts are serialized. */
export type Shape =
  | { readonly kind: "scalar"; readonly types: readonly ScalarType[] }
  | {
      readonly kind: "array";
      readonly types: readonly ScalarType[];
      /** Items that are objects, inside a `deepObject`. */
      readonly items?: Shape;
    }
  | {
      readonly kind: "object";
      readonly properties: Readonly<Record<string, readonly ScalarType[]>>;
      /** The types of additional properties; undefined if there are none. */
      readonly others?: readonly ScalarType[] | undefined;
      /** Properties of a `deepObject` that are lists or objects themselves. */
      readonly deep?: Readonly<Record<string, Shape>>;
    }
  /**
   * A text in its own format: JSON, if described by `content`. With `list`, each part of a form is a separate
   * text.
   */
  | { readonly kind: "json"; readonly list?: boolean };

/** One parameter of an operation. */
export interface WireParameter {
  readonly name: string;
  readonly style:
    | "simple"
    | "label"
    | "matrix"
    | "form"
    | "spaceDelimited"
    | "pipeDelimited"
    | "deepObject"
    | "cookie"
    /** The whole query string. */
    | "whole";
  readonly explode: boolean;
  readonly allowReserved: boolean;
  readonly shape: Shape;
}

/** A field of a form: serialized like a query parameter, unless it is a file. */
export interface FormField extends WireParameter {
  /**
   * Whether its values, or the items of its list, are files: all of them, or those sent as files; if
   * undefined, all are text.
   */
  readonly files?: "all" | "some";
  /** Whether it stands for all undeclared fields. */
  readonly isOther?: true;
}

/** A part of a multipart body without names: an item of a list. */
export interface FormPart extends Pick<FormField, "files"> {
  /** The types that a text may represent. */
  readonly types: readonly ScalarType[];
  /** Whether a part without a media type is JSON. */
  readonly isJson?: true;
}

/** The parts of a multipart body without names, by position. */
export interface FormParts {
  /** The first parts. */
  readonly first: readonly FormPart[];
  /** All further parts. */
  readonly rest: FormPart;
}

/** Parsed values by parameter name. */
export type Values = Record<string, unknown>;

/** One `name=value` pair, still encoded. */
export type Pair = readonly [name: string, value: string];

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

/**
 * Adds one member of a `deepObject`. OpenAPI does not define how nested lists and objects are serialized;
 * accepted are repeated names, empty brackets and indices for lists, and further brackets for objects.
 *
 * @param path  the names in the brackets, such as `["created", "gte"]`
 */
export function setDeep(
  target: Values,
  shape: Extract<Shape, { kind: "object" }>,
  path: readonly string[],
  { text, report }: { readonly text: string; readonly report: (detail: string) => void },
): void {
  const [key = "", ...rest] = path;
  const inner = shape.deep !== undefined && Object.hasOwn(shape.deep, key) ? shape.deep[key] : undefined;
  const known: unknown = Object.hasOwn(target, key) ? target[key] : undefined;
  if (inner?.kind === "object" && rest.length > 0) {
    const object = isValues(known) ? known : {};
    setOwn(target, key, object);
    setDeep(object, inner, rest, { text, report });
  } else if (inner?.kind === "array") {
    const list: unknown[] = Array.isArray(known) ? known : [];
    setOwn(target, key, list);
    addItem(list, inner, rest, { text, report });
  } else if (rest.length > 0) report("must be a parameter of this operation");
  else if (known !== undefined) report("must be given only once");
  else setOwn(target, key, parseScalar(text, typesOfProperty(shape, key)));
}

function addItem(
  list: unknown[],
  { types, items }: Extract<Shape, { kind: "array" }>,
  [index = "", ...path]: readonly string[],
  given: { readonly text: string; readonly report: (detail: string) => void },
): void {
  const place = index === "" ? list.length : Number(index);
  if (!/^\d*$/.test(index) || place > list.length)
    given.report("must number its items from 0, without a gap");
  else if (items?.kind === "object" && path.length > 0) {
    const item: unknown = list[place];
    const object = isValues(item) ? item : {};
    list[place] = object;
    setDeep(object, items, path, given);
  } else if (path.length > 0) given.report("must be a parameter of this operation");
  else if (place < list.length) given.report("must be given only once");
  else list.push(parseScalar(given.text, types));
}

function isValues(value: unknown): value is Values {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Parses header fields by lower-case name, as Node provides them. Undeclared fields are ignored. */
export function parseHeaders(
  parameters: readonly WireParameter[],
  raw: Readonly<Record<string, string | string[] | undefined>>,
  problems: ParameterProblem[],
): Values {
  const values: Values = {};
  for (const { name, shape, explode } of parameters) {
    const field = own(raw, name.toLowerCase());
    if (field === undefined) continue;
    const report = reporter("header", name, problems);
    const lines = typeof field === "string" ? [field] : field;
    if (lines.length > 1 && shape.kind === "scalar") report("must be given only once");
    // RFC 9110, section 5.3: lines of the same name are one list.
    const text = shape.kind === "scalar" ? (lines[0] ?? "") : lines.join(",");
    setOwn(
      values,
      name,
      parseParts(shape, text, { separator: ",", explode, decode: (part) => part, report }),
    );
  }
  return values;
}

/** Parses the `Cookie` field (RFC 6265, section 4.2). Undeclared cookies are ignored. */
export function parseCookies(
  parameters: readonly WireParameter[],
  raw: string | undefined,
  problems: ParameterProblem[],
): Values {
  const values: Values = {};
  if (parameters.length === 0) return values;
  const pairs = (raw ?? "").split(";").map((part) => splitPair(part.trim()));
  // As in a query, undeclared names belong to an exploded object with additional properties.
  const open = parameters.find(
    ({ shape, explode }) => explode && shape.kind === "object" && shape.others !== undefined,
  );
  for (const parameter of parameters) {
    const { name, shape, style, explode } = parameter;
    const given = pairs.filter(([key]) =>
      parameter === open && !parameters.some((other) => claims(other, key))
        ? key !== ""
        : claims(parameter, key),
    );
    const [first] = given;
    if (first === undefined) continue;
    const report = reporter("cookie", name, problems);
    // If exploded, either style has a cookie for each part: `ids=1; ids=2`, `role=admin; age=3`.
    const isSpread = explode && (shape.kind === "array" || shape.kind === "object");
    if (given.length > 1 && !isSpread) report("must be given only once");
    const texts = shape.kind === "object" ? given.map(([key, value]) => `${key}=${value}`) : given.map(last);
    setOwn(
      values,
      name,
      parseParts(shape, isSpread ? texts.join(";") : first[1], {
        separator: isSpread ? ";" : ",",
        explode: isSpread,
        // Only the style `form` percent-encodes (OpenAPI 3.2, section 4.12.6).
        decode: (part) => (style === "cookie" ? part : decode(part, report)),
        report,
      }),
    );
  }
  return values;
}

/** Whether a cookie is declared by its name. */
function claims({ name, shape, explode }: WireParameter, key: string): boolean {
  return shape.kind === "object" && explode ? Object.hasOwn(shape.properties, key) : key === name;
}

function last([, value]: Pair): string {
  return value;
}

/** Parses the segments that a path template names, still percent-encoded. */
export function parsePath(
  parameters: readonly WireParameter[],
  raw: Readonly<Record<string, string>>,
  problems: ParameterProblem[],
): Values {
  const values: Values = {};
  for (const { name, shape, style, explode } of parameters) {
    const segment = own(raw, name);
    if (segment === undefined) continue;
    const report = reporter("path", name, problems);
    const { text, separator } = unwrapSegment(name, segment, { style, explode, shape });
    setOwn(
      values,
      name,
      parseParts(shape, text, { separator, explode, decode: (part) => decode(part, report), report }),
    );
  }
  return values;
}

/**
 * Removes the prefix of the styles `label` (`.a.b`) and `matrix` (`;ids=a,b`) from a value (RFC 6570,
 * sections 3.2.5 and 3.2.7).
 */
function unwrapSegment(
  name: string,
  segment: string,
  { style, explode, shape }: Pick<WireParameter, "style" | "explode" | "shape">,
): { text: string; separator: string } {
  if (style === "label") return { text: segment.replace(/^\./, ""), separator: explode ? "." : "," };
  if (style !== "matrix") return { text: segment, separator: "," };
  const text = segment.replace(/^;/, "");
  if (!explode || shape.kind === "scalar") return { text: withoutName(name, text), separator: "," };
  if (shape.kind === "object") return { text, separator: ";" };
  const items = text.split(";").map((part) => withoutName(name, part));
  return { text: items.join(";"), separator: ";" };
}

/** Returns `blue` for `color=blue`; an empty value is the name alone (RFC 6570, section 3.2.7). */
function withoutName(name: string, text: string): string {
  if (text === name) return "";
  const prefix = `${name}=`;
  return text.startsWith(prefix) ? text.slice(prefix.length) : text;
}

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

/**
 * Parses the parameters of one operation. Values are parsed, not validated: a text that fits none of the
 * types of its schema remains a string, which the validator rejects.
 */
export interface ParameterReader {
  /** @param raw  the query string without its `?` */
  query(raw: string, problems: ParameterProblem[]): Values;
  /** @param raw  the segments by name, still percent-encoded */
  path(raw: Readonly<Record<string, string>>, problems: ParameterProblem[]): Values;
  /** @param raw  the fields by lower-case name, as Node provides them; undeclared ones are ignored */
  headers(raw: Readonly<Record<string, string | string[] | undefined>>, problems: ParameterProblem[]): Values;
  /** @param raw  the `Cookie` field */
  cookies(raw: string | undefined, problems: ParameterProblem[]): Values;
}

/** The parameters of an operation by location. */
export interface WireParameters {
  readonly path?: readonly WireParameter[];
  readonly query?: readonly WireParameter[];
  readonly header?: readonly WireParameter[];
  readonly cookie?: readonly WireParameter[];
}

export function readerOf({
  path = [],
  query = [],
  header = [],
  cookie = [],
}: WireParameters): ParameterReader {
  return {
    query: (raw, problems) => parseQuery(query, raw, problems),
    path: (raw, problems) => parsePath(path, raw, problems),
    headers: (raw, problems) => parseHeaders(header, raw, problems),
    cookies: (raw, problems) => parseCookies(cookie, raw, problems),
  };
}

/** The parameter readers of each operation. */
export const parameters: { readonly [Id in OperationId]: ParameterReader } = {
  /** spec: /paths/~1SenderPools/get */
  listSenderPools: readerOf({
    query: [
      {
        name: "startDate",
        style: "form",
        explode: true,
        allowReserved: false,
        shape: { kind: "scalar", types: ["string"] },
      },
      {
        name: "endDate",
        style: "form",
        explode: true,
        allowReserved: false,
        shape: { kind: "scalar", types: ["string"] },
      },
      {
        name: "operationId",
        style: "form",
        explode: true,
        allowReserved: false,
        shape: { kind: "scalar", types: ["string"] },
      },
      {
        name: "pageToken",
        style: "form",
        explode: true,
        allowReserved: false,
        shape: { kind: "scalar", types: ["string"] },
      },
      {
        name: "pageSize",
        style: "form",
        explode: true,
        allowReserved: false,
        shape: { kind: "scalar", types: ["integer"] },
      },
    ],
  }),
  /** spec: /paths/~1SenderPools/post */
  createSenderPool: readerOf({
    header: [
      {
        name: "Idempotency-Key",
        style: "simple",
        explode: false,
        allowReserved: false,
        shape: { kind: "scalar", types: ["string"] },
      },
    ],
  }),
  /** spec: /paths/~1SenderPools~1Operations/get */
  listSenderPoolOperations: readerOf({
    query: [
      {
        name: "startDate",
        style: "form",
        explode: true,
        allowReserved: false,
        shape: { kind: "scalar", types: ["string"] },
      },
      {
        name: "endDate",
        style: "form",
        explode: true,
        allowReserved: false,
        shape: { kind: "scalar", types: ["string"] },
      },
      {
        name: "status",
        style: "form",
        explode: true,
        allowReserved: false,
        shape: { kind: "scalar", types: ["string"] },
      },
      {
        name: "pageToken",
        style: "form",
        explode: true,
        allowReserved: false,
        shape: { kind: "scalar", types: ["string"] },
      },
      {
        name: "pageSize",
        style: "form",
        explode: true,
        allowReserved: false,
        shape: { kind: "scalar", types: ["integer"] },
      },
    ],
  }),
  /** spec: /paths/~1SenderPools~1Operations~1{operationId}/get */
  fetchSenderPoolOperation: readerOf({
    path: [
      {
        name: "operationId",
        style: "simple",
        explode: false,
        allowReserved: false,
        shape: { kind: "scalar", types: ["string"] },
      },
    ],
  }),
  /** spec: /paths/~1SenderPools~1{senderPoolId}/get */
  fetchSenderPool: readerOf({
    path: [
      {
        name: "senderPoolId",
        style: "simple",
        explode: false,
        allowReserved: false,
        shape: { kind: "scalar", types: ["string"] },
      },
    ],
  }),
  /** spec: /paths/~1SenderPools~1{senderPoolId}/patch */
  updateSenderPool: readerOf({
    path: [
      {
        name: "senderPoolId",
        style: "simple",
        explode: false,
        allowReserved: false,
        shape: { kind: "scalar", types: ["string"] },
      },
    ],
    header: [
      {
        name: "If-Match",
        style: "simple",
        explode: false,
        allowReserved: false,
        shape: { kind: "scalar", types: ["string"] },
      },
      {
        name: "Idempotency-Key",
        style: "simple",
        explode: false,
        allowReserved: false,
        shape: { kind: "scalar", types: ["string"] },
      },
    ],
  }),
  /** spec: /paths/~1SenderPools~1{senderPoolId}/delete */
  deleteSenderPool: readerOf({
    path: [
      {
        name: "senderPoolId",
        style: "simple",
        explode: false,
        allowReserved: false,
        shape: { kind: "scalar", types: ["string"] },
      },
    ],
    header: [
      {
        name: "If-Match",
        style: "simple",
        explode: false,
        allowReserved: false,
        shape: { kind: "scalar", types: ["string"] },
      },
      {
        name: "Idempotency-Key",
        style: "simple",
        explode: false,
        allowReserved: false,
        shape: { kind: "scalar", types: ["string"] },
      },
    ],
  }),
  /** spec: /paths/~1SenderPools~1{senderPoolId}~1Senders/get */
  listSenderPoolSenders: readerOf({
    path: [
      {
        name: "senderPoolId",
        style: "simple",
        explode: false,
        allowReserved: false,
        shape: { kind: "scalar", types: ["string"] },
      },
    ],
    query: [
      {
        name: "channel",
        style: "form",
        explode: true,
        allowReserved: false,
        shape: { kind: "scalar", types: ["string"] },
      },
      {
        name: "status",
        style: "form",
        explode: true,
        allowReserved: false,
        shape: { kind: "scalar", types: ["string"] },
      },
      {
        name: "startDate",
        style: "form",
        explode: true,
        allowReserved: false,
        shape: { kind: "scalar", types: ["string"] },
      },
      {
        name: "endDate",
        style: "form",
        explode: true,
        allowReserved: false,
        shape: { kind: "scalar", types: ["string"] },
      },
      {
        name: "pageToken",
        style: "form",
        explode: true,
        allowReserved: false,
        shape: { kind: "scalar", types: ["string"] },
      },
      {
        name: "pageSize",
        style: "form",
        explode: true,
        allowReserved: false,
        shape: { kind: "scalar", types: ["integer"] },
      },
    ],
  }),
  /** spec: /paths/~1SenderPools~1{senderPoolId}~1Senders/post */
  addSenderPoolSenders: readerOf({
    path: [
      {
        name: "senderPoolId",
        style: "simple",
        explode: false,
        allowReserved: false,
        shape: { kind: "scalar", types: ["string"] },
      },
    ],
    header: [
      {
        name: "Idempotency-Key",
        style: "simple",
        explode: false,
        allowReserved: false,
        shape: { kind: "scalar", types: ["string"] },
      },
    ],
  }),
  /** spec: /paths/~1SenderPools~1{senderPoolId}~1Senders~1{senderId}/delete */
  removeSenderPoolSender: readerOf({
    path: [
      {
        name: "senderPoolId",
        style: "simple",
        explode: false,
        allowReserved: false,
        shape: { kind: "scalar", types: ["string"] },
      },
      {
        name: "senderId",
        style: "simple",
        explode: false,
        allowReserved: false,
        shape: { kind: "scalar", types: ["string"] },
      },
    ],
    header: [
      {
        name: "Idempotency-Key",
        style: "simple",
        explode: false,
        allowReserved: false,
        shape: { kind: "scalar", types: ["string"] },
      },
    ],
  }),
  /** spec: /paths/~1Senders/get */
  listSenders: readerOf({
    query: [
      {
        name: "channel",
        style: "form",
        explode: true,
        allowReserved: false,
        shape: { kind: "scalar", types: ["string"] },
      },
      {
        name: "status",
        style: "form",
        explode: true,
        allowReserved: false,
        shape: { kind: "scalar", types: ["string"] },
      },
      {
        name: "startDate",
        style: "form",
        explode: true,
        allowReserved: false,
        shape: { kind: "scalar", types: ["string"] },
      },
      {
        name: "endDate",
        style: "form",
        explode: true,
        allowReserved: false,
        shape: { kind: "scalar", types: ["string"] },
      },
      {
        name: "pageToken",
        style: "form",
        explode: true,
        allowReserved: false,
        shape: { kind: "scalar", types: ["string"] },
      },
      {
        name: "pageSize",
        style: "form",
        explode: true,
        allowReserved: false,
        shape: { kind: "scalar", types: ["integer"] },
      },
    ],
  }),
  /** spec: /paths/~1Senders~1{senderId}/get */
  fetchSender: readerOf({
    path: [
      {
        name: "senderId",
        style: "simple",
        explode: false,
        allowReserved: false,
        shape: { kind: "scalar", types: ["string"] },
      },
    ],
  }),
};

/** The fields of form bodies, by operation and media type: they are serialized like query parameters. */
export const forms: {
  readonly [id: string]: { readonly [mediaType: string]: readonly FormField[] | FormParts } | undefined;
} = {
};
