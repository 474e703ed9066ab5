// What a document says of one exchange that has passed by.
import type { Api, ApiContent, ApiOperation } from "../exchange/api.ts";
import { checkRequest, checkResponse } from "../exchange/check-exchange.ts";
import type { HttpBody } from "../exchange/http.ts";
import { findOperation, type Reached } from "./find-operation.ts";
import { readBody } from "./read-body.ts";
import { shownCredentials } from "./shown-credentials.ts";
import { shownPath } from "./shown-path.ts";

/** One half of an exchange, as it was on the wire. */
export interface PassedMessage {
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** Undefined when it was too large to keep. */
  readonly body: Buffer | undefined;
}

export interface PassedExchange {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly request: PassedMessage;
  readonly answer: PassedMessage & { readonly status: number };
}

/** One thing that breaks the contract, or, when `isNote`, that could not be checked. Nothing in it is a value that was sent. */
export interface Finding {
  readonly side: "request" | "answer";
  readonly method: string;
  /** Without the query, and without the values of path parameters: either can hold a secret. */
  readonly path: string;
  readonly status: number;
  /** The operationId, or method and path where there is none; undefined when the request reaches no operation. */
  readonly operation: string | undefined;
  /** Such as `body/tags` or `query/pageSize`. */
  readonly place: string;
  readonly detail: string;
  readonly isNote: boolean;
}

/** @param most bytes of a body that are looked at */
export function checkPassed(api: Api, exchange: PassedExchange, most: number): Finding[] {
  const { method, url, answer } = exchange;
  const reached = findOperation(api, method, url);
  const common = { method, path: shownPath(api, url), status: answer.status };
  if ("place" in reached) {
    return [{ side: "request", ...common, operation: undefined, ...reached, isNote: false }];
  }
  const operation = reached.operation.label;
  const sides = {
    request: requestSentences(api, reached, exchange, most),
    answer: answerSentences(reached.operation, exchange.method, answer, most),
  };
  return (["request", "answer"] as const).flatMap((side) =>
    sides[side].map(({ sentence, isNote }) => ({ side, ...common, operation, ...placed(sentence), isNote })),
  );
}

/** What is wrong; or, when `isNote`, what could not be checked. */
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
  const asked = isUnread ? withoutBodySchemas(operation) : operation;
  // Requests to the very operation that was found: a copy of it would be found to be hidden by the original.
  const routed = asked === operation ? api : { ...api, operations: [asked] };
  const { method } = operation.source;
  const sent = { method, server, target, headers, credentials, ...(body && { body }) };
  return [...breaches(checkRequest(routed, asked, sent, { view: "request", closed: false })), ...sentences];
}

/**
 * What an operation says of a response to a request of its own.
 *
 * @param most bytes of a body that are looked at
 */
export function answerSentences(
  operation: ApiOperation,
  method: string,
  answer: PassedExchange["answer"],
  most: number,
): Sentence[] {
  const { status, headers } = answer;
  const { body, sentences, isUnread } = bodyOf(answer, most);
  // RFC 9110, sections 9.3.2 and 15.4.5: these never have a body, whatever is declared.
  const isBodiless = method === "HEAD" || status === 304;
  const told = isUnread || isBodiless ? withoutBodySchemas(operation, isBodiless) : operation;
  const received = { status, headers, ...(body && { body }) };
  return [...breaches(checkResponse(told, received, { view: "response", closed: false })), ...sentences];
}

function breaches(sentences: readonly string[]): Sentence[] {
  return sentences.map((sentence) => ({ sentence, isNote: false }));
}

/** The body as the checker wants it; what cannot be read is held against its media type only. */
function bodyOf(
  { headers, body: bytes }: PassedMessage,
  most: number,
): { body?: HttpBody; sentences: Sentence[]; isUnread: boolean } {
  const field = (name: string): string | undefined =>
    headers.find(([other]) => other.toLowerCase() === name)?.[1];
  if (bytes?.length === 0) return { sentences: [], isUnread: false };
  // RFC 9110, section 8.3: without a type it is bytes.
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

/** The operation with every body of a declared media type allowed, or with none expected. */
function withoutBodySchemas(operation: ApiOperation, isBodiless = false): ApiOperation {
  const open = (contents: readonly ApiContent[]): ApiContent[] =>
    isBodiless ? [] : contents.map((content) => ({ ...content, schema: { schema: true } }));
  const { body, answers } = operation;
  return {
    ...operation,
    body: body && { ...body, contents: open(body.contents) },
    answers: answers.map((answer) => ({ ...answer, contents: open(answer.contents) })),
  };
}

/** `body/tags must NOT have …` → its place and its sentence. */
function placed(sentence: string): { place: string; detail: string } {
  const at = / (?=must |is |are )/.exec(sentence)?.index;
  return at === undefined
    ? { place: "", detail: sentence }
    : { place: sentence.slice(0, at), detail: sentence.slice(at + 1) };
}
