// What a handler answers, as it goes on the wire, held against the document. Becomes part of a `serve-operations.ts`.
import { Readable } from "node:stream";
import { parseJsonText } from "./serve-json.ts";
import { declaredType, essenceOf, isJsonType } from "./serve-media-type.ts";
import type { ResponseValidators, Validator } from "./validator-types.ts";

/** What a handler gives. */
export interface GivenAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, unknown>> | undefined;
  readonly body?: unknown;
}

/** What the document says of the answers of an operation. */
export interface AnswerRules {
  readonly method: string;
  /** Of the operation in the document. */
  readonly pointer: string;
  readonly responses: Readonly<
    Record<string, { readonly mediaTypes: readonly string[]; readonly headers: readonly string[] }>
  >;
  readonly validators: Readonly<Record<string, ResponseValidators>>;
}

export interface WireAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[]>>;
  readonly body: Buffer | Readable | ReadableStream | undefined;
}

/** A handler says what the document does not allow: its own mistake (500). The message names the places in the document. */
export class AnswerBreaksDocument extends Error {
  override readonly name = "AnswerBreaksDocument";
}

/** The answer as it is sent. With `check`, throws an AnswerBreaksDocument for one that the document does not allow. */
export function wireAnswer(rules: AnswerRules, given: GivenAnswer, check: boolean): WireAnswer {
  const { status, body } = given;
  const key = declaredStatus(rules, status);
  const types = (key === undefined ? undefined : rules.responses[key]?.mediaTypes) ?? [];
  const headers = Object.entries(given.headers ?? {}).filter(([, value]) => value !== undefined);
  const own = headers.find(([name]) => name.toLowerCase() === "content-type")?.[1];
  const type = typeof own === "string" ? own : typeFor(body, types);
  if (check) checkAnswer(rules, key, { given, type });
  const wire = headers.map(([name, value]): [string, string | string[]] => [name, fieldOf(name, value)]);
  const isJson = type !== undefined && isJsonType(type) && !isBytes(body) && body !== undefined;
  const written = isJson ? JSON.stringify(body) : body;
  if (written !== undefined && typeof written !== "string" && !isBytes(written))
    throw new AnswerBreaksDocument(`${rules.pointer}: an object cannot be written as ${type ?? "nothing"}`);
  const more: Record<string, string> =
    type === undefined || own !== undefined ? {} : { "Content-Type": type };
  // Bytes have the type they are given; to texts, Fastify adds a charset.
  const bytes = typeof written === "string" || written instanceof Uint8Array ? Buffer.from(written) : written;
  return { status, headers: { ...more, ...Object.fromEntries(wire) }, body: bytes };
}

/** Exact, else the range, else `default` (OpenAPI 3.1, section 4.8.16). */
function declaredStatus({ responses }: AnswerRules, status: number): string | undefined {
  const range = `${Math.floor(status / 100)}xx`;
  const keys = Object.keys(responses);
  return (
    keys.find((key) => key === String(status)) ??
    keys.find((key) => key.toLowerCase() === range) ??
    keys.find((key) => key === "default")
  );
}

/** The type that is sent when a handler names none. */
function typeFor(body: unknown, declared: readonly string[]): string | undefined {
  if (body === undefined) return undefined;
  const concrete = declared.filter((type) => !type.includes("*"));
  if (isBytes(body))
    return concrete.find((type) => !isJsonType(type)) ?? concrete[0] ?? "application/octet-stream";
  if (typeof body === "string") return concrete[0] ?? "text/plain; charset=utf-8";
  return concrete.find(isJsonType) ?? concrete[0] ?? "application/json";
}

function isBytes(body: unknown): body is Uint8Array | Readable | ReadableStream {
  return body instanceof Uint8Array || body instanceof Readable || body instanceof ReadableStream;
}

/** As the style `simple` writes values (OpenAPI 3.1, section 4.8.21); cookies are fields of their own (RFC 6265, section 3). */
function fieldOf(name: string, value: unknown): string | string[] {
  if (Array.isArray(value)) {
    const texts = value.map(String);
    return name.toLowerCase() === "set-cookie" ? texts : texts.join(",");
  }
  return typeof value === "object" && value !== null ? Object.entries(value).flat().join(",") : String(value);
}

function checkAnswer(
  rules: AnswerRules,
  key: string | undefined,
  { given, type }: { given: GivenAnswer; type: string | undefined },
): void {
  // A document that declares no answer at all says nothing of them.
  if (Object.keys(rules.responses).length === 0) return;
  const responses = `${rules.pointer}/responses`;
  if (key === undefined) throw new AnswerBreaksDocument(`${responses} has no ${given.status}`);
  const { mediaTypes, headers } = rules.responses[key] ?? { mediaTypes: [], headers: [] };
  const validators = rules.validators[key] ?? {};
  const pointer = `${responses}/${key}`;
  hold(validators.headers, declaredFields(headers, given.headers ?? {}), `${pointer}/headers`);
  if (rules.method === "HEAD") return;
  if (given.body === undefined) {
    if (mediaTypes.length > 0) throw new AnswerBreaksDocument(`${pointer}/content asks for a body`);
    return;
  }
  const declared = declaredType(type ?? "", mediaTypes);
  if (declared === undefined)
    throw new AnswerBreaksDocument(`${pointer}/content has no ${essenceOf(type ?? "")}`);
  const place = `${pointer}/content/${declared.replaceAll("/", "~1")}/schema`;
  if (!isBytes(given.body)) hold(validators.body?.[declared], given.body, place);
  else if (given.body instanceof Uint8Array && isJsonType(type ?? ""))
    hold(validators.body?.[declared], jsonIn(given.body, place), place);
}

function jsonIn(bytes: Uint8Array, place: string): unknown {
  try {
    return parseJsonText(bytes);
  } catch (error) {
    throw new AnswerBreaksDocument(`${place}: the bytes are no JSON`, { cause: error });
  }
}

/** Fields by their names as the document writes them: on the wire they have no case. */
function declaredFields(declared: readonly string[], given: Readonly<Record<string, unknown>>): object {
  const byName = new Map(Object.entries(given).map(([name, value]) => [name.toLowerCase(), value]));
  const there = declared.filter((name) => byName.get(name.toLowerCase()) !== undefined);
  return Object.fromEntries(there.map((name) => [name, byName.get(name.toLowerCase())]));
}

function hold(check: Validator | undefined, value: unknown, pointer: string): void {
  if (check === undefined || check(value)) return;
  const places = (check.errors ?? []).map(
    ({ instancePath, message = "" }) => `${instancePath || "/"} ${message}`,
  );
  throw new AnswerBreaksDocument(`${pointer} is broken: ${places.join("; ")}`);
}
