// Reads a response as what the document promises, or as an error.
import type { Deadline } from "./deadline.ts";
import { ApiError, type CallSite, ConnectionError, UnexpectedResponseError } from "./errors.ts";
import { isRecord } from "./is-record.ts";
import { isDeclared, isJson, mediaType } from "./media-type.ts";
import type { Operation } from "./operation.ts";
import { reviveDates } from "./revive-dates.ts";

/** The data of a success. */
export async function readData(
  { answers, dates, stream, method }: Operation,
  site: CallSite,
  response: Response,
  { deadline, most }: Reading,
): Promise<unknown> {
  const { status, headers } = response;
  const declared = answers[status] ?? answers["2XX"] ?? answers["default"];
  // A response to HEAD has no content, whatever it declares (RFC 9110, section 9.3.2).
  if (declared === "" || method === "HEAD") {
    discard(response);
    return undefined;
  }
  const type = mediaType(headers);
  if (declared === undefined || !isDeclared(type, declared)) {
    discard(response);
    throw new UnexpectedResponseError(
      site,
      `${status} with ${type || "no content"} is not declared`,
      response,
    );
  }
  const json = isJson(type);
  // Where JSON is declared beside a stream, the response says which of the two it is.
  if (stream && !json) return response.body;
  const lost = (cause: unknown): Error =>
    cause instanceof RangeError
      ? new UnexpectedResponseError(site, `${status} ${cause.message}`, response)
      : new ConnectionError(site, "the answer broke off", true, cause);
  const whole = limited(response, most);
  if (!json && !type.startsWith("text/")) return deadline.race(whole.blob(), lost);
  const text = await deadline.race(whole.text(), lost);
  if (!json) return text;
  const rounded = roundedInteger(text);
  if (rounded !== undefined) {
    throw new UnexpectedResponseError(site, `${status} holds ${rounded}, which a number cannot`, response);
  }
  try {
    const data: unknown = JSON.parse(text);
    return dates === undefined ? data : reviveDates(data, dates);
  } catch (error) {
    throw new UnexpectedResponseError(site, `${status} is not JSON`, response, error);
  }
}

/** What reading a response is bound by. */
interface Reading {
  readonly deadline: Deadline;
  /** Maximum number of bytes; no limit where it is undefined. */
  readonly most: number | undefined;
}

/** The response with a body that fails with a RangeError past so many bytes. */
function limited(response: Response, most: number | undefined): Response {
  if (most === undefined || response.body === null) return response;
  let left = most;
  const counted = response.body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        left -= chunk.length;
        if (left < 0) throw new RangeError(`holds more than ${most} bytes`);
        controller.enqueue(chunk);
      },
    }),
  );
  return new Response(counted, response);
}

/** The first integer of a JSON text that JSON.parse would turn into another one: beyond 2^53. Undefined where there is none. */
function roundedInteger(text: string): string | undefined {
  // Sixteen digits in a row are rare, and mostly in texts, which the second look skips.
  if (!/\d{16}/.test(text)) return undefined;
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g)) {
    if (/^-?\d{16,}$/.test(token) && BigInt(token) !== BigInt(Number(token))) return token;
  }
  return undefined;
}

/** The error that an answer other than success is; `note` is added to its message. */
export async function readError(
  site: CallSite,
  response: Response,
  deadline: Deadline,
  { most, note }: { readonly most: number | undefined; readonly note: string },
): Promise<ApiError> {
  // What matters is known without the body: when it breaks off or is too long, the error is still this one.
  const text = await deadline.race(
    limited(response, most)
      .text()
      .catch(() => ""),
  );
  let body: unknown = text;
  try {
    if (isJson(mediaType(response.headers))) body = JSON.parse(text);
  } catch {
    // Then the text is the body.
  }
  return new ApiError(site, `${response.status} ${reasonOf(response, body)}${note}`, response, body);
}

function reasonOf({ status, statusText, headers }: Response, body: unknown): string {
  if (status < 400) return `redirect to ${withoutSecrets(headers.get("Location"))} not followed`;
  const { detail, title, errors }: Record<string, unknown> = isRecord(body) ? body : {};
  const reason = [detail, title].find((text) => typeof text === "string") ?? statusText;
  // RFC 9457, section 3, has such entries in its example; a parameter has a name in place of a pointer.
  const entries = Array.isArray(errors) ? errors.filter(isRecord) : [];
  return [
    reason,
    ...entries.map((entry) =>
      [entry["name"] ?? (entry["pointer"] || entry["in"]), entry["detail"]].join(" "),
    ),
  ].join("\n- ");
}

/** A URL of a redirect as it may stand in a message: user, password, query and fragment can hold secrets. */
function withoutSecrets(location: string | null): string {
  return (location ?? "another URL").replace(/^([^/?#]*\/\/)[^/?#]*@/, "$1").replace(/[?#][^]*/, "");
}

/** Lets go of a body that nobody will read, so that its connection can be used again. */
export function discard(response: Response): void {
  response.body?.cancel().catch(() => undefined);
}
