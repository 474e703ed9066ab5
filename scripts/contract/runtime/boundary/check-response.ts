// Turns a handler's response into the response on the wire, validated against the document.
import type { ResponseValidators, Validator } from "../validator-types.ts";
import { declaredType, essenceOf, isJsonType, isStreamType } from "./media-type.ts";
import { fieldOf, type HeaderForm, headerForm } from "./response-headers.ts";
import { isStream, itemsOf, itemStream } from "./response-streams.ts";

/**
 * A response body that is JSON text already, valid against the declared schema: it is sent unchanged, neither
 * serialized nor validated again. The code that creates it is responsible for both; it is worth it for values
 * that are written once and read often.
 *
 * @example new JsonText(`[${pets.map(({ json }) => json).join()}]`)
 */
export class JsonText {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** A response as a handler returns it. */
export interface GivenResponse {
  readonly status: number;
  readonly headers?: Readonly<Record<string, unknown>> | undefined;
  readonly body?: unknown;
}

/** The responses that the document declares for an operation. */
export interface ResponseRules {
  readonly method: string;
  /** JSON pointer of the operation in the document. */
  readonly pointer: string;
  readonly responses: Readonly<Record<string, DeclaredResponse>>;
  readonly validators: Readonly<Record<string, ResponseValidators | undefined>>;
}

interface DeclaredResponse {
  readonly mediaTypes: readonly string[];
  readonly headers: readonly string[];
  readonly headerForms?: Readonly<Record<string, HeaderForm>>;
}

/** A response with its serialized body. */
export interface WireResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[]>>;
  /** The body as the handler returned it; for a JsonText, its text. */
  readonly body: unknown;
  /**
   * Whether the body is a value to serialize as JSON. Otherwise it is a string, bytes, a stream, or
   * undefined.
   */
  readonly isJson: boolean;
}

/**
 * Thrown for a handler's response that violates the document: an error of the server (500). The message names
 * the locations in the document.
 */
export class ResponseBreaksDocument extends Error {
  override readonly name = "ResponseBreaksDocument";
}

/**
 * Returns the response to send. With `check`, throws a ResponseBreaksDocument for a response that violates
 * the document.
 *
 * @param fields  header fields of the response in addition to the handler's own
 */
export function wireResponse(
  rules: ResponseRules,
  given: GivenResponse,
  check: boolean,
  fields: Readonly<Record<string, unknown>> = noFieldsGiven,
): WireResponse {
  const { status, body } = given;
  const key = declaredStatus(rules.responses, status);
  const declared = key === undefined ? undefined : rules.responses[key];
  const types = declared?.mediaTypes ?? [];
  const headers: Record<string, string | string[]> = {};
  let own: unknown;
  const all = given.headers ?? noFieldsGiven;
  for (const name in all) {
    const value = all[name];
    if (value === undefined) continue;
    if (name.length === 12 && name.toLowerCase() === "content-type") own = value;
    const form = headerForm(name, declared?.headerForms);
    headers[name] = typeof value === "string" && form !== "json" ? value : fieldOf(name, value, form);
  }
  const type = typeof own === "string" ? own : typeFor(body, types);
  if (check)
    checkResponse(
      rules,
      { status, headers: fields === noFieldsGiven ? all : merged(fields, all), body, type },
      key,
    );
  if (type !== undefined && own === undefined) headers["Content-Type"] = type;
  if (body === undefined) return { status, headers, body, isJson: false };
  if (body instanceof JsonText) return { status, headers, body: body.text, isJson: false };
  if (type !== undefined && isStreamType(type)) {
    const items = itemsOf(body);
    // Each item is validated separately.
    const stream = items && itemStream(essenceOf(type), items, itemCheck(rules, { key, type, check }));
    if (stream !== undefined) return { status, headers, body: stream, isJson: false };
  }
  const isRaw = isBytes(body);
  const isJson = type !== undefined && !isRaw && isJsonType(type);
  if (!isRaw && !isJson && typeof body !== "string")
    throw new ResponseBreaksDocument(`${rules.pointer}: an object cannot be written as ${type ?? "nothing"}`);
  return { status, headers, body, isJson };
}

const noFieldsGiven: Readonly<Record<string, unknown>> = {};

/**
 * Merges objects like `{ ...one, ...other }`, at a tenth of its cost (a thirtieth of a short exchange):
 * engines copy faster by name.
 */
function merged(...parts: readonly Readonly<Record<string, unknown>>[]): Record<string, unknown> {
  const all: Record<string, unknown> = {};
  for (const part of parts) for (const name in part) all[name] = part[name];
  return all;
}

/**
 * Returns the declared status for a status: the exact one, else its range, else `default` (OpenAPI 3.1,
 * section 4.8.16).
 */
export function declaredStatus(responses: ResponseRules["responses"], status: number): string | undefined {
  const exact = String(status);
  if (Object.hasOwn(responses, exact)) return exact;
  const range = `${Math.floor(status / 100)}xx`;
  const keys = Object.keys(responses);
  return keys.find((key) => key.toLowerCase() === range) ?? keys.find((key) => key === "default");
}

/** Returns the media type of a response for which the handler names none. */
function typeFor(body: unknown, declared: readonly string[]): string | undefined {
  if (body === undefined) return undefined;
  const [first] = declared;
  if (declared.length === 1 && first === "application/json" && !isBytes(body)) return first;
  const concrete = declared.filter((type) => !type.includes("*"));
  // An array can be a JSON value; any other iterable of items is for a stream.
  if (!isBytes(body) && !Array.isArray(body) && itemsOf(body) !== undefined) {
    const stream = concrete.find(isStreamType);
    if (stream !== undefined) return stream;
  }
  if (isBytes(body))
    return concrete.find((type) => !isJsonType(type)) ?? concrete[0] ?? "application/octet-stream";
  if (typeof body === "string") return concrete[0] ?? "text/plain; charset=utf-8";
  return concrete.find(isJsonType) ?? concrete[0] ?? "application/json";
}

function isBytes(body: unknown): boolean {
  return body instanceof Uint8Array || isStream(body);
}

function itemCheck(
  rules: ResponseRules,
  { key, type, check }: { key: string | undefined; type: string; check: boolean },
): (item: unknown) => void {
  if (!check || key === undefined) return () => undefined;
  const declared = declaredType(type, rules.responses[key]?.mediaTypes ?? []) ?? "";
  const validator = rules.validators[key]?.body?.[declared];
  return (item) => assertValid(validator, item, () => pointerOf(rules, key, declared));
}

function pointerOf({ pointer }: ResponseRules, key: string, mediaType: string): string {
  return `${pointer}/responses/${key}/content/${mediaType.replaceAll("/", "~1")}/schema`;
}

/**
 * Validates a response and throws a ResponseBreaksDocument if it is invalid. `type` is the media type of the
 * body; `key` is its declared status, if known.
 */
export function checkResponse(
  rules: ResponseRules,
  given: GivenResponse & { readonly type: string | undefined },
  key: string | undefined = declaredStatus(rules.responses, given.status),
): void {
  if (key === undefined) {
    // A document that declares no responses does not restrict them.
    if (Object.keys(rules.responses).length === 0) return;
    throw new ResponseBreaksDocument(`${rules.pointer}/responses has no ${given.status}`);
  }
  const { mediaTypes, headers } = rules.responses[key] ?? { mediaTypes: [], headers: [] };
  const validators = rules.validators[key];
  const at = (): string => `${rules.pointer}/responses/${key}`;
  if (validators?.headers !== undefined)
    assertValid(validators.headers, declaredFields(headers, given.headers ?? {}), () => `${at()}/headers`);
  if (rules.method === "HEAD") return;
  const { body, type } = given;
  if (body === undefined) {
    if (mediaTypes.length > 0) throw new ResponseBreaksDocument(`${at()}/content requires a body`);
    return;
  }
  const declared = declaredType(type ?? "", mediaTypes);
  if (declared === undefined)
    throw new ResponseBreaksDocument(`${at()}/content has no ${essenceOf(type ?? "")}`);
  const check = validators?.body?.[declared];
  const schema = (): string => pointerOf(rules, key, declared);
  if (body instanceof JsonText) return;
  // The text of a stream is serialized already; its items are validated as they are sent.
  if (isStreamType(type ?? "") && (typeof body === "string" || itemsOf(body) !== undefined)) return;
  if (!isBytes(body)) assertValid(check, body, schema);
  else if (body instanceof Uint8Array && isJsonType(type ?? ""))
    assertValid(check, jsonIn(body, schema), schema);
}

function jsonIn(bytes: Uint8Array, pointer: () => string): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (error) {
    throw new ResponseBreaksDocument(`${pointer()}: the bytes are not JSON`, { cause: error });
  }
}

/**
 * Returns the header fields under the names that the document declares: field names are case-insensitive on
 * the wire.
 */
function declaredFields(declared: readonly string[], given: Readonly<Record<string, unknown>>): object {
  const found: Record<string, unknown> = {};
  for (const name of declared) {
    const value = Object.hasOwn(given, name) ? given[name] : fieldNamed(name, given);
    if (value !== undefined) found[name] = value;
  }
  return found;
}

function fieldNamed(name: string, given: Readonly<Record<string, unknown>>): unknown {
  const wanted = name.toLowerCase();
  return Object.entries(given).find(([other]) => other.toLowerCase() === wanted)?.[1];
}

/** Throws a ResponseBreaksDocument that lists all errors of the value. */
export function assertValid(check: Validator | undefined, value: unknown, pointer: () => string): void {
  if (check === undefined || check(value)) return;
  const places = (check.errors ?? []).map(
    ({ instancePath, message = "" }) => `${instancePath || "/"} ${message}`,
  );
  throw new ResponseBreaksDocument(`${pointer()} is broken: ${places.join("; ")}`);
}
