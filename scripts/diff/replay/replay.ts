// Sends the request witnesses of a comparison to a running server and says what came back.
import type { Comparison, Finding } from "../comparison.ts";
import type { HttpRequest } from "../exchange/http.ts";
import { splitServer } from "../format/http-message.ts";

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
const refusing = new Set([400, 405, 406, 411, 413, 414, 415, 422, 426, 431, 501]);
const longestAnswer = 2000;

/** Each request witness, in turn, to the server at `url`, which stands for the document's own server. */
export async function replay(
  comparison: Comparison,
  url: string,
  options: ReplayOptions = {},
): Promise<Replayed[]> {
  const replayed: Replayed[] = [];
  for (const finding of comparison.findings) {
    const { witness } = finding;
    if (witness === undefined || witness.exchange.response !== undefined) continue;
    replayed.push({ finding, ...(await send(witness.exchange.request, url, options)) });
  }
  return replayed;
}

async function send(
  request: HttpRequest,
  url: string,
  { credentials, timeout = 10_000 }: ReplayOptions,
): Promise<Omit<Replayed, "finding">> {
  try {
    const { path } = splitServer(request.server);
    const answer = await fetch(new URL(`${path}${request.target}`, url), {
      method: request.method,
      headers: headersOf(request, credentials),
      ...(request.body && { body: request.body.text }),
      redirect: "manual",
      signal: AbortSignal.timeout(timeout),
    });
    const text = await answer.text();
    return { outcome: outcomeOf(answer.status), status: answer.status, answer: text.slice(0, longestAnswer) };
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    return {
      outcome: "failed",
      status: undefined,
      answer: cause instanceof Error ? cause.message : String(cause),
    };
  }
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

function outcomeOf(status: number): ReplayOutcome {
  if (refusing.has(status)) return "refused";
  if (status === 401 || status === 403) return "not-authorized";
  if (status === 429 || status >= 500) return "failed";
  return "accepted";
}
