// Sends the request witnesses of a comparison to a running server and reports its responses.
import type { Comparison, Finding, Witness } from "../comparison.ts";
import type { HttpRequest } from "../../exchange/http.ts";
import { credentialQuery } from "../format/credential-query.ts";
import { addressBelow } from "./address-below.ts";
import { beginningOf, isLeftOutByFetch, type PlainRequest, sendPlain } from "./send-plain.ts";
import { ruleOf } from "../rules/table.ts";

/**
 * - `refused`: the server rejected the request as invalid.
 * - `accepted`: it accepted the request as valid, whatever the result.
 * - `not-authorized`: it rejected the credentials, so the request was not validated.
 * - `failed`: no response, or one that does not concern the request (5xx, 429).
 */
export type ReplayOutcome = "refused" | "accepted" | "not-authorized" | "failed";

/** The response of the server to one witness. */
export interface Replayed {
  readonly finding: Finding;
  readonly outcome: ReplayOutcome;
  /** The response's status; undefined if there was no response. */
  readonly status: number | undefined;
  /** The beginning of the response, or why there was none. */
  readonly response: string;
}

/** Options of a replay. */
export interface ReplayOptions {
  /** The value of the `Authorization` header for requests that have credentials; also used for API keys. */
  readonly credentials?: string;
  /** Timeout of one request in milliseconds. Default: 10,000. */
  readonly timeout?: number;
}

/** Statuses that reject the request itself (RFC 9110, 15.5). */
const rejecting = new Set([400, 405, 406, 411, 413, 414, 415, 422, 426, 431, 501]);

/**
 * Sends each request witness, in turn, to the server at `url`, which replaces the document's own host. A path
 * of `url` precedes theirs. Nothing is sent to another origin, credentials least of all.
 */
export async function replay(
  comparison: Comparison,
  url: string,
  options: ReplayOptions = {},
): Promise<Replayed[]> {
  const replayed: Replayed[] = [];
  for (const finding of comparison.findings) {
    const { witness } = finding;
    // A server may accept the request of a notice.
    if (finding.verdict === "notice" || witness === undefined || witness.exchange.response !== undefined)
      continue;
    replayed.push({ finding, ...(await send(witness, finding.rule, { url, options })) });
  }
  return replayed;
}

async function send(
  { exchange: { request }, rejection }: Witness,
  rule: string,
  { url, options: { credentials: given, timeout = 10_000 } }: { url: string; options: ReplayOptions },
): Promise<Omit<Replayed, "finding">> {
  const credentials = given?.trim();
  try {
    const { status, text } = await responseTo(addressOf(request, url, credentials), {
      method: request.method,
      headers: headersOf(request, credentials),
      body: request.body?.text,
      signal: AbortSignal.timeout(timeout),
    });
    return { outcome: outcomeOf(status, rule, rejection), status, response: text };
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    const message = cause instanceof Error ? cause.message : String(cause);
    return {
      outcome: "failed",
      status: undefined,
      response:
        credentials === undefined || credentials === "" ? message : message.replaceAll(credentials, "…"),
    };
  }
}

async function responseTo(address: URL, sent: PlainRequest): Promise<{ status: number; text: string }> {
  if (isLeftOutByFetch(sent)) return sendPlain(address, sent);
  const { method, headers, body, signal } = sent;
  const response = await fetch(address, {
    ...{ method, headers, signal, redirect: "manual" as const },
    ...(body !== undefined && { body }),
  });
  return { status: response.status, text: await beginningOf(response.body ?? []) };
}

function addressOf(request: HttpRequest, url: string, credentials: string | undefined): URL {
  const keys = credentials === undefined ? [] : credentialQuery(request);
  return addressBelow(
    url,
    request,
    keys.map((name) => [name, credentials ?? ""]),
  );
}

function headersOf(
  { headers, credentials: needed, body }: HttpRequest,
  credentials: string | undefined,
): Headers {
  const sent = new Headers(headers.map(([name, value]): [string, string] => [name, value]));
  if (body && !sent.has("content-type")) sent.set("content-type", body.mediaType);
  if (credentials === undefined) return sent;
  for (const { scheme } of needed) {
    const [type, where, name] = scheme.split(" ");
    if (type !== "apiKey") sent.set("authorization", credentials);
    else if (where === "header" && name) sent.set(name, credentials);
    else if (where === "cookie" && name) sent.append("cookie", `${name}=${credentials}`);
  }
  return sent;
}

function outcomeOf(status: number, rule: string, [first = ""]: readonly string[]): ReplayOutcome {
  if (rejecting.has(status)) return "refused";
  // For a removed operation, this is the expected response (RFC 9110, 15.5.5 and 15.5.11).
  const isGone = rule === ruleOf("operation-removed").id || first.endsWith("is not declared");
  if (isGone && (status === 404 || status === 410)) return "refused";
  if (status === 401 || status === 403) return first.startsWith("credentials") ? "refused" : "not-authorized";
  if (status === 429 || status >= 500) return "failed";
  return "accepted";
}
