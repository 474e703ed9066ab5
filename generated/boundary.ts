// Generated from openapi.yaml by `contract generate`. Do not edit: change the document and generate again.
import { type JsonLimits, readJson } from "./json.ts";
import {
  decode,
  type FormField,
  type FormPart,
  type FormParts,
  own,
  type ParameterProblem,
  type ParameterReader,
  parseQuery,
  setOwn,
  type Values,
} from "./parameters.ts";
import { bodyProblems, parameterProblems } from "./validation-problems.ts";
import type { RequestValidators, ResponseValidators, Validator } from "./validators.js";

/** Returns the media type without parameters, in lower case. */
export function essenceOf(mediaType: string): string {
  return mediaType
    .replace(/\s*;[^]*/, "")
    .trim()
    .toLowerCase();
}

/** Whether a media type is JSON, by name or by suffix (https://mimesniff.spec.whatwg.org/#json-mime-type). */
export function isJsonType(mediaType: string): boolean {
  return mediaType === "application/json" || /^(application|text)\/json$|\+json$/.test(essenceOf(mediaType));
}

/** Returns the declared media type that matches: the same type, else a range that contains it. */
export function declaredType(mediaType: string, declared: readonly string[]): string | undefined {
  if (mediaType === declared[0]) return mediaType;
  const type = essenceOf(mediaType);
  const same = declared.find((one) => essenceOf(one) === type);
  return (
    same ??
    declared.find((one) => {
      const range = essenceOf(one);
      return range === "*/*" || (range.endsWith("/*") && type.startsWith(range.slice(0, -1)));
    })
  );
}

/** Returns a concrete type for a range such as `image/*`; JSON for ranges that include it. */
export function concreteType(mediaType: string): string {
  if (!mediaType.includes("*")) return mediaType;
  const [start = "*"] = mediaType.split("/");
  if (start === "*" || start === "application") return "application/json";
  return start === "text" ? "text/plain" : `${start}/octet-stream`;
}

/** Whether bodies of this media type consist of parts that have no names. */
export function isPartsType(mediaType: string): boolean {
  return /^multipart\/(?!form-data$)/.test(essenceOf(mediaType));
}

/** Whether bodies of this media type are streams: their data is an iterable of items, possibly endless. */
export function isStreamType(mediaType: string): boolean {
  return /^(text\/event-stream|application\/(x-ndjson|ndjson|jsonl|x-jsonlines|jsonlines|json-seq|.+\+json-seq))$/.test(
    essenceOf(mediaType),
  );
}

/** Whether the stream's items are server-sent events, which wrap the values of the schema. */
export function isEventStream(mediaType: string): boolean {
  return essenceOf(mediaType) === "text/event-stream";
}

/** How a header value is serialized unless as `a,1,b,2`: as JSON (`content`), or as `a=1,b=2` (`explode`). */
export type HeaderForm = "json" | "exploded";

/** Returns the form of a header by its name in the document; field names are case-insensitive. */
export function headerForm(
  name: string,
  forms: Readonly<Record<string, HeaderForm>> | undefined,
): HeaderForm | undefined {
  if (forms === undefined) return undefined;
  const wanted = name.toLowerCase();
  return Object.entries(forms).find(([other]) => other.toLowerCase() === wanted)?.[1];
}

/**
 * Returns the value of a field, serialized in the style `simple` (OpenAPI 3.1, section 4.8.21) or in its own
 * form. Each cookie is a separate field (RFC 6265, section 3).
 */
export function fieldOf(name: string, value: unknown, form: HeaderForm | undefined): string | string[] {
  if (form === "json") return asciiJson(value);
  if (Array.isArray(value)) {
    const texts = value.map(valueText);
    return name.toLowerCase() === "set-cookie" ? texts : texts.join(",");
  }
  if (typeof value !== "object" || value === null || value instanceof Date) return valueText(value);
  const between = form === "exploded" ? "=" : ",";
  return Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .map(([member, text]) => `${member}${between}${valueText(text)}`)
    .join(",");
}

function valueText(value: unknown): string {
  return value instanceof Date ? value.toISOString() : String(value);
}

/** Returns JSON without characters that a field value cannot contain (RFC 9110, section 5.5). */
function asciiJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[^ -~]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/**
 * The record separator. Neither an escape nor `fromCharCode`: compilers may replace these by the character
 * itself.
 */
export const recordSeparator = new TextDecoder().decode(Uint8Array.of(0x1e));

/** The items of a streamed response. */
export type Items = Iterable<unknown> | AsyncIterable<unknown>;

/**
 * Returns the items of a list, a generator, a stream or any other iterable; undefined for strings, bytes and
 * values that are not iterable.
 */
export function itemsOf(body: unknown): Items | undefined {
  if (typeof body !== "object" || body === null || body instanceof Uint8Array) return undefined;
  return Symbol.asyncIterator in body || Symbol.iterator in body ? (body as Items) : undefined;
}

const itemsInARow = 64;

/** Whether a value is a stream of Node or of the platform, of bytes or of anything else. */
export function isStream(body: unknown): boolean {
  return (
    typeof body === "object" &&
    body !== null &&
    (body instanceof ReadableStream || typeof Reflect.get(body, "pipe") === "function")
  );
}

/**
 * Returns a stream of the items as UTF-8 text, produced as it is read; an error of the items or of `check`
 * ends it. Strings and bytes from a stream count as serialized already.
 *
 * @param check  called with each value: an item, or the data of an event
 */
export function itemStream(
  type: string,
  items: Items,
  check: (value: unknown) => void,
): ReadableStream<Uint8Array> {
  const source = sourceOf(items);
  const print = isEventStream(type) ? eventText : type.includes("-seq") ? sequenceText : lineText;
  const encoder = new TextEncoder();
  const isWritten = isStream(items);
  const bytesOf = (item: unknown): Uint8Array => {
    if (isWritten && item instanceof Uint8Array) return item;
    return encoder.encode(isWritten && typeof item === "string" ? item : print(item, check));
  };
  let inARow = 0;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        // Items that are available at once would otherwise starve timers and sockets.
        if ((inARow += 1) % itemsInARow === 0) await new Promise((resolve) => setTimeout(resolve));
        const { done, value } = await source.next();
        if (done === true) {
          controller.close();
          return;
        }
        try {
          controller.enqueue(bytesOf(value));
        } catch (error) {
          await source.end(error);
          throw error;
        }
      },
      async cancel() {
        await source.end();
      },
    },
    { highWaterMark: 0 },
  );
}

/** A source of items, and the function that cancels it. */
interface Source {
  readonly next: () => Promise<IteratorResult<unknown, unknown>> | IteratorResult<unknown, unknown>;
  readonly end: (error?: unknown) => unknown;
}

/**
 * Returns the source. Streams are cancelled at once, even if no item is available; cancelled through their
 * iterators, they would end only with the next item.
 */
function sourceOf(items: Items): Source {
  if (items instanceof ReadableStream) {
    const reader = items.getReader() as ReadableStreamDefaultReader<unknown>;
    return { next: () => reader.read(), end: (error) => reader.cancel(error) };
  }
  const iterator: AsyncIterator<unknown, unknown> | Iterator<unknown, unknown> =
    Symbol.asyncIterator in items ? items[Symbol.asyncIterator]() : items[Symbol.iterator]();
  const next = (): ReturnType<Source["next"]> => iterator.next();
  const { destroy } = items as { readonly destroy?: () => unknown };
  if (isStream(items) && destroy !== undefined) return { next, end: () => destroy.call(items) };
  return { next, end: () => iterator.return?.() };
}

type Check = (value: unknown) => void;

function lineText(item: unknown, check: Check): string {
  check(item);
  return `${itemJson(item)}\n`;
}

/** Serializes an item of a JSON text sequence, with a record separator before it (RFC 7464, section 2.2). */
function sequenceText(item: unknown, check: Check): string {
  return `${recordSeparator}${lineText(item, check)}`;
}

/** A server-sent event: its data is a string, or a value that is serialized as JSON. */
export interface StreamEvent<Data = unknown> {
  readonly data: Data;
  /** The event type. Default: `message`. */
  readonly event?: string | undefined;
  readonly id?: string | undefined;
  /** Milliseconds that clients wait before they reconnect. */
  readonly retry?: number | undefined;
}

/**
 * Serializes an event
 * (https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream).
 */
function eventText(item: unknown, check: Check): string {
  if (typeof item !== "object" || item === null || !("data" in item))
    throw new TypeError("an event must be an object with the member data");
  const { data, event, id, retry } = item as StreamEvent;
  check(data);
  const lines = (typeof data === "string" ? data : itemJson(data)).split(/\r\n?|\n/);
  const fields = Object.entries({ event, id, retry }).flatMap(([name, value]) => {
    if (value === undefined) return [];
    if (/[\r\n\0]/.test(String(value))) throw new TypeError(`the ${name} of an event must be one line`);
    return [`${name}: ${value}\n`];
  });
  return `${fields.join("")}${lines.map((line) => `data: ${line}\n`).join("")}\n`;
}

function itemJson(value: unknown): string {
  const text = JSON.stringify(value) as string | undefined;
  if (text === undefined) throw new TypeError("an item of a stream must be a JSON value");
  return text;
}

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

/** Header fields by lower-case name; a list if the platform keeps the lines of a repeated field separate. */
export type HeaderFields = Readonly<Record<string, string | string[] | undefined>>;

/** Request target and header fields. */
export interface MessageHead {
  /** Path and query as sent. */
  readonly target: string;
  /** Header fields; lines of a repeated field may be joined. */
  readonly headers: HeaderFields;
  /** An object that identifies the connection; undefined if it is not known. */
  readonly connection?: object | undefined;
  /**
   * Returns the lines of each field separately, as far as the platform keeps them; costly in Node, so it is
   * called only where it matters.
   */
  lines(): HeaderFields;
  /** Returns the client certificate of the connection, for `mutualTLS`. */
  certificate(): object;
}

/** Returns the query without its question mark; empty if there is none. */
export function queryOf(target: string): string {
  const start = target.indexOf("?");
  if (start < 0) return "";
  const end = target.indexOf("#", start);
  return target.slice(start + 1, end < 0 ? undefined : end);
}

/** Returns a header field as one string. */
export function fieldText(headers: HeaderFields, name: string): string | undefined {
  const field = headers[name];
  return typeof field === "object" ? field.join(", ") : field;
}

/** A security scheme, reduced to what is visible in requests. */
export type SecurityScheme =
  | { readonly kind: "basic" | "bearer" | "mutualTLS" | "other" }
  | { readonly kind: "http"; readonly scheme: string }
  | { readonly kind: "apiKey"; readonly in: "header" | "query" | "cookie"; readonly name: string };

/**
 * Parses a Security Scheme Object (OpenAPI 3.1, section 4.8.27); schemes that are not visible in requests are
 * `other`.
 */
export function securityScheme(node: Readonly<Record<string, unknown>>): SecurityScheme {
  const { type, scheme, in: place, name } = node;
  if (type === "mutualTLS") return { kind: "mutualTLS" };
  if (type === "oauth2" || type === "openIdConnect") return { kind: "bearer" };
  if (type === "apiKey" && typeof name === "string") {
    if (place === "header" || place === "query" || place === "cookie")
      return { kind: "apiKey", in: place, name };
  }
  if (type !== "http" || typeof scheme !== "string") return { kind: "other" };
  const known = scheme.toLowerCase();
  return known === "basic" || known === "bearer" ? { kind: known } : { kind: "http", scheme };
}

/** Returns the credentials for a scheme; undefined if there are none, or if they are malformed. */
export function credentialsIn(scheme: SecurityScheme, head: MessageHead): object | undefined {
  switch (scheme.kind) {
    case "apiKey":
      return keyIn(scheme, head);
    case "basic":
      return userIn(schemeText("basic", head));
    case "bearer": {
      const token = schemeText("bearer", head);
      return token === undefined ? undefined : { token };
    }
    case "http": {
      const credentials = schemeText(scheme.scheme, head);
      return credentials === undefined ? undefined : { credentials };
    }
    case "mutualTLS":
      return head.certificate();
    case "other":
      return {};
  }
}

/** Returns where in a request the credentials of a scheme are. */
export function locationOfScheme(scheme: SecurityScheme): { readonly in: string; readonly name: string } {
  if (scheme.kind === "apiKey") return { in: scheme.in, name: scheme.name };
  if (scheme.kind === "mutualTLS") return { in: "connection", name: "client certificate" };
  return { in: "header", name: "Authorization" };
}

/**
 * Returns the text after the name of an authentication scheme, which is case-insensitive (RFC 9110, section
 * 11.4).
 */
function schemeText(scheme: string, { headers }: MessageHead): string | undefined {
  const [, name = "", text = ""] = /^([^\s]+) +(.+)$/.exec(fieldText(headers, "authorization") ?? "") ?? [];
  return name.toLowerCase() === scheme.toLowerCase() ? text.trim() : undefined;
}

/** Parses `user:password` (RFC 7617); the password may contain further colons. */
function userIn(text: string | undefined): object | undefined {
  if (text === undefined || !/^[A-Za-z0-9+/]+=*$/.test(text)) return undefined;
  const plain = decodedBase64(text);
  const colon = plain.indexOf(":");
  return colon < 0 ? undefined : { username: plain.slice(0, colon), password: plain.slice(colon + 1) };
}

/** Decodes Base64. Returns an empty string for invalid or non-canonical Base64 (RFC 4648, section 3.5). */
function decodedBase64(text: string): string {
  try {
    if (btoa(atob(text)) !== text) return "";
    return new TextDecoder().decode(Uint8Array.from(atob(text), (unit) => unit.charCodeAt(0)));
  } catch {
    return "";
  }
}

/** Returns an API key. A key that is sent twice counts as missing, because it is ambiguous. */
function keyIn(
  { in: place, name }: Extract<SecurityScheme, { kind: "apiKey" }>,
  head: MessageHead,
): object | undefined {
  const keys =
    place === "header"
      ? [own(head.lines(), name.toLowerCase()) ?? []].flat()
      : pairsIn(place, head).flatMap(([key, value]) => (key === name ? value : []));
  const [key] = keys;
  return keys.length !== 1 || key === undefined || key === "" ? undefined : { key };
}

function pairsIn(place: "query" | "cookie", { target, headers }: MessageHead): [string, string][] {
  const pieces =
    place === "query" ? queryOf(target).split("&") : (fieldText(headers, "cookie") ?? "").split(/; */);
  return pieces.map((piece) => {
    const [, name = piece, value = ""] = /^([^=]*)=(.*)$/.exec(piece) ?? [];
    return [plainText(name), plainText(value)];
  });
}

function plainText(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A problem of a request, with its location. */
export interface RequestProblem {
  readonly in: string;
  /** Name of the parameter, header field or cookie. */
  readonly name?: string;
  /** JSON pointer into the body (RFC 6901). */
  readonly pointer?: string;
  readonly detail: string;
}

/** Header fields by name; numbers are integers. */
export type ErrorHeaders = Readonly<Record<string, string | number | string[]>>;

/**
 * Ends an exchange with an error response. It carries the whole response for error handlers: `statusCode`,
 * `headers`, and in `errors` every problem of the request; for a request that does not validate, `validation`
 * has the form of Fastify's own validation errors.
 */
export class HttpError extends Error {
  override readonly name: string = "HttpError";
  readonly statusCode: number;
  readonly errors: readonly RequestProblem[];
  readonly headers: ErrorHeaders;

  constructor(
    statusCode: number,
    detail: string,
    more: { errors?: readonly RequestProblem[]; headers?: ErrorHeaders; cause?: unknown } = {},
  ) {
    super(detail, more.cause === undefined ? undefined : { cause: more.cause });
    this.statusCode = statusCode;
    this.errors = more.errors ?? [];
    this.headers = more.headers ?? {};
  }
}

export const problemType = "application/problem+json";

/** Returns the 400 that lists all problems of a request. */
export function invalidRequest(problems: readonly RequestProblem[]): HttpError {
  const count = problems.length === 1 ? "1 problem" : `${problems.length} problems`;
  return new HttpError(400, `The request has ${count}.`, { errors: problems });
}

/**
 * Converts any thrown value to an HttpError. Errors with a 4xx `statusCode`, such as Fastify's own, keep
 * their message. Those with a 5xx keep their status but not their message, which may contain internal
 * details; all others become a 500.
 */
export function httpErrorOf(error: unknown): HttpError {
  if (error instanceof HttpError) return error;
  const status = statusOf(error);
  const message: unknown = Reflect.get(Object(error), "message");
  if (status !== undefined && status < 500)
    return new HttpError(status, typeof message === "string" ? message : "", { cause: error });
  return new HttpError(
    status ?? 500,
    status === undefined || status === 500
      ? "An unexpected error occurred. Quote the request ID when you report it."
      : "The request cannot be served now.",
    { cause: error },
  );
}

/** Returns the HTTP error status in `statusCode` of an error; undefined if there is none. */
export function statusOf(error: unknown): number | undefined {
  const status: unknown = Reflect.get(Object(error), "statusCode");
  const isError = typeof status === "number" && Number.isInteger(status) && status >= 400 && status < 600;
  return isError ? status : undefined;
}

/**
 * Returns the problem document of an error.
 *
 * `title`: the reason phrase of the status
 * `requestId`: the ID of the exchange in the logs
 */
export function problemDocument(
  { statusCode, message, errors }: HttpError,
  title: string,
  requestId?: string,
): object {
  return {
    type: "about:blank",
    title,
    status: statusCode,
    detail: message,
    instance: requestId === undefined ? undefined : `urn:request:${encodeURIComponent(requestId)}`,
    errors: errors.length === 0 ? undefined : errors,
  };
}

/** Returns the problem document of an error as JSON text. */
export function problemText(error: HttpError, title: string, requestId?: string): string {
  return JSON.stringify(problemDocument(error, title, requestId));
}

/** Returns the 413 for a request body that exceeds the limit. */
export function contentTooLarge(maxBytes: number): HttpError {
  return new HttpError(413, `The body exceeds ${maxBytes} bytes.`);
}

/** The body that an operation declares. */
export interface BodyRules {
  readonly required: boolean;
  readonly mediaTypes: readonly string[];
}

/** Whether the header fields of a request announce content. */
export function hasBody(headers: HeaderFields): boolean {
  const length = headers["content-length"];
  return headers["transfer-encoding"] !== undefined || (length !== undefined && length !== "0");
}

/**
 * Returns the declared media type of the request body; undefined if there is no body, or if the operation
 * takes none. Throws the 415, and the 413 for a too large Content-Length, before the body is read.
 *
 * @param maxBytes  maximum size of a body
 */
export function expectedType(
  headers: HeaderFields,
  rules: BodyRules | undefined,
  maxBytes: number = Number.POSITIVE_INFINITY,
): string | undefined {
  if (rules === undefined || !hasBody(headers)) return undefined;
  const sent = fieldText(headers, "content-type") ?? "";
  const declared = declaredType(sent, rules.mediaTypes);
  const coding = codingField(headers);
  if (declared !== undefined && coding === undefined && !hasForeignCharset(sent)) {
    if (Number(headers["content-length"] ?? 0) > maxBytes) throw contentTooLarge(maxBytes);
    return declared;
  }
  const name = (declared === undefined ? undefined : coding) ?? "Content-Type";
  throw new HttpError(
    415,
    `Send the body as ${rules.mediaTypes.join(" or ")}, texts in UTF-8, without a coding.`,
    {
      errors: [
        { in: "header", name, detail: "must be of a declared media type, texts in UTF-8, without a coding" },
      ],
    },
  );
}

/**
 * Returns the field that announces an unsupported coding: a content coding, or a transfer coding other than
 * `chunked`. Platforms decode `chunked`, but pass on other transfer codings undecoded (RFC 9112, section
 * 6.1).
 */
function codingField(headers: HeaderFields): string | undefined {
  const content = fieldText(headers, "content-encoding");
  if (content !== undefined && content.toLowerCase() !== "identity") return "Content-Encoding";
  const transfer = fieldText(headers, "transfer-encoding");
  return transfer === undefined || transfer.toLowerCase() === "chunked" ? undefined : "Transfer-Encoding";
}

/** Whether a text has another charset than UTF-8, the only one that is decoded. */
function hasForeignCharset(sent: string): boolean {
  if (!sent.includes(";")) return false;
  const type = essenceOf(sent);
  if (!isJsonType(type) && !type.startsWith("text/") && type !== "application/x-www-form-urlencoded")
    return false;
  const charset = /;\s*charset\s*=\s*"?([^"\s;]*)/i.exec(sent)?.[1]?.toLowerCase();
  return charset !== undefined && !["utf-8", "utf8", "us-ascii"].includes(charset);
}

/** A file sent in a form. */
export interface FormFile extends File {
  /**
   * The file name as sent. Do not trust it: it may be `../../etc/passwd` or `C:\\x`, or contain control
   * characters. Never build a path from it; `basename` is its last segment.
   */
  readonly name: string;
  /**
   * The last segment of the name, without control characters, slashes and backslashes; empty if nothing is
   * left, as for `..`. Two files may have the same basename, and some names may be special to the file
   * system: choose your own names for files that you store.
   */
  readonly basename: string;
}

/** Returns the same file with its `basename` added. */
export function formFile(file: File): FormFile {
  return Object.defineProperty(file, "basename", {
    value: basenameOf(file.name),
    enumerable: true,
  }) as FormFile;
}

function basenameOf(name: string): string {
  const segments = name.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, "").split(/[\\/]/);
  const last = segments.findLast((segment) => segment !== "") ?? "";
  return /^\.{1,2}$/.test(last.trim()) ? "" : last;
}

/** A value or a promise of one. */
export type MaybePromise<Value> = Value | PromiseLike<Value>;

/** Whether the value is a promise. */
export function isPromise<Value>(given: MaybePromise<Value>): given is PromiseLike<Value> {
  return typeof given === "object" && given !== null && "then" in given && typeof given.then === "function";
}

/** Calls `next` with the value: at once, or when the promise is fulfilled. */
export function andThen<Value, Result>(
  given: MaybePromise<Value>,
  next: (value: Value) => MaybePromise<Result>,
): MaybePromise<Result> {
  return isPromise(given) ? given.then(next) : next(given);
}

/** Returns the result of a step, or of `failed` if the step throws or rejects. */
export function attempt<Result>(
  step: () => MaybePromise<Result>,
  failed: (error: unknown) => MaybePromise<Result>,
): MaybePromise<Result> {
  try {
    const given = step();
    return isPromise(given) ? given.then(undefined, failed) : given;
  } catch (error) {
    return failed(error);
  }
}

/**
 * Compares templates, the more specific one first, segment by segment from the left: a literal, then a
 * segment with literal text and parameters (more text first), then a parameter alone (OpenAPI 3.1, section
 * 4.8.8.2: concrete before templated). Returns 0 if neither is more specific.
 *
 * @example compareTemplates("/jobs/{id}:cancel", "/jobs/{id}") < 0
 */
export function compareTemplates(one: string, other: string): number {
  const others = other.split("/").map(rankOf);
  for (const [at, rank] of one.split("/").map(rankOf).entries()) {
    const otherRank = others[at] ?? 0;
    if (rank !== otherRank) return rank > otherRank ? -1 : 1;
  }
  return 0;
}

/** Returns the specificity of a segment; higher is more specific. */
function rankOf(segment: string): number {
  const text = segment.replace(/\{[^{}]*\}/g, "");
  return text === segment ? Number.POSITIVE_INFINITY : text.length;
}

/**
 * A segment of a template: a literal, or a pattern for a segment with parameters (`whole`: the segment is a
 * single parameter).
 */
export type Segment =
  string | { readonly pattern: RegExp; readonly names: readonly string[]; readonly whole: boolean };

/** A parsed path template, such as `/pets/{id}`. */
export interface PathTemplate {
  /** The template as written in the document. */
  readonly text: string;
  readonly segments: readonly Segment[];
  /** A key that is equal for templates that differ only in parameter names. */
  readonly shape: string;
}

/** `ignoreCase`: whether literal text matches in any case, for routers that are set to ignore it. */
export function templateOf(path: string, ignoreCase = false): PathTemplate {
  const segments = path.split("/").map((segment) => segmentOf(segment, ignoreCase));
  return { text: path, segments, shape: path.replace(/\{[^{}]*\}/g, "{}") };
}

function segmentOf(text: string, ignoreCase: boolean): Segment {
  const pieces = text.split(/\{([^{}]*)\}/);
  if (pieces.length === 1 && (!ignoreCase || text === "")) return text;
  const names = pieces.filter((_, at) => at % 2 === 1);
  const literals = pieces.filter((_, at) => at % 2 === 0);
  const source = literals.map(patternOf).join("(.+)");
  const whole = names.length === 1 && literals.every((literal) => literal === "");
  return { pattern: new RegExp(`^${source}$`, ignoreCase ? "i" : ""), names, whole };
}

/**
 * Returns the pattern of literal text next to parameters. Characters that no path can contain (RFC 3986,
 * section 3.3) are sent percent-encoded; all others match literally, because in the value of a parameter
 * `%3A` is a colon of its own.
 */
function patternOf(literal: string): string {
  return Array.from(literal, (character) => {
    const plain = character.replace(/[.*+?^${}()|[\]\\]/, "\\$&");
    if (/[\w\-.~!$&'()*+,;=:@%]/.test(character)) return plain;
    const bytes = Array.from(
      new TextEncoder().encode(character),
      (byte) => `%${byte.toString(16).padStart(2, "0")}`,
    );
    const encoded = bytes.join("").replace(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`);
    return `(?:${plain}|${encoded})`;
  }).join("");
}

/**
 * Returns the path parameters by name, as sent; undefined if the path does not match.
 *
 * @param path  the segments of a path without its query, still percent-encoded
 */
export function matchPath(
  { segments }: PathTemplate,
  path: readonly string[],
): Record<string, string> | undefined {
  if (path.length !== segments.length) return undefined;
  const values: Record<string, string> = {};
  for (let at = 0; at < segments.length; at++) {
    const segment = segments[at]!;
    const text = path[at]!;
    if (typeof segment === "string") {
      if (segment !== text && segment !== decodedSegment(text)) return undefined;
    } else if (segment.whole) {
      if (text === "") return undefined;
      setOwn(values, segment.names[0]!, text);
    } else {
      const found = segment.pattern.exec(text);
      if (found === null) return undefined;
      for (const [index, name] of segment.names.entries()) setOwn(values, name, found[index + 1] ?? "");
    }
  }
  return values;
}

/** Decodes a literal segment, which may be sent percent-encoded (RFC 3986, section 2.3). */
export function decodedSegment(text: string): string {
  if (!text.includes("%")) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * Whether some path may match both templates. May return a false positive: for two segments with parameters,
 * it does not compare their literal text.
 */
export function mayMeet(one: PathTemplate, other: PathTemplate): boolean {
  return (
    one.segments.length === other.segments.length &&
    one.segments.every((segment, at) => {
      const beside = other.segments[at];
      if (beside === undefined) return false;
      if (typeof segment !== "string") return typeof beside !== "string" || segment.pattern.test(beside);
      return typeof beside === "string" ? segment === beside : beside.pattern.test(segment);
    })
  );
}

/** A method and path template with their target. */
export interface TableRoute<Target> {
  readonly method: string;
  /** `/pets/{id}` */
  readonly path: string;
  readonly target: Target;
}

/** The result of a lookup. */
export type Found<Target> =
  | {
      readonly target: Target;
      /** The path parameters by name, still percent-encoded. */
      readonly rawPath: Record<string, string>;
      readonly allowed?: undefined;
    }
  /** The path exists, but only with these methods; HEAD is included if GET is. */
  | { readonly target: undefined; readonly allowed: readonly string[] };

interface Entry<Target> extends TableRoute<Target> {
  readonly template: PathTemplate;
  /** Precedence: smaller is more specific. */
  order: number;
}

/** A node of the trie of path segments: of a thousand routes, only a few are compared with a path. */
class Branch<Target> {
  readonly entries: Entry<Target>[] = [];
  readonly #literals = new Map<string, Branch<Target>>();
  /** Segments with parameters, by their pattern. */
  readonly #others = new Map<string, { readonly pattern: RegExp; readonly branch: Branch<Target> }>();

  /** Returns the child node for a segment; creates it if necessary. */
  at(segment: Segment): Branch<Target> {
    const known =
      typeof segment === "string"
        ? this.#literals.get(segment)
        : this.#others.get(segment.pattern.source)?.branch;
    if (known !== undefined) return known;
    const branch = new Branch<Target>();
    if (typeof segment === "string") this.#literals.set(segment, branch);
    else this.#others.set(segment.pattern.source, { pattern: segment.pattern, branch });
    return branch;
  }

  /** Collects the routes that match a path. */
  collect(path: readonly string[], at: number, found: Entry<Target>[]): void {
    const text = path[at];
    if (text === undefined) {
      for (const entry of this.entries) found.push(entry);
      return;
    }
    this.#literals.get(text)?.collect(path, at + 1, found);
    const decoded = decodedSegment(text);
    if (decoded !== text) this.#literals.get(decoded)?.collect(path, at + 1, found);
    for (const { pattern, branch } of this.#others.values())
      if (pattern.test(text)) branch.collect(path, at + 1, found);
  }
}

/**
 * Finds operations: of the templates that match a path and have the method, the most specific one (OpenAPI
 * 3.1, section 4.8.8.2).
 */
export class PathTable<Target> {
  readonly #root = new Branch<Target>();

  /** @param ignoreCase  whether literal text matches in any case */
  constructor(routes: readonly TableRoute<Target>[], ignoreCase = false) {
    const entries = routes.map((route): Entry<Target> => ({
      ...route,
      template: templateOf(route.path, ignoreCase),
      order: 0,
    }));
    entries.sort((one, other) => compareTemplates(one.path, other.path));
    for (const [order, entry] of entries.entries()) {
      entry.order = order;
      entry.template.segments.reduce((branch, segment) => branch.at(segment), this.#root).entries.push(entry);
    }
  }

  /**
   * Returns the target of a request; undefined if the path does not exist.
   *
   * @param path  the path as sent, percent-encoded, without the query; or its segments
   */
  find(method: string, path: string | readonly string[]): Found<Target> | undefined {
    const segments = typeof path === "string" ? path.split("/") : path;
    const entries: Entry<Target>[] = [];
    this.#root.collect(segments, 0, entries);
    if (entries.length > 1) entries.sort((one, other) => one.order - other.order);
    const methods = new Set<string>();
    let get: Found<Target> | undefined;
    let concrete: string | undefined;
    for (const entry of entries) {
      const found = (): Found<Target> => ({
        target: entry.target,
        rawPath: matchPath(entry.template, segments) ?? {},
      });
      if (entry.method === method) return found();
      // HEAD is served like GET, without the content (RFC 9110, section 9.3.2), unless it is declared itself.
      if (entry.method === "GET" && method === "HEAD") get ??= found();
      // A concrete path has only its own methods: a template that matches as well describes other resources.
      if (methods.size === 0 && !entry.path.includes("{")) concrete = entry.path;
      if (concrete !== undefined && entry.path !== concrete) continue;
      methods.add(entry.method);
      if (entry.method === "GET") methods.add("HEAD");
    }
    if (get !== undefined) return get;
    return methods.size === 0 ? undefined : { target: undefined, allowed: [...methods] };
  }
}

export function noSuchPath(): HttpError {
  return new HttpError(404, "The requested resource does not exist.");
}

/** Returns the 404 for a path that does not exist, or the 405 for a path that exists with other methods. */
export function unroutedError(found: Found<unknown> | undefined): HttpError {
  if (found?.allowed === undefined) return noSuchPath();
  const allowed = found.allowed.join(", ");
  return new HttpError(405, `This resource supports ${allowed}.`, { headers: { Allow: allowed } });
}

/** The fields of form bodies by media type; for bodies of parts without names, the parts. */
export type Forms = Readonly<Record<string, readonly FormField[] | FormParts>>;

/** A form in two representations: as handlers receive it, and for the validators, where files are strings. */
export interface ReadForm {
  readonly body: Record<string, unknown>;
  readonly plain: Record<string, unknown>;
}

/** The limits, and the list that collects problems. */
export interface Reporting {
  readonly problems: RequestProblem[];
  readonly limits: JsonLimits;
}

/**
 * Reads a form; problems of its fields are added to the list. Throws a SyntaxError for bytes that are not a
 * form of the media type.
 */
export async function readForm(
  declared: readonly FormField[],
  raw: Uint8Array,
  type: string,
  { problems, limits }: Reporting,
): Promise<ReadForm> {
  const fields = new FieldsByName(declared);
  const texts: string[] = [];
  const others: [string, string | File][] = [];
  const parsed = new Map<string, unknown>();
  for (const { name, value, written } of await partsOf(raw, type)) {
    const field = fields.of(name);
    if (field === undefined) {
      others.push([name, value]);
    } else if (field.shape.kind === "json") {
      const json = jsonOf(await partText(value, name, problems), name, { problems, limits });
      const list = parsed.get(name);
      if (list === undefined) parsed.set(name, field.shape.list === true ? [json] : json);
      else if (field.shape.list === true && Array.isArray(list)) list.push(json);
      else problems.push({ in: "body", pointer: pointerTo(name), detail: "must be given only once" });
    } else if (field.files === "all" || (field.files === "some" && value instanceof File)) {
      others.push([name, fileOf(value, name, problems)]);
    } else {
      const text = await partText(value, name, problems);
      texts.push(written ?? `${encodeURIComponent(name)}=${encodeURIComponent(text)}`);
    }
  }
  const found: ParameterProblem[] = [];
  const values: Values = parseQuery(fields.all, texts.join("&"), found);
  for (const { name, detail } of found) problems.push({ in: "body", pointer: pointerTo(name), detail });
  const body: Record<string, unknown> = { ...values };
  const plain: Record<string, unknown> = { ...values };
  for (const [name, json] of parsed) {
    setOwn(body, name, json);
    setOwn(plain, name, json);
  }
  const mixed = new Map<string, { readonly body: unknown[]; readonly plain: unknown[] }>();
  for (const [name, given] of others) {
    const isList = fields.of(name)?.shape.kind === "array";
    const value = given instanceof File ? formFile(given) : given;
    const content =
      typeof value === "string" ? value : textOfBytes(new Uint8Array(await value.arrayBuffer()));
    if (!isList) {
      setOwn(body, name, value);
      setOwn(plain, name, content);
      continue;
    }
    const list = mixed.get(name) ?? {
      body: [...asList(own(body, name))],
      plain: [...asList(own(plain, name))],
    };
    mixed.set(name, list);
    list.body.push(value);
    list.plain.push(content);
  }
  for (const [name, list] of mixed) {
    setOwn(body, name, list.body);
    setOwn(plain, name, list.plain);
  }
  return { body, plain };
}

/** The declared fields, and undeclared ones as they are looked up. */
class FieldsByName {
  readonly all: FormField[];
  readonly #declared: readonly FormField[];
  readonly #other: FormField | undefined;
  /** Fields by the names that were received: a form may have very many, declared or not. */
  readonly #known = new Map<string, FormField | undefined>();

  constructor(declared: readonly FormField[]) {
    this.#declared = declared.filter((field) => field.isOther !== true);
    this.all = [...this.#declared];
    this.#other = declared.find((field) => field.isOther === true);
  }

  of(name: string): FormField | undefined {
    if (this.#known.has(name)) return this.#known.get(name);
    let found = this.#declared.find((field) => isOf(field, name));
    if (found === undefined && this.#other !== undefined) this.all.push((found = { ...this.#other, name }));
    this.#known.set(name, found);
    return found;
  }
}

/**
 * Returns a part as a file, even if it has no file name; bytes that are not text cannot be recovered from
 * such a part.
 */
function fileOf(value: string | File, name: string, problems: RequestProblem[]): File {
  if (typeof value !== "string") return value;
  if (value.includes("\ufffd"))
    problems.push({ in: "body", pointer: pointerTo(name), detail: "must have a filename, as files do" });
  return new File([value], "");
}

const partDecoder = new TextDecoder("utf-8", { fatal: true });

/**
 * Returns the text of a part, even if it has a file name, as parts with a media type of their own often have.
 */
async function partText(value: string | File, name: string, problems: RequestProblem[]): Promise<string> {
  if (typeof value === "string") return value;
  try {
    return partDecoder.decode(await value.arrayBuffer());
  } catch {
    problems.push({ in: "body", pointer: pointerTo(name), detail: "must be UTF-8" });
    return "";
  }
}

interface Part {
  readonly name: string;
  readonly value: string | File;
  /**
   * The undecoded text, if it carries more than the value: a comma between the items of a list differs from a
   * comma inside an item.
   */
  readonly written?: string;
}

async function partsOf(bytes: Uint8Array, type: string): Promise<Part[]> {
  if (essenceOf(type) === "application/x-www-form-urlencoded") return formPairs(bytes);
  const response = new Response(new Uint8Array(bytes), { headers: { "Content-Type": type } });
  try {
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- the body is here already, and was bounded when it came
    const form = await response.formData();
    return [...form].map(([name, value]) => ({ name, value }));
  } catch (error) {
    throw new SyntaxError(`must be ${essenceOf(type)}`, { cause: error });
  }
}

/** Parses `application/x-www-form-urlencoded` (https://url.spec.whatwg.org/#urlencoded-parsing). */
function formPairs(bytes: Uint8Array): Part[] {
  const pieces = new TextDecoder().decode(bytes).split("&");
  return pieces.flatMap((written) =>
    [...new URLSearchParams(written)].map(([name, value]) => ({ name, value, written })),
  );
}

/** Returns a string with one character per byte, so that its length is the size of the file. */
export function textOfBytes(bytes: Uint8Array): string {
  const size = 8192;
  let text = "";
  for (let at = 0; at < bytes.length; at += size)
    // eslint-disable-next-line no-restricted-syntax -- a bounded part, which is the fastest way
    text += String.fromCharCode(...bytes.subarray(at, at + size));
  return text;
}

/** Parses the value of one part as strictly as a JSON body; returns the text if it is not JSON. */
export function jsonOf(text: string, name: string, { problems, limits }: Reporting): unknown {
  const reading = readJson(text, limits);
  for (const { pointer, detail } of reading.problems)
    problems.push({ in: "body", pointer: `${pointerTo(name)}${pointer}`, detail });
  return reading.wellFormed ? reading.value : text;
}

/** Whether a received name belongs to a field: objects may be spread over several names. */
function isOf({ name, style, explode, shape }: FormField, given: string): boolean {
  if (style === "deepObject") return given.startsWith(`${name}[`);
  if (shape.kind === "object" && explode) return Object.hasOwn(shape.properties, given);
  return name === given;
}

function asList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

export function pointerTo(name: string): string {
  return `/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`;
}

/**
 * A list of parts in two representations: as handlers receive it, and for the validators, where files are
 * strings.
 */
export interface ReadParts {
  readonly body: unknown[];
  readonly plain: unknown[];
}

/**
 * Reads the parts of a body; their problems are added to the list. Rejects with a SyntaxError for bytes that
 * are not of the media type.
 */
export async function readParts(
  { first, rest }: FormParts,
  raw: Uint8Array,
  type: string,
  reporting: Reporting,
): Promise<ReadParts> {
  const read: ReadParts = { body: [], plain: [] };
  for (const [index, { head, content }] of splitParts(raw, type).entries()) {
    const declared = first[index] ?? rest;
    const bytes = raw.subarray(content.start, content.end);
    const item = itemOf(declared, { bytes, type: head.get("content-type"), head, index }, reporting);
    read.body.push(item);
    read.plain.push(item instanceof File ? textOfBytes(new Uint8Array(await item.arrayBuffer())) : item);
  }
  return read;
}

/** One part as it was received. */
interface SentPart {
  readonly bytes: Uint8Array;
  /** Its media type. */
  readonly type: string | undefined;
  /** Header fields by lower-case names. */
  readonly head: ReadonlyMap<string, string>;
  readonly index: number;
}

/** The media type of the part decides, where the document leaves a choice. */
function itemOf(declared: FormPart, part: SentPart, { problems, limits }: Reporting): unknown {
  const { bytes, type, head, index } = part;
  const isText = type === undefined || essenceOf(type).startsWith("text/");
  const isJson = type === undefined ? declared.isJson === true : isJsonType(type);
  if (declared.files === "all" || (declared.files === "some" && !isText && !isJson)) {
    const name = /;\s*filename="?([^";]*)/i.exec(head.get("content-disposition") ?? "")?.[1] ?? "";
    return formFile(new File([new Uint8Array(bytes)], name, { type: type ?? "" }));
  }
  let text: string;
  try {
    text = itemDecoder.decode(bytes);
  } catch {
    problems.push({ in: "body", pointer: `/${index}`, detail: "must be UTF-8" });
    return "";
  }
  if (isJson) return jsonOf(text, String(index), { problems, limits });
  const shape = { kind: "scalar", types: declared.types } as const;
  const item = { name: "item", style: "form", explode: true, allowReserved: false, shape } as const;
  const found: ParameterProblem[] = [];
  const value = parseQuery([item], `item=${encodeURIComponent(text)}`, found)["item"];
  for (const { detail } of found) problems.push({ in: "body", pointer: `/${index}`, detail });
  return value ?? text;
}

const itemDecoder = new TextDecoder("utf-8", { fatal: true });

interface SplitPart {
  readonly head: ReadonlyMap<string, string>;
  /** The content, from its first byte to the one after its last. */
  readonly content: { readonly start: number; readonly end: number };
}

/** Splits a body at its delimiters; what precedes the first and follows the last is ignored. */
function splitParts(raw: Uint8Array, type: string): SplitPart[] {
  const [, quoted, token] = /;\s*boundary=(?:"((?:[^"\\]|\\.)*)"|([^\s;"]+))/i.exec(type) ?? [];
  const boundary = quoted?.replaceAll(/\\(.)/g, "$1") ?? token;
  const malformed = new SyntaxError(`must be ${essenceOf(type)}`);
  if (boundary === undefined || boundary === "") throw malformed;
  // One character per byte: positions in the text are positions in the body.
  const text = `\r\n${textOfBytes(raw)}`;
  const delimiter = `\r\n--${boundary}`;
  const parts: SplitPart[] = [];
  let from = -1;
  for (let at = text.indexOf(delimiter); at !== -1; at = text.indexOf(delimiter, at + 2)) {
    const end = at + delimiter.length;
    const closing = /^(--)?[ \t]*(?:\r\n|$)/.exec(text.slice(end, end + 128));
    // Another text that begins with the boundary is content.
    if (closing === null) continue;
    if (from !== -1) parts.push(partBetween(text, from, at));
    if (closing[1] !== undefined) return parts;
    // The line break that ends the delimiter is the first of an empty head, too.
    from = end + closing[0].length - 2;
  }
  throw malformed;
}

/** @param from  position of the line break before the head */
function partBetween(text: string, from: number, to: number): SplitPart {
  const blank = text.indexOf("\r\n\r\n", from);
  const isOpen = blank === -1 || blank + 4 > to + 2;
  const head = new Map<string, string>();
  const lines = text.slice(from + 2, isOpen ? to : blank).replace(/\r\n[ \t]+/g, " ");
  for (const line of lines.split("\r\n")) {
    const colon = line.indexOf(":");
    if (colon > 0) head.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  const start = isOpen ? to : Math.min(blank + 4, to);
  // The text begins two characters before the body.
  return { head, content: { start: start - 2, end: to - 2 } };
}

/** The body of a request, as far as it was read. */
export interface ReadBody {
  readonly body?: unknown;
  /** The value to validate; undefined if there is no validator. */
  readonly plain?: unknown;
  /** Whether there is a value to validate: false for bytes, and for a text that cannot be parsed. */
  readonly isRead: boolean;
}

/** The result for bytes, and for a body that is not of the media type it declares. */
const unread: ReadBody = { isRead: false };

/** A request body, received completely. */
export interface SentBody {
  readonly bytes: Uint8Array;
  /** The `Content-Type` field of the request. */
  readonly type: string;
  /** The media type as written in the document. */
  readonly declared: string;
  /**
   * Decodes the bytes as UTF-8, undefined if they are invalid: for platforms that are faster than
   * `TextDecoder`.
   */
  readonly decode?: ((bytes: Uint8Array) => string | undefined) | undefined;
}

/** Reads a body and adds its problems to `problems`. Returns a promise only for forms. */
export function readBody(
  { bytes, type, declared, decode: read = textOf }: SentBody,
  { forms, limits }: { readonly forms: Forms; readonly limits: JsonLimits },
  problems: RequestProblem[],
): ReadBody | Promise<ReadBody> {
  const fields = own(forms, declared);
  if (isJsonType(type)) return readJsonBody(read(bytes), limits, problems);
  if (fields !== undefined) {
    const reporting = { problems, limits };
    const reading =
      "first" in fields
        ? readParts(fields, bytes, type, reporting)
        : readForm(fields, bytes, type, reporting);
    return reading.then(
      (form): ReadBody => ({ ...form, isRead: true }),
      (error: unknown): ReadBody => {
        // A SyntaxError reports a malformed body; any other error is the server's own.
        if (error instanceof SyntaxError) return reported(error.message, problems);
        throw error;
      },
    );
  }
  if (!essenceOf(type).startsWith("text/")) return { body: bytes, isRead: false };
  const text = read(bytes);
  return text === undefined ? reported(notUtf8, problems) : { body: text, plain: text, isRead: true };
}

/** @param text  undefined for bytes that are not valid UTF-8 */
export function readJsonBody(
  text: string | undefined,
  limits: JsonLimits,
  problems: RequestProblem[],
): ReadBody {
  if (text === undefined) return reported(notUtf8, problems);
  const reading = readJson(text, limits);
  for (const problem of reading.problems) problems.push({ in: "body", ...problem });
  return reading.wellFormed ? { body: reading.value, plain: reading.value, isRead: true } : unread;
}

/** Adds the errors that the validator finds. */
export function checkBody(
  check: Validator | undefined,
  { plain, isRead }: Pick<ReadBody, "plain" | "isRead">,
  problems: RequestProblem[],
): void {
  if (isRead && check !== undefined && !check(plain))
    for (const problem of bodyProblems(check.errors ?? [])) problems.push(problem);
}

/** The problem of a missing required body. */
export const missingBody: RequestProblem = { in: "body", pointer: "", detail: "must be sent" };

const notUtf8 = "must be UTF-8";
const decoder = new TextDecoder("utf-8", { fatal: true });

function textOf(bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}

function reported(detail: string, problems: RequestProblem[]): ReadBody {
  problems.push({ in: "body", pointer: "", detail });
  return unread;
}

/** How the parameters of an operation are read. */
export interface ParameterRules {
  readonly reader: ParameterReader;
  /** The header fields that are parameters, in lower case. */
  readonly headerNames: readonly string[];
  /** Names of API keys in the query, which are credentials and not parameters. */
  readonly keys: readonly string[];
}

/** Parameter values by name, parsed but not validated. */
export interface ReadParameters {
  readonly path: Values;
  readonly query: Values;
  readonly headers: Values;
  readonly cookies: Values;
}

/** Returns the header fields among the parameters of an operation. */
export function headerNamesOf(
  parameters: readonly { readonly name: string; readonly in: string }[],
): string[] {
  return parameters.filter((parameter) => parameter.in === "header").map(({ name }) => name.toLowerCase());
}

/**
 * Reads all parameters.
 *
 * `path`: the path parameters by name, still percent-encoded
 * `problems`: the list to which parsing problems are added
 */
export function readParameters(
  { reader, headerNames, keys }: ParameterRules,
  head: MessageHead,
  path: Readonly<Record<string, string>>,
  problems: ParameterProblem[],
): ReadParameters {
  const { headers, target } = head;
  const query = queryOf(target);
  return {
    path: reader.path(path, problems),
    query: reader.query(keys.length === 0 ? query : withoutKeys(query, keys), problems),
    // Joined lines would hide that a field is repeated; the separate lines are costly, so they are read only
    // if a header parameter is present.
    headers: reader.headers(
      headerNames.some((name) => headers[name] !== undefined) ? head.lines() : noFields,
      problems,
    ),
    cookies: reader.cookies(fieldText(headers, "cookie"), problems),
  };
}

const noFields: HeaderFields = {};

function withoutKeys(query: string, keys: readonly string[]): string {
  const isKey = (piece: string): boolean => keys.includes(decode(piece.replace(/=.*/, ""), () => undefined));
  return query
    .split("&")
    .filter((piece) => !isKey(piece))
    .join("&");
}

/** Adds the errors that the validators find. */
export function checkParameters(
  { path, query, headers, cookies }: RequestValidators,
  values: ReadParameters,
  problems: RequestProblem[],
): void {
  checkPart("path", path, values.path, problems);
  checkPart("query", query, values.query, problems);
  checkPart("header", headers, values.headers, problems);
  checkPart("cookie", cookies, values.cookies, problems);
}

/** For a parameter that could not be parsed, no validation errors are added. */
export function checkPart(
  place: ParameterProblem["in"],
  check: Validator | undefined,
  value: unknown,
  problems: RequestProblem[],
): void {
  if (check === undefined || check(value)) return;
  const reported = new Set(problems.map((problem) => `${problem.in} ${problem.name ?? ""}`));
  for (const problem of parameterProblems(place, check.errors ?? []))
    if (!reported.has(`${place} ${problem.name}`)) problems.push(problem);
}

/**
 * Security requirements: alternatives, each with the schemes that must all be satisfied, and the scopes that
 * each must grant.
 */
export type Security = readonly Readonly<Record<string, readonly string[]>>[];

/** How callers are authenticated. `Request` is the type that the adapter's functions receive. */
export interface Guard<Request = never> {
  readonly realm: string;
  readonly schemes: Readonly<Record<string, SecurityScheme>>;
  readonly authenticate: Readonly<Record<string, (credentials: never, exchange: never) => unknown>>;
  readonly challenges: Readonly<Record<string, ((request: Request) => string) | undefined>>;
  /** The callers authenticated per connection; undefined if every request is authenticated anew. */
  readonly remembered?: RememberedCallers | undefined;
}

/** By connection: the caller that was authenticated last, with the `Authorization` field it used. */
export type RememberedCallers = WeakMap<
  object,
  { readonly key: string; readonly field: string; readonly callers: Callers }
>;

/** A request to authorize. */
export interface Asking<Request> {
  readonly head: MessageHead;
  readonly request: Request;
  readonly operationId: string;
}

/** The results of `authenticate`, by scheme. */
export type Callers = Readonly<Record<string, unknown>>;

/**
 * Authorizes callers of an operation. The first satisfied alternative counts; `{}`, which requires nothing,
 * is tried last, so that callers with valid credentials are known.
 */
export class Admission<Request> {
  readonly #security: Security;
  readonly #guard: Guard<Request>;
  readonly #alternatives: readonly Alternative[];
  /**
   * A key that is equal for operations with equal requirements; undefined if callers cannot be remembered.
   */
  readonly #key: string | undefined;

  constructor(security: Security, guard: Guard<Request>) {
    this.#security = security;
    this.#guard = guard;
    this.#alternatives = security
      .map((given): Alternative => ({ names: Object.keys(given), scopes: Object.entries(given) }))
      .sort((one, other) => Number(one.names.length === 0) - Number(other.names.length === 0));
    const isInField = namesIn(security).every((name) =>
      /^(?:basic|bearer|http)$/.test(own(guard.schemes, name)?.kind ?? ""),
    );
    this.#key = guard.remembered !== undefined && isInField ? JSON.stringify(security) : undefined;
  }

  /**
   * Returns the callers: a value, unless a function has to be awaited. Throws, or rejects with, a 401, or a
   * 403 if only scopes are missing.
   */
  callers(asking: Asking<Request>): MaybePromise<Callers> {
    if (this.#security.length === 0) return {};
    const { remembered } = this.#guard;
    const { connection, headers } = asking.head;
    const field = headers["authorization"];
    if (this.#key === undefined || connection === undefined || typeof field !== "string")
      return this.#look(asking);
    const known = remembered?.get(connection);
    if (known?.key === this.#key && equalInConstantTime(known.field, field)) return known.callers;
    const keep = (callers: Callers): Callers => {
      remembered?.set(connection, { key: this.#key ?? "", field, callers });
      return callers;
    };
    const looked = this.#look(asking);
    return isPromise(looked) ? looked.then(keep) : keep(looked);
  }

  #look(asking: Asking<Request>): MaybePromise<Callers> {
    return this.#lookFrom(0, { asking, known: new Map(), lacking: [] });
  }

  /** Tries the alternatives from `start` on. */
  #lookFrom(start: number, looking: Looking<Request>): MaybePromise<Callers> {
    const { known, asking, lacking } = looking;
    for (let at = start; at < this.#alternatives.length; at++) {
      const { names, scopes } = this.#alternatives[at] ?? nothingAsked;
      for (const name of names) {
        if (!known.has(name)) {
          const caller = callerOf(name, this.#guard, asking);
          if (isPromise(caller))
            return caller.then((given) => {
              known.set(name, given);
              return this.#lookFrom(at, looking);
            });
          known.set(name, caller);
        }
        if (known.get(name) === undefined) break;
      }
      if (!names.every((name) => known.get(name) !== undefined)) continue;
      const missing = scopes.flatMap(([name, wanted]) => without(wanted, known.get(name)));
      if (missing.length === 0) return Object.fromEntries(names.map((name) => [name, known.get(name)]));
      for (const scope of missing) lacking.push(scope);
    }
    throw lacking.length > 0
      ? forbidden(lacking, this.#security, this.#guard)
      : unauthorized(this.#security, this.#guard, asking);
  }
}

interface Alternative {
  readonly names: readonly string[];
  readonly scopes: readonly (readonly [scheme: string, scopes: readonly string[]])[];
}

const nothingAsked: Alternative = { names: [], scopes: [] };

/** The progress of authorizing one request. */
interface Looking<Request> {
  readonly asking: Asking<Request>;
  /** Callers by scheme; undefined for rejected credentials. */
  readonly known: Map<string, unknown>;
  readonly lacking: string[];
}

/** Compares header fields, which have one byte per character, in constant time. */
function equalInConstantTime(left: string, right: string): boolean {
  if (left.length !== right.length) return false;
  let difference = 0;
  for (let at = 0; at < left.length; at++) difference |= left.charCodeAt(at) ^ right.charCodeAt(at);
  return difference === 0;
}

/** Returns the names of API keys that requests carry in their query. */
export function queryKeys(security: Security, { schemes }: Pick<Guard, "schemes">): string[] {
  return namesIn(security).flatMap((name) => {
    const scheme = own(schemes, name);
    return scheme?.kind === "apiKey" && scheme.in === "query" ? scheme.name : [];
  });
}

function callerOf<Request>(
  name: string,
  { schemes, authenticate }: Guard<Request>,
  { head, request, operationId }: Asking<Request>,
): unknown {
  const scheme = own(schemes, name) ?? { kind: "other" };
  const credentials = credentialsIn(scheme, head);
  if (credentials === undefined) return undefined;
  // The generated types of the functions have exactly this form.
  const look = own(authenticate, name) as ((given: object, exchange: object) => unknown) | undefined;
  try {
    const caller = look?.(credentials, { request, operationId }) ?? undefined;
    return isPromise(caller) ? caller.then((given) => given ?? undefined, rejectedCaller) : caller;
  } catch (error) {
    if (statusOf(error) !== 401) throw error;
    return undefined;
  }
}

/** Treats a 401 thrown by `authenticate` like `undefined`: another alternative may still be satisfied. */
function rejectedCaller(error: unknown): undefined {
  if (statusOf(error) === 401) return undefined;
  throw error;
}

/** Returns the scopes that a caller was not granted. */
function without(scopes: readonly string[], caller: unknown): string[] {
  const granted: unknown = typeof caller === "object" && caller !== null ? Reflect.get(caller, "scopes") : [];
  return scopes.filter((scope) => !Array.isArray(granted) || !granted.includes(scope));
}

/** Returns the 403 for missing scopes (RFC 6750, section 3.1). */
function forbidden(
  lacking: readonly string[],
  security: Security,
  { realm, schemes }: Pick<Guard, "realm" | "schemes">,
): HttpError {
  const scopes = [...new Set(lacking)].join(" ");
  const isBearer = namesIn(security).some((name) => own(schemes, name)?.kind === "bearer");
  const challenge = `Bearer realm=${quoted(realm)}, error="insufficient_scope", scope=${quoted(scopes)}`;
  return new HttpError(403, `The credentials lack the scope ${scopes}.`, {
    headers: isBearer ? { "WWW-Authenticate": challenge } : {},
  });
}

function unauthorized<Request>(
  security: Security,
  guard: Guard<Request>,
  { head, request }: Pick<Asking<Request>, "head" | "request">,
): HttpError {
  const names = namesIn(security);
  const challenges = names.map(
    (name) => own(guard.challenges, name)?.(request) ?? challengeOf(name, guard, head),
  );
  const alternatives = security.map((one) => Object.keys(one).join(" and ")).join(", or ");
  return new HttpError(401, `Valid credentials are required: ${alternatives}.`, {
    errors: names.map((name) => ({
      ...locationOfScheme(own(guard.schemes, name) ?? { kind: "other" }),
      detail: `must hold valid credentials for ${name}`,
    })),
    headers: { "WWW-Authenticate": [...new Set(challenges)] },
  });
}

function namesIn(security: Security): string[] {
  return [...new Set(security.flatMap((alternative) => Object.keys(alternative)))];
}

/**
 * Returns the challenge for a scheme. A 401 must have one (RFC 9110, section 11.6.1), even if the scheme is
 * not a registered one.
 */
function challengeOf(
  name: string,
  { schemes, realm }: Pick<Guard, "realm" | "schemes">,
  head: MessageHead,
): string {
  const scheme = own(schemes, name) ?? { kind: "other" };
  const domain = `realm=${quoted(realm)}`;
  switch (scheme.kind) {
    case "basic":
      return `Basic ${domain}, charset="UTF-8"`;
    case "bearer":
      return `Bearer ${domain}${credentialsIn(scheme, head) === undefined ? "" : ', error="invalid_token"'}`;
    case "http":
      return `${scheme.scheme} ${domain}`;
    case "apiKey":
      return `ApiKey ${domain}, in=${quoted(scheme.in)}, name=${quoted(scheme.name)}`;
    default:
      return `${scheme.kind === "other" ? "Custom" : "MutualTLS"} ${domain}, scheme=${quoted(name)}`;
  }
}

/**
 * Returns a quoted-string (RFC 9110, section 5.6.4) without characters that a header field cannot contain.
 */
function quoted(text: string): string {
  return `"${text.replace(/[^\t\x20-\x7e]/g, "?").replace(/["\\]/g, "\\$&")}"`;
}

/** The requests that an operation declares, with what reads and validates them. */
export interface RequestRules {
  readonly operationId: string;
  readonly parameters: readonly { readonly name: string; readonly in: string }[];
  readonly body: BodyRules | undefined;
  readonly security: Security;
  readonly reader: ParameterReader;
  readonly validators: RequestValidators;
  readonly forms: Forms;
}

/** An incoming request. `Request` is the type that authentication functions receive. */
export interface SentRequest<Request> {
  readonly head: MessageHead;
  /** The path parameters by name, still percent-encoded. */
  readonly rawPath: Readonly<Record<string, string>>;
  readonly request: Request;
  /** Receives the body. Not called for a request that is rejected before (RFC 9110, section 10.1.1). */
  bytes(): MaybePromise<Uint8Array>;
}

/** A request as its handler receives it; for a rejected one, what could be read before. */
export interface ReceivedRequest extends ReadParameters {
  readonly callers: Callers;
  readonly body: unknown;
  /**
   * Why the request is rejected: a 401, 403, 415, or a 400 with all problems; undefined if it is accepted.
   */
  readonly error: HttpError | undefined;
}

/** Settings for receiving requests that all operations share. */
export interface Receiving<Request> {
  readonly guard: Guard<Request>;
  readonly limits: JsonLimits;
  /** Decodes UTF-8. Default: `TextDecoder`. */
  readonly decode?: ((bytes: Uint8Array) => string | undefined) | undefined;
}

/**
 * Reads and validates the requests of an operation. Call `receive` for a whole request, or the single steps
 * to run hooks in between.
 */
export class RequestReceiver<Request> {
  readonly admission: Admission<Request>;
  readonly #rules: RequestRules;
  readonly #parameterRules: ParameterRules;
  readonly #receiving: Receiving<Request>;

  constructor(rules: RequestRules, receiving: Receiving<Request>) {
    this.#rules = rules;
    this.#receiving = receiving;
    this.admission = new Admission(rules.security, receiving.guard);
    const declared = rules.parameters.flatMap(({ name, in: place }) => (place === "query" ? [name] : []));
    this.#parameterRules = {
      reader: rules.reader,
      headerNames: headerNamesOf(rules.parameters),
      // Many documents declare their key as a parameter, too: then it is both.
      keys: queryKeys(rules.security, receiving.guard).filter((name) => !declared.includes(name)),
    };
  }

  /**
   * Authenticates first, then checks the media type, then collects all problems of parameters and body.
   * Returns a value, unless something has to be awaited. Throws, or rejects with, errors that the client did
   * not cause, such as those of an authentication function.
   */
  receive(sent: SentRequest<Request>): MaybePromise<ReceivedRequest> {
    const { head, rawPath, request } = sent;
    const unreadable: ParameterProblem[] = [];
    const parameters = this.read(head, rawPath, unreadable);
    const { operationId } = this.#rules;
    try {
      const callers = this.admission.callers({ head, request, operationId });
      // Each further promise would cost a request more than its parameters do.
      return isPromise(callers)
        ? callers
            .then((one) => this.#admitted(sent, parameters, one, unreadable))
            .then(undefined, (error: unknown) => rejected(parameters, error))
        : this.#admitted(sent, parameters, callers, unreadable);
    } catch (error) {
      return rejected(parameters, error);
    }
  }

  #admitted(
    sent: SentRequest<Request>,
    parameters: ReadParameters,
    callers: Callers,
    unreadable: readonly ParameterProblem[],
  ): MaybePromise<ReceivedRequest> {
    const { head } = sent;
    const declared = expectedType(head.headers, this.#rules.body);
    const finished = (body: ReadBody | undefined, inBody: readonly RequestProblem[]): ReceivedRequest => {
      const problems: RequestProblem[] = [...unreadable, ...inBody];
      this.check(parameters, declared, body, problems);
      const { path, query, headers, cookies } = parameters;
      const error = problems.length === 0 ? undefined : invalidRequest(problems);
      return { path, query, headers, cookies, callers, body: body?.body, error };
    };
    if (declared === undefined) return finished(undefined, []);
    const received = (bytes: Uint8Array): MaybePromise<ReceivedRequest> => {
      if (bytes.length === 0) return finished(undefined, []);
      const inBody: RequestProblem[] = [];
      const body = this.readBody(bytes, head, declared, inBody);
      if (!isPromise(body)) return finished(body, inBody);
      return body
        .then((one) => finished(one, inBody))
        .then(undefined, (error: unknown) => rejected(parameters, error));
    };
    const bytes = sent.bytes();
    return isPromise(bytes)
      ? bytes.then(
          (all) =>
            attempt(
              () => received(all),
              (error) => rejected(parameters, error),
            ),
          (error: unknown) => rejected(parameters, error),
        )
      : received(bytes);
  }

  /** Reads the head of a request; parsing problems are added to the list. */
  read(
    head: MessageHead,
    rawPath: Readonly<Record<string, string>>,
    problems: ParameterProblem[],
  ): ReadParameters {
    return readParameters(this.#parameterRules, head, rawPath, problems);
  }

  /** Reads a body of the media type `declared`; parsing problems are added to the list. */
  readBody(
    bytes: Uint8Array,
    { headers }: MessageHead,
    declared: string,
    problems: RequestProblem[],
  ): MaybePromise<ReadBody> {
    const { limits, decode } = this.#receiving;
    const type = fieldText(headers, "content-type") ?? "";
    return readBody({ bytes, type, declared, decode }, { forms: this.#rules.forms, limits }, problems);
  }

  /** Adds the errors that the validators find. `body` is undefined if none was sent. */
  check(
    parameters: ReadParameters,
    declared: string | undefined,
    body: Pick<ReadBody, "plain" | "isRead"> | undefined,
    problems: RequestProblem[],
  ): void {
    const { validators, body: rules } = this.#rules;
    checkParameters(validators, parameters, problems);
    if (body === undefined) {
      if (rules?.required === true) problems.push(missingBody);
    } else if (declared !== undefined) checkBody(own(validators.body ?? {}, declared), body, problems);
  }
}

/** Returns what could be read of a rejected request; rethrows errors that the client did not cause. */
function rejected(parameters: ReadParameters, error: unknown): ReceivedRequest {
  const status = statusOf(error);
  if (status === undefined || status >= 500) throw error;
  return { ...parameters, callers: {}, body: undefined, error: httpErrorOf(error) };
}

/** A route below each of its servers. */
export interface ServedRoute<Target> extends TableRoute<Target> {
  /** Server URLs as written in the document, possibly with variables: `https://{host}/v1`. */
  readonly servers: readonly string[];
}

/** The target of a request, and the base path of its server. */
export type Reached<Target> = Found<Target> & {
  readonly server: string;
  /** The part of the path that belongs to the server: `/v1`. Empty for a server at the root. */
  readonly base: string;
};

interface Served<Target> {
  readonly server: string;
  readonly pattern: RegExp;
  readonly table: PathTable<Target>;
}

/**
 * Finds operations below the paths of their servers. If several servers match, the longest path comes first.
 */
export class ServerTable<Target> {
  readonly #all: readonly Served<Target>[];

  constructor(routes: readonly ServedRoute<Target>[]) {
    const servers = new Set(routes.flatMap((route) => route.servers));
    this.#all = [...servers].map((server) => ({
      server,
      pattern: basePattern(server),
      table: new PathTable(routes.filter((route) => route.servers.includes(server))),
    }));
  }

  /**
   * Returns the target of a request; if the path has other methods only, all of them together. Undefined if
   * the path does not exist.
   *
   * @param path  the path as sent, percent-encoded, without the query
   */
  find(method: string, path: string): Reached<Target> | undefined {
    let other: Reached<Target> | undefined;
    for (const { server, base, table } of this.#at(path)) {
      const found = table.find(method, path.slice(base.length));
      if (found === undefined) continue;
      if (found.allowed === undefined) return { ...found, server, base };
      const allowed = [...new Set([...(other?.allowed ?? []), ...found.allowed])];
      other = { server, base, ...other, target: undefined, allowed };
    }
    return other;
  }

  #at(path: string): (Served<Target> & { readonly base: string })[] {
    const found = this.#all.flatMap((served) => {
      const base = served.pattern.exec(path)?.[0];
      return base === undefined ? [] : [{ ...served, base }];
    });
    return found.sort((one, other) => other.base.length - one.base.length);
  }
}

/**
 * Returns the pattern of a server's path. A server is not a URL yet: variables (OpenAPI 3.1, section 4.8.6)
 * may occur anywhere in it.
 */
function basePattern(server: string): RegExp {
  const [path = ""] = server.replace(/^([^/?#]*:)?\/\/[^/?#]*/, "").split(/[?#]/);
  const segments = path.split("/").filter((segment) => segment !== "");
  const pattern = segments.map((segment) => {
    const literals = segment.split(/\{[^{}]*\}/);
    return `/${literals.map((literal) => literal.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("[^/]*")}`;
  });
  return new RegExp(`^${pattern.join("")}(?=/|$)`);
}
