// Validates a forwarded exchange against a document.
import type { Api, ApiContent, ApiOperation } from "../exchange/api.ts";
import { checkRequest, checkResponse } from "../exchange/check-exchange.ts";
import type { HttpBody } from "../exchange/http.ts";
import { findOperation, type Reached } from "./find-operation.ts";
import { readBody } from "./read-body.ts";
import { shownCredentials } from "./shown-credentials.ts";
import { shownPath } from "./shown-path.ts";

/** One message of an exchange, as sent on the wire. */
export interface PassedMessage {
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** Undefined if it was too large to keep. */
  readonly body: Buffer | undefined;
}

/** A request and its response, as they were forwarded. */
export interface PassedExchange {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly request: PassedMessage;
  readonly response: PassedMessage & { readonly status: number };
}

/**
 * One violation of the contract or, if `isNote`, something that could not be checked. It contains no value
 * that was sent.
 */
export interface Finding {
  readonly side: "request" | "response";
  readonly method: string;
  /** Without the query and the values of path parameters, because either can contain a secret. */
  readonly path: string;
  readonly status: number;
  /** The operationId, or method and path if there is none; undefined if the request matches no operation. */
  readonly operation: string | undefined;
  /** The location, such as `body/tags` or `query/pageSize`. */
  readonly place: string;
  readonly detail: string;
  readonly isNote: boolean;
}

/**
 * Returns the findings of an exchange.
 *
 * @param most maximum number of bytes of a body that are checked
 */
export function checkPassed(api: Api, exchange: PassedExchange, most: number): Finding[] {
  const { method, url, response } = exchange;
  const reached = findOperation(api, method, url);
  const common = { method, path: shownPath(api, url), status: response.status };
  if ("place" in reached) {
    return [{ side: "request", ...common, operation: undefined, ...reached, isNote: false }];
  }
  const operation = reached.operation.label;
  const sides = {
    request: requestSentences(api, reached, exchange, most),
    response: responseSentences(reached.operation, exchange.method, response, most),
  };
  return (["request", "response"] as const).flatMap((side) =>
    sides[side].map(({ sentence, isNote }) => ({ side, ...common, operation, ...placed(sentence), isNote })),
  );
}

/** A violation or, if `isNote`, something that could not be checked. */
export interface Sentence {
  readonly sentence: string;
  readonly isNote: boolean;
}

function requestSentences(
  api: Api,
  { operation, server, target }: Reached,
  { url, request }: PassedExchange,
  most: number,
): Sentence[] {
  const query = url.slice(url.includes("?") ? url.indexOf("?") + 1 : url.length);
  const credentials = shownCredentials(operation, request.headers, query);
  const { body, sentences, isUnread } = bodyOf(request, most);
  const { headers } = request;
  const expected = isUnread ? withoutBodySchemas(operation) : operation;
  // Routes only to the operation that was found: a copy of it would appear to be shadowed by the original.
  const routed = expected === operation ? api : { ...api, operations: [expected] };
  const { method } = operation.source;
  const sent = { method, server, target, headers, credentials, ...(body && { body }) };
  return [
    ...breaches(checkRequest(routed, expected, sent, { view: "request", closed: false })),
    ...sentences,
  ];
}

/**
 * Validates a response against the operation of its request.
 *
 * @param most maximum number of bytes of a body that are checked
 */
export function responseSentences(
  operation: ApiOperation,
  method: string,
  response: PassedExchange["response"],
  most: number,
): Sentence[] {
  const { status, headers } = response;
  const { body, sentences, isUnread } = bodyOf(response, most);
  // RFC 9110, sections 9.3.2 and 15.4.5: these responses never have a body, whatever is declared.
  const isBodiless = method === "HEAD" || status === 304;
  const expected = isUnread || isBodiless ? withoutBodySchemas(operation, isBodiless) : operation;
  const received = { status, headers, ...(body && { body }) };
  return [...breaches(checkResponse(expected, received, { view: "response", closed: false })), ...sentences];
}

function breaches(sentences: readonly string[]): Sentence[] {
  return sentences.map((sentence) => ({ sentence, isNote: false }));
}

/**
 * Returns the body in the checker's form; for a body that cannot be parsed, only the media type is checked.
 */
function bodyOf(
  { headers, body: bytes }: PassedMessage,
  most: number,
): { body?: HttpBody; sentences: Sentence[]; isUnread: boolean } {
  const field = (name: string): string | undefined =>
    headers.find(([other]) => other.toLowerCase() === name)?.[1];
  if (bytes?.length === 0) return { sentences: [], isUnread: false };
  // RFC 9110, section 8.3: without a Content-Type, the body may be treated as bytes.
  const mediaType = field("content-type") ?? "application/octet-stream";
  const coding = field("content-encoding")?.trim().toLowerCase() ?? "identity";
  const reading =
    bytes === undefined
      ? { unread: `incomplete, or larger than ${most} bytes` }
      : readBody(bytes, mediaType, coding, most);
  if ("value" in reading) {
    return { body: { mediaType, text: "", value: reading.value }, sentences: [], isUnread: false };
  }
  const isNote = "unread" in reading;
  const sentence = "unread" in reading ? `body is not checked: ${reading.unread}` : `body ${reading.problem}`;
  return { body: { mediaType, text: "", value: "" }, sentences: [{ sentence, isNote }], isUnread: true };
}

/** Returns the operation with any body of a declared media type allowed, or with no body expected. */
function withoutBodySchemas(operation: ApiOperation, isBodiless = false): ApiOperation {
  const open = (contents: readonly ApiContent[]): ApiContent[] =>
    isBodiless ? [] : contents.map((content) => ({ ...content, schema: { schema: true } }));
  const { body, responses } = operation;
  return {
    ...operation,
    body: body && { ...body, contents: open(body.contents) },
    responses: responses.map((response) => ({ ...response, contents: open(response.contents) })),
  };
}

/** `body/tags must NOT have …` → its location and its message. */
function placed(sentence: string): { place: string; detail: string } {
  const at = / (?=must |is |are )/.exec(sentence)?.index;
  return at === undefined
    ? { place: "", detail: sentence }
    : { place: sentence.slice(0, at), detail: sentence.slice(at + 1) };
}
