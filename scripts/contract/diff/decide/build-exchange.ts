// Builds an exchange around one part of a response: the smallest request, and an otherwise minimal response.
import type { Json } from "../../document/document.ts";
import type { ApiResponse } from "../../exchange/api.ts";
import { httpBody } from "../../exchange/body-text.ts";
import type { Exchange, HttpBody } from "../../exchange/http.ts";
import { serialise } from "../../exchange/serialise.ts";
import { buildRequest, commonContent } from "./build-request.ts";
import { sendable } from "./sendable.ts";
import { flowOf, type OperationPair, type Context, walkOf } from "./context.ts";

/** One status of a response, as sender and receiver declare it. */
export interface ResponsePair {
  readonly status: number;
  readonly sender: ApiResponse;
  readonly receiver: ApiResponse;
}

/** The given parts of a response. */
export interface ResponseParts {
  /** A header's name and value; undefined omits it. */
  readonly header?: { readonly name: string; readonly value: Json | undefined };
  readonly body?: HttpBody;
  /** Value of the request's `Accept` header. */
  readonly accept?: string;
}

/**
 * Returns an exchange whose response the sender may send; parts without a value are listed in `unwritten`.
 */
export function buildExchange(
  context: Context,
  pair: OperationPair,
  responses: ResponsePair,
  parts: ResponseParts,
): Exchange {
  const accept = parts.accept === undefined ? {} : { headers: [["accept", parts.accept] as const] };
  const request = buildRequest(context, pair, accept);
  const { headers, unwritten } = buildHeaders(context, pair, responses, parts);
  const filled = parts.body ?? neutralBody(context, pair, responses);
  const body = filled === "impossible" ? undefined : filled;
  if (filled === "impossible") unwritten.push("body");
  return {
    request,
    response: {
      status: responses.status,
      headers: body === undefined ? headers : [...headers, ["content-type", body.mediaType]],
      ...(body === undefined ? {} : { body }),
      ...(unwritten.length === 0 ? {} : { unwritten }),
    },
  };
}

function buildHeaders(
  context: Context,
  pair: OperationPair,
  { sender, receiver }: ResponsePair,
  { header }: ResponseParts,
): { headers: (readonly [string, string])[]; unwritten: string[] } {
  const walk = walkOf(context, flowOf(pair, "response"));
  const headers: (readonly [string, string])[] = [];
  const unwritten: string[] = [];
  for (const own of sender.headers) {
    const theirs = receiver.headers.find(({ name }) => name === own.name);
    const given = header?.name === own.name;
    if (given && header.value === undefined) continue;
    if (!given && !own.required && theirs?.required !== true) continue;
    const limits = sendable(walk.sender.root, own, []);
    const value = given ? header.value : context.neutral.of(walk, own.schema, theirs?.schema, limits);
    if (value === undefined) unwritten.push(`header/${own.name}`);
    else headers.push([own.name, serialise(own, value).text]);
  }
  return { headers, unwritten };
}

function neutralBody(
  context: Context,
  pair: OperationPair,
  { sender, receiver }: ResponsePair,
): HttpBody | "impossible" | undefined {
  const chosen = commonContent(sender.contents, receiver.contents);
  if (chosen === undefined) return undefined;
  const { content, media, counterpart } = chosen;
  const walk = walkOf(context, flowOf(pair, "response"));
  const value = context.neutral.of(walk, content.schema, counterpart?.schema, undefined);
  return value === undefined
    ? "impossible"
    : httpBody(media, value, { root: walk.sender.root, schema: content.schema });
}
