// A finding as reports display it: messages and commands, without secrets.
import type { SourceLocation } from "../../document/document.ts";
import { curlCommand } from "../../diff/format/curl-command.ts";
import { requestMessage, responseMessage, splitServer } from "../../diff/format/http-message.ts";
import { shortText } from "../../diff/format/shorten-witness.ts";
import type { HttpRequest, HttpResponse } from "../../exchange/http.ts";
import type { WrittenAcceptedChange } from "../../diff/accept/accepted-change.ts";
import { checks } from "../judge/checks.ts";
import type { Finding } from "../judge/finding-log.ts";
import type { Sent } from "../send/sender.ts";
import type { SdkLine } from "./sdk-line.ts";
import { shownHeaders } from "./shown-headers.ts";

/** One request and its response, as text. */
export interface ExchangeView {
  readonly request: string;
  readonly response: string;
}

/** One finding with everything that formats print. */
export interface FindingView {
  readonly fingerprint: string;
  readonly check: string;
  /** The violated rule. */
  readonly rule: string;
  readonly operation: string;
  readonly place: string;
  readonly what: string;
  readonly expected: string;
  readonly got: string;
  readonly source: SourceLocation;
  readonly count: number;
  /** The exchanges before it, in order. */
  readonly before: readonly ExchangeView[];
  readonly exchange: ExchangeView;
  readonly curl: string;
  readonly sdk: string | undefined;
  readonly accepted: WrittenAcceptedChange | undefined;
}

/** Options of the conversion. */
export interface ViewOptions {
  readonly hide: (text: string) => string;
  readonly sdkLine: SdkLine;
  readonly accepted: ReadonlyMap<string, WrittenAcceptedChange>;
}

/** Maximum number of characters of a response that are displayed. */
const longestResponse = 2000;

export function findingView(finding: Finding, { hide, sdkLine, accepted }: ViewOptions): FindingView {
  const { fingerprint, check, operation, exchange, before } = finding;
  // No call of a client sends a body that is no text.
  const isText = exchange.request.body?.bytes === undefined;
  const line = isText ? sdkLine(operation, exchange.request) : undefined;
  return {
    fingerprint,
    check,
    rule: checks[check],
    operation: operation.label,
    place: finding.place,
    what: finding.what,
    expected: hide(finding.expected),
    got: hide(finding.got),
    source: finding.source,
    count: finding.count,
    before: before.map((one) => exchangeView(one, hide)),
    exchange: exchangeView(exchange, hide),
    curl: hide(curlCommand(placed(exchange))),
    sdk: line === undefined ? undefined : hide(line),
    accepted: accepted.get(fingerprint),
  };
}

/** Returns the request with the URL that was requested, rather than the document's server. */
export function placed({ request, url }: Sent): HttpRequest {
  if (!URL.canParse(url)) return request;
  const { origin, pathname } = new URL(url);
  const own = splitServer(request.server).path;
  const path = request.target.split("?")[0] ?? "";
  const prefix = pathname.endsWith(path) ? pathname.slice(0, pathname.length - path.length) : own;
  return { ...request, server: origin + prefix };
}

function exchangeView(sent: Sent, hide: (text: string) => string): ExchangeView {
  const { response, failure } = sent;
  const text =
    response === undefined ? `(${failure ?? "no response"})` : responseMessage(responseOf(response));
  return { request: hide(shortText(requestMessage(placed(sent)))), response: hide(text) };
}

function responseOf({ status, headers, body }: NonNullable<Sent["response"]>): HttpResponse {
  const text = body.toString("utf8", 0, longestResponse);
  const mediaType =
    headers.find(([name]) => name.toLowerCase() === "content-type")?.[1] ?? "application/octet-stream";
  return {
    status,
    headers: shownHeaders(headers),
    ...(body.length > 0 && { body: { mediaType, text, value: text } }),
  };
}
