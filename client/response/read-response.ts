// Reads a response as the declared data, or as an error.
import type { Deadline } from "../request/deadline.ts";
import { ApiError, CallError, type CallSite, ConnectionError, UnexpectedResponseError } from "./errors.ts";
import { isRecord } from "../is-record.ts";
import { isDeclared, isJson, mediaType } from "./media-type.ts";
import type { Operation } from "../operation.ts";
import { readJson } from "./read-json.ts";

/** Reads the data of a success. */
export async function readData(
  { answers, dates, stream, method }: Operation,
  site: CallSite,
  response: Response,
  deadline: Deadline,
): Promise<unknown> {
  const { status, headers } = response;
  const declared = answers[status] ?? answers["2XX"] ?? answers["default"];
  // A response to HEAD has no content, whatever it declares (RFC 9110, section 9.3.2).
  if (declared === "" || method === "HEAD") {
    discard(response);
    return undefined;
  }
  const type = mediaType(headers);
  if (!declared || !isDeclared(type, declared)) {
    discard(response);
    throw new UnexpectedResponseError(
      site,
      `${status} with ${type || "no content"} is not declared`,
      response,
    );
  }
  // If other media types are declared beside a stream, the response's type decides.
  const items = stream?.(response, type, { site, deadline });
  if (items) return items;
  const json = isJson(type);
  const lost = (cause: unknown): Error =>
    cause instanceof CallError ? cause : new ConnectionError(site, "the response ended early", true, cause);
  if (!json && !type.startsWith("text/")) return deadline.race(response.blob(), lost);
  const text = await deadline.race(response.text(), lost);
  if (!json) return text;
  return readJson(text, site, response, dates);
}

/** Reads an unsuccessful response as an error; `note` is appended to its message. */
export async function readError(
  site: CallSite,
  response: Response,
  deadline: Deadline,
  note: string,
): Promise<ApiError> {
  // The error does not depend on the body: it stays the same if the body breaks off or is too long.
  const text = await deadline.race(response.text().catch(() => ""));
  let body: unknown = text;
  try {
    if (isJson(mediaType(response.headers))) body = JSON.parse(text);
  } catch {
    // Malformed JSON is kept as text.
  }
  return new ApiError(site, `${response.status} ${reasonOf(response, body)}${note}`, response, body);
}

function reasonOf({ status, statusText }: Response, body: unknown): string {
  // The message omits the target: `Location` can contain secrets.
  if (status < 400) return "redirect not followed";
  const { detail, title, errors }: Record<string, unknown> = isRecord(body) ? body : {};
  const reason = [detail, title].find((text) => typeof text === "string") ?? statusText;
  // Entries as in the example of RFC 9457, section 3; a parameter has a name instead of a pointer.
  const entries = Array.isArray(errors) ? errors.filter(isRecord) : [];
  return [
    reason,
    ...entries.map((entry) =>
      [entry["name"] ?? (entry["pointer"] || entry["in"]), entry["detail"]].join(" "),
    ),
  ].join("\n- ");
}

/** Discards an unneeded body, so that its connection can be reused. */
export function discard(response: Response): void {
  response.body?.cancel().catch(() => undefined);
}
