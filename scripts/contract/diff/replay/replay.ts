// Sends the request witnesses of a comparison to a running server and says what came back.
import type { Comparison, Finding, Witness } from "../comparison.ts";
import type { HttpRequest } from "../../exchange/http.ts";
import { credentialQuery } from "../format/credential-query.ts";
import { addressBelow } from "./address-below.ts";
import { beginningOf, isLeftOutByFetch, type PlainRequest, sendPlain } from "./send-plain.ts";
import { ruleOf } from "../rules/table.ts";

/**
 * - `refused`: the server said that the request is not right.
 * - `accepted`: it took the request for a right one, whatever became of it.
 * - `not-authorized`: it refused the credentials, so the request was not looked at.
 * - `failed`: no answer, or one that says nothing about the request (5xx, 429).
 */
export type ReplayOutcome = "refused" | "accepted" | "not-authorized" | "failed";

export interface Replayed {
  readonly finding: Finding;
  readonly outcome: ReplayOutcome;
  /** The answer's status; undefined when there was none. */
  readonly status: number | undefined;
  /** The beginning of the answer, or why there was none. */
  readonly answer: string;
}

export interface ReplayOptions {
  /** The value of the `Authorization` header for requests that carry credentials; an API key's value as well. */
  readonly credentials?: string;
  /** Milliseconds for one request. Default: 10,000. */
  readonly timeout?: number;
}

/** Statuses that say the request itself is wrong (RFC 9110, 15.5). */
const rejecting = new Set([400, 405, 406, 411, 413, 414, 415, 422, 426, 431, 501]);

/**
 * Each request witness, in turn, to the server at `url`, which stands for the document's own host. A path of `url` stays
 * in front of theirs. Nothing goes to another origin, credentials least of all.
 */
export async function replay(
  comparison: Comparison,
  url: string,
  options: ReplayOptions = {},
): Promise<Replayed[]> {
  const replayed: Replayed[] = [];
  for (const finding of comparison.findings) {
    const { witness } = finding;
    // What is a notice, a server may accept.
    if (finding.verdict === "notice" || witness === undefined || witness.exchange.response !== undefined)
      continue;
    replayed.push({ finding, ...(await send(witness, finding.rule, { url, options })) });
  }
  return replayed;
}

async function send(
  { exchange: { request }, refusal }: Witness,
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
    return { outcome: outcomeOf(status, rule, refusal), status, answer: text };
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    const message = cause instanceof Error ? cause.message : String(cause);
    return {
      outcome: "failed",
      status: undefined,
      answer:
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
  // Of an operation that is gone, this is what the witness foretells (RFC 9110, 15.5.5 and 15.5.11).
  const isGone = rule === ruleOf("operation-removed").id || first.endsWith("is not declared");
  if (isGone && (status === 404 || status === 410)) return "refused";
  if (status === 401 || status === 403) return first.startsWith("credentials") ? "refused" : "not-authorized";
  if (status === 429 || status >= 500) return "failed";
  return "accepted";
}
