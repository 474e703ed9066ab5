// Reads a response as what the document promises, or as an error.
import type { Deadline } from "../request/deadline.ts";
import { ApiError, CallError, type CallSite, ConnectionError, UnexpectedResponseError } from "./errors.ts";
import { isRecord } from "../is-record.ts";
import { isDeclared, isJson, mediaType } from "./media-type.ts";
import type { Operation } from "../operation.ts";
import { reviveDates } from "./revive-dates.ts";
import { roundedInteger } from "../../generated/rounded-integer.ts";

/** The data of a success. */
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
  if (declared === undefined || !isDeclared(type, declared)) {
    discard(response);
    throw new UnexpectedResponseError(
      site,
      `${status} with ${type || "no content"} is not declared`,
      response,
    );
  }
  // Where something else is declared beside a stream, the response says which of the two it is.
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

/** The value of a JSON text of a response. Where it is none, the error has a cause. */
export function readJson(
  text: string,
  site: CallSite,
  response: Response,
  dates: Operation["dates"],
): unknown {
  const rounded = roundedInteger(text);
  if (rounded)
    throw new UnexpectedResponseError(
      site,
      `${response.status} holds ${rounded}, which no number holds`,
      response,
    );
  try {
    const data: unknown = JSON.parse(text);
    return dates ? reviveDates(data, dates, response) : data;
  } catch (error) {
    throw new UnexpectedResponseError(site, `${response.status} is not JSON`, response, error);
  }
}

/** The error that an answer other than success is; `note` is added to its message. */
export async function readError(
  site: CallSite,
  response: Response,
  deadline: Deadline,
  note: string,
): Promise<ApiError> {
  // What matters is known without the body: when it breaks off or is too long, the error is still this one.
  const text = await deadline.race(response.text().catch(() => ""));
  let body: unknown = text;
  try {
    if (isJson(mediaType(response.headers))) body = JSON.parse(text);
  } catch {
    // Then the text is the body.
  }
  return new ApiError(site, `${response.status} ${reasonOf(response, body)}${note}`, response, body);
}

function reasonOf({ status, statusText }: Response, body: unknown): string {
  // Where to is in the field Location, which can hold secrets.
  if (status < 400) return "redirect not followed";
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

/** Lets go of a body that nobody will read, so that its connection can be used again. */
export function discard(response: Response): void {
  response.body?.cancel().catch(() => undefined);
}
