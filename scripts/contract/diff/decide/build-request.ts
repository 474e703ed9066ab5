// Builds the smallest request around the one part a finding is about.
import type { Json } from "../../document/document.ts";
import type { ApiContent, ApiOperation } from "../../exchange/api.ts";
import { httpBody } from "../../exchange/body-text.ts";
import type { HttpBody, HttpRequest } from "../../exchange/http.ts";
import { type MediaRange, memberOfRange, speakingFor } from "../../exchange/media-range.ts";
import { fillPath, hasQuery } from "../../exchange/path-template.ts";
import { type Alternative, opens } from "../../exchange/security-alternative.ts";
import { serialise } from "../../exchange/serialise.ts";
import { serverPath } from "../../exchange/server-url.ts";
import type { WireParameter } from "../../exchange/wire-parameter.ts";
import { errorLocation, type ParameterPair, parameterPairs } from "./parameter-pairs.ts";
import { sendable, takenSegments } from "./sendable.ts";
import { type Flow, flowOf, type OperationPair, type Context, walkOf } from "./context.ts";

/** The given parts of a request; the rest is filled in. */
export interface RequestParts {
  /** The key of a parameter, and its value; undefined omits it. */
  readonly parameter?: { readonly key: string; readonly value: Json | undefined };
  /** Keys of optional parameters to include. */
  readonly beside?: readonly string[];
  /** `null`: no body. */
  readonly body?: HttpBody | null;
  readonly credentials?: Alternative;
  readonly server?: string;
  readonly headers?: readonly (readonly [string, string])[];
}

/** Returns a request that its sender may send; parts without a value are listed in `unwritten`. */
export function buildRequest(context: Context, pair: OperationPair, parts: RequestParts): HttpRequest {
  const flow = flowOf(pair, "request");
  const [sender, receiver] = [pair[flow.sender], pair[flow.receiver]];
  const path: string[] = sender.template.names.map(() => "");
  const unwritten: string[] = [];
  const query: string[] = [];
  const headers: (readonly [string, string])[] = [];
  for (const parameters of parameterPairs(pair)) {
    const own = parameters[flow.sender];
    const value = own === undefined ? undefined : valueOf(context, pair, flow, { parameters, own, parts });
    if (own === undefined || value === undefined) continue;
    if (value === "impossible") {
      for (const one of locationsOf(parameters)) unwritten.push(one);
      if (own.place === "path") path[sender.template.names.indexOf(own.name)] = "x";
      continue;
    }
    const text = serialise(own, value.value);
    const joined = text.pairs.map(([name, encoded]) => `${name}=${encoded}`);
    if (own.place === "path") path[sender.template.names.indexOf(own.name)] = text.text;
    else if (own.place === "header") headers.push([own.name, text.text]);
    else if (own.place === "cookie") headers.push(["cookie", joined.join("; ")]);
    else for (const one of own.place === "querystring" ? [text.text] : joined) query.push(one);
  }
  const filled = parts.body === undefined ? neutralBody(context, pair, flow) : (parts.body ?? undefined);
  const body = filled === "impossible" ? undefined : filled;
  if (filled === "impossible") unwritten.push("body");
  const separator = hasQuery(sender.template) ? "&" : "?";
  const credentials = parts.credentials ?? commonAlternative(sender, receiver);
  return {
    method: sender.source.method,
    server: parts.server ?? commonServer(sender, receiver),
    target: [fillPath(sender.template, path), query.join("&")].filter((part) => part !== "").join(separator),
    headers: [
      ...headers,
      ...(parts.headers ?? []),
      ...(body === undefined ? [] : [["content-type", body.mediaType] as const]),
    ],
    credentials,
    ...(body === undefined ? {} : { body }),
    ...(unwritten.length === 0 ? {} : { unwritten }),
  };
}

/**
 * Returns the prefixes of errors about the parameter on either side; path parameters may have different
 * names.
 */
function locationsOf({ base, head }: ParameterPair): string[] {
  return [...new Set([base, head].flatMap((one) => (one === undefined ? [] : [errorLocation(one)])))];
}

/**
 * Returns the given value, otherwise a neutral one for a parameter that either side requires, otherwise
 * nothing.
 */
function valueOf(
  context: Context,
  pair: OperationPair,
  flow: Flow,
  at: { parameters: ParameterPair; own: WireParameter; parts: RequestParts },
): { readonly value: Json } | "impossible" | undefined {
  const { parameters, own, parts } = at;
  if (parts.parameter?.key === parameters.key) {
    return parts.parameter.value === undefined ? undefined : { value: parts.parameter.value };
  }
  const theirs = parameters[flow.receiver];
  const isWanted =
    own.required || theirs?.required === true || parts.beside?.includes(parameters.key) === true;
  if (!isWanted && !goesAlong(pair, flow, own, parts)) return undefined;
  const limits = limitsOf(context, pair, flow, own);
  const value = context.neutral.of(walkOf(context, flow), own.schema, theirs?.schema, limits);
  if (value === undefined) return own.required ? "impossible" : undefined;
  return { value };
}

/** True if a member must accompany the given members of the same object. */
function goesAlong(pair: OperationPair, flow: Flow, { owner }: WireParameter, parts: RequestParts): boolean {
  if (owner?.isNeeded !== true) return false;
  const given = [
    parts.parameter?.value === undefined ? undefined : parts.parameter.key,
    ...(parts.beside ?? []),
  ];
  return parameterPairs(pair).some(
    (one) => given.includes(one.key) && one[flow.sender]?.owner?.name === owner.name,
  );
}

/** Returns the limits of what a sender's parameter can carry on the wire. */
export function limitsOf(
  context: Context,
  pair: OperationPair,
  flow: Flow,
  parameter: WireParameter,
): Json | undefined {
  const operation = pair[flow.sender];
  const walk = walkOf(context, flow);
  const position = operation.template.names.indexOf(parameter.name);
  const apis = [context.base, context.head];
  const taken = parameter.place === "path" && position >= 0 ? takenSegments(apis, operation, position) : [];
  const limits = sendable(operation.root, parameter, taken);
  if (limits === undefined || context.neutral.of(walk, parameter.schema, undefined, limits) !== undefined)
    return limits;
  // No value with a text of its own satisfies the schema: the value is then written as well as possible.
  return undefined;
}

function neutralBody(context: Context, pair: OperationPair, flow: Flow): HttpBody | "impossible" | undefined {
  const [own, theirs] = [pair[flow.sender].body, pair[flow.receiver].body];
  if (own === undefined || !(own.required || theirs?.required === true)) return undefined;
  const chosen = commonContent(own.contents, theirs?.contents ?? []);
  if (chosen === undefined) return own.required ? "impossible" : undefined;
  const { content, media, counterpart } = chosen;
  const value = context.neutral.of(walkOf(context, flow), content.schema, counterpart?.schema, undefined);
  return value === undefined
    ? "impossible"
    : httpBody(media, value, { root: pair[flow.sender].root, schema: content.schema });
}

/** Returns a media type that both sides declare, otherwise the sender's first. */
export function commonContent(
  own: readonly ApiContent[],
  theirs: readonly ApiContent[],
): { content: ApiContent; media: MediaRange; counterpart: ApiContent | undefined } | undefined {
  const ranges = own.map(({ range }) => range);
  const choices = own.map((content) => {
    const media = memberOfRange(content.range, ranges);
    return { content, media, counterpart: speakingFor(theirs, media) };
  });
  return choices.find(({ counterpart }) => counterpart !== undefined) ?? choices[0];
}

function commonAlternative(sender: ApiOperation, receiver: ApiOperation): Alternative {
  const shared = sender.security.find((held) => receiver.security.some((wanted) => opens(held, wanted)));
  return shared ?? sender.security[0] ?? [];
}

function commonServer(sender: ApiOperation, receiver: ApiOperation): string {
  const paths = receiver.servers.map(serverPath);
  const same = sender.servers.find((server) => receiver.servers.includes(server));
  return (
    same ?? sender.servers.find((server) => paths.includes(serverPath(server))) ?? sender.servers[0] ?? "/"
  );
}
