// Parameters serialized and parsed exactly as OpenAPI defines (Style Values): a second implementation without
// the diff's code.
import type { Json, JsonObject } from "../../../scripts/contract/document/document.ts";
import { isObject } from "./reference-keywords.ts";
import { isValid } from "./reference-validator.ts";

/** A parameter in one of the locations and styles that OpenAPI allows. */
export interface StyledParameter {
  readonly name: string;
  readonly in: "path" | "query" | "header" | "cookie";
  readonly style: string;
  readonly explode: boolean;
  readonly required: boolean;
  /** Whether the value is serialized as JSON, as declared by `content`. */
  readonly isJson: boolean;
  readonly schema: JsonObject;
}

/** The parts of a request that carry parameters, serialized. */
export interface WireRequest {
  readonly segment: string;
  readonly query: string;
  readonly header: string | undefined;
  readonly cookie: string;
}

type Pairs = readonly (readonly [string, string])[];

const leaf = (value: Json): string => (typeof value === "string" ? value : JSON.stringify(value));

/** Returns a request that carries `value`, or no value for undefined. */
export function write(parameter: StyledParameter, value: Json | undefined): WireRequest {
  const empty = { segment: "", query: "", header: undefined, cookie: "" };
  if (value === undefined) return empty;
  const { name, isJson } = parameter;
  if (parameter.in === "header")
    return { ...empty, header: isJson ? JSON.stringify(value) : plainText(parameter, value, String) };
  if (parameter.in === "path") {
    const segment = isJson
      ? encodeURIComponent(JSON.stringify(value))
      : plainText(parameter, value, encodeURIComponent);
    return { ...empty, segment };
  }
  const pairs: Pairs = isJson
    ? [[name, encodeURIComponent(JSON.stringify(value))]]
    : pairsOf(parameter, value);
  const texts = pairs.map((pair) => pair.join("="));
  return parameter.in === "query"
    ? { ...empty, query: texts.join("&") }
    : { ...empty, cookie: texts.join("; ") };
}

/** Serializes the styles `simple`, `label` and `matrix`. */
function plainText(
  { name, style, explode }: StyledParameter,
  value: Json,
  encode: (text: string) => string,
): string {
  const first = { simple: "", label: ".", matrix: ";" }[style] ?? "";
  const between = !explode || style === "simple" ? "," : first;
  const named = (text: string): string => (style === "matrix" ? `${name}=${text}` : text);
  const text = (one: Json): string => encode(leaf(one));
  if (Array.isArray(value)) {
    const items = (value as Json[]).map(text);
    return style === "matrix" && explode
      ? items.map((item) => `;${name}=${item}`).join("")
      : first + named(items.join(between));
  }
  if (!isObject(value)) return first + named(text(value));
  const members = Object.entries(value).map(([key, one = null]) => [encode(key), text(one)]);
  return explode
    ? first + members.map((member) => member.join("=")).join(between)
    : first + named(members.flat().join(","));
}

/** Serializes the styles `form`, `spaceDelimited`, `pipeDelimited` and `deepObject`. */
function pairsOf({ name, style, explode }: StyledParameter, value: Json): Pairs {
  const between = { spaceDelimited: "%20", pipeDelimited: "%7C" }[style] ?? ",";
  const text = (one: Json): string => encodeURIComponent(leaf(one));
  if (Array.isArray(value)) {
    const items = (value as Json[]).map(text);
    return explode ? items.map((item) => [name, item] as const) : [[name, items.join(between)]];
  }
  if (!isObject(value)) return [[name, text(value)]];
  const members = Object.entries(value).map(
    ([key, one = null]) => [encodeURIComponent(key), text(one)] as const,
  );
  if (style === "deepObject") return members.map(([key, one]) => [`${name}[${key}]`, one]);
  return explode ? members : [[name, members.flat().join(between)]];
}

/**
 * Whether a server that declares `parameter` accepts the request: whether some valid value is serialized to
 * it.
 *
 * @param strictly whether an exploded object takes every name in the query as its property, or only those
 *   that it declares
 */
export function reads(parameter: StyledParameter, request: WireRequest, strictly: boolean): boolean {
  const meant = meanings(parameter, request, strictly);
  return meant === undefined ? !parameter.required : meant.length > 0;
}

/** The values that a request may mean, all valid; undefined if it has none. */
export function meanings(
  parameter: StyledParameter,
  request: WireRequest,
  strictly: boolean,
): readonly Json[] | undefined {
  return valuesOf(parameter, request, strictly)?.filter((value) => isValid({}, parameter.schema, value));
}

/**
 * The possible values of the received text; empty if the parameter was not sent, and no value if it has
 * another form.
 */
function valuesOf(
  parameter: StyledParameter,
  request: WireRequest,
  strictly: boolean,
): readonly Json[] | undefined {
  const { name, style, explode, isJson, schema } = parameter;
  const takesObjects = schema["type"] === "object";
  if (parameter.in === "path" || parameter.in === "header") {
    const raw = parameter.in === "path" ? request.segment : request.header;
    if (raw === undefined) return undefined;
    const decode = parameter.in === "path" ? decodeURIComponent : (text: string) => text.trim();
    if (isJson) return parsed(decode(raw));
    const first = { simple: "", label: ".", matrix: ";" }[style] ?? "";
    if (!raw.startsWith(first)) return [];
    const between = !explode || style === "simple" ? "," : first;
    const rest = raw.slice(first.length);
    if (takesObjects && explode) {
      const members = rest.split(between);
      return members.every((member) => member.includes("=")) ? objects(pairsIn(members), decode) : [];
    }
    if (style !== "matrix")
      return takesObjects
        ? alternating(rest.split(","), decode)
        : flat(rest, rest.split(between), decode, strictly);
    const own = pairsIn(rest.split(";")).filter(([key]) => key === name);
    const [value] = own;
    if (value === undefined) return [];
    if (takesObjects) return alternating(value[1].split(","), decode);
    const items = explode ? own.map(([, text]) => text) : value[1].split(",");
    return own.length > 1 ? lists(items.map(decode)) : flat(value[1], items, decode, strictly);
  }
  const pairs = pairsIn(
    (parameter.in === "query" ? request.query.split("&") : request.cookie.split("; ")).filter(
      (text) => text !== "",
    ),
  );
  if (takesObjects && !isJson && style === "deepObject") {
    const inner = pairs.flatMap(([key, text]): [string, string][] => {
      const [, member] = new RegExp(`^${name}\\[(.*)\\]$`).exec(decodeURIComponent(key)) ?? [];
      return member === undefined ? [] : [[encodeURIComponent(member), text]];
    });
    return inner.length === 0 ? undefined : objects(inner, decodeURIComponent);
  }
  if (takesObjects && !isJson && explode) {
    const isOpen = strictly || isObject(schema["additionalProperties"]);
    const { properties, required } = schema;
    const listed = [
      ...Object.keys(isObject(properties) ? properties : {}),
      ...((required as readonly string[] | undefined) ?? []),
    ];
    const own = pairs.filter(([key]) => isOpen || listed.includes(decodeURIComponent(key)));
    return own.length === 0 ? undefined : objects(own, decodeURIComponent);
  }
  const own = pairs.filter(([key]) => decodeURIComponent(key) === name).map(([, text]) => text);
  const [text] = own;
  if (text === undefined) return undefined;
  if (isJson) return own.length > 1 ? [] : parsed(decodeURIComponent(text));
  const between = { spaceDelimited: "%20", pipeDelimited: "%7C" }[style] ?? ",";
  if (takesObjects) return own.length > 1 ? [] : alternating(text.split(between), decodeURIComponent);
  if (explode && own.length > 1) return lists(own.map(decodeURIComponent));
  if (own.length > 1) return [];
  return flat(text, explode ? own : text.split(between), decodeURIComponent, strictly);
}

function pairsIn(texts: readonly string[]): Pairs {
  return texts.map((text) => {
    const at = text.indexOf("=");
    return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + 1)];
  });
}

function parsed(text: string): Json[] {
  try {
    return [JSON.parse(text) as Json];
  } catch {
    return [];
  }
}

/**
 * The possible values of a text: a text that spells a number or a boolean may mean that, or the string
 * itself.
 */
function readings(text: string): Json[] {
  const isNumber = /^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?$/.test(text);
  return [
    text,
    ...(isNumber ? [Number(text)] : []),
    ...(text === "true" || text === "false" ? [text === "true"] : []),
  ];
}

const lists = (items: readonly string[]): Json[] =>
  items.reduce<Json[][]>(
    (made, item) => made.flatMap((list) => readings(item).map((one) => [...list, one])),
    [[]],
  );

const flat = (
  whole: string,
  items: readonly string[],
  decode: (text: string) => string,
  strictly: boolean,
): Json[] => [
  ...readings(decode(whole)),
  // As a list, an empty text is ambiguous: one empty item, or none.
  ...(whole === "" && !strictly ? [[]] : lists(items.map(decode))),
];

function objects(pairs: Pairs, decode: (text: string) => string): Json[] {
  const members = new Map<string, string[]>();
  for (const [key, text] of pairs)
    members.set(decode(key), [...(members.get(decode(key)) ?? []), decode(text)]);
  return [...members].reduce<JsonObject[]>(
    (made, [key, texts]) => {
      const values = texts.length === 1 ? readings(texts[0]!) : lists(texts);
      return made.flatMap((one) => values.map((value) => ({ ...one, [key]: value })));
    },
    [{}],
  );
}

function alternating(items: readonly string[], decode: (text: string) => string): Json[] {
  if (items.length % 2 === 1) return [];
  const pairs = items.flatMap((key, at): [string, string][] =>
    at % 2 === 0 ? [[key, items[at + 1] ?? ""]] : [],
  );
  return objects(pairs, decode);
}
