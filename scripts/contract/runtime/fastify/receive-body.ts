// Receives a request's body: the media type first, then the bytes, never more of them than the limit.
import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import { Refusal } from "../problems/refusal.ts";

/** What an operation takes; undefined in place of it: it takes no body, and one that comes is not read. */
export interface BodyRules {
  readonly mediaTypes: readonly string[];
  readonly required: boolean;
}

/** Ends a request whose sender went away; there is nobody to answer. */
export class RequestAborted extends Error {
  override readonly name = "RequestAborted";
}

/**
 * The media type of the body that is coming, one of `rules.mediaTypes`; undefined when none is coming.
 * Throws the 415 and, for a length that is announced, the 413.
 */
export function bodyMediaType(
  headers: IncomingHttpHeaders,
  rules: BodyRules,
  maxBytes: number,
): string | undefined {
  const length = headers["content-length"];
  const transfer = headers["transfer-encoding"];
  if (transfer === undefined && (length === undefined || length === "0")) return undefined;
  const mediaType = takenMediaType(headers["content-type"], rules.mediaTypes);
  if (mediaType === undefined || isCoded(headers["content-encoding"], transfer)) {
    throw new Refusal("unsupportedMediaType", {
      detail: `Send the body as ${rules.mediaTypes.join(" or ")} in UTF-8, without a coding.`,
    });
  }
  if (length !== undefined && Number(length) > maxBytes) throw tooLarge(maxBytes);
  return mediaType;
}

/** Node takes chunks apart; of other transfer codings it hands on the coded bytes (RFC 9112, section 6.1). */
function isCoded(content: string | undefined, transfer: string | undefined): boolean {
  if (content !== undefined && content !== "identity") return true;
  return transfer !== undefined && transfer.toLowerCase() !== "chunked";
}

/**
 * Receives the whole body and hands it to `received`, once; or to `failed` the 413 as soon as there is too much, of which Node reads
 * and drops the rest, or a RequestAborted. Callbacks, because a promise for each body costs a twentieth of a short exchange.
 */
export function receiveBody(
  request: IncomingMessage,
  maxBytes: number,
  received: (bytes: Buffer) => void,
  failed: (error: Error) => void,
): void {
  const chunks: Buffer[] = [];
  let length = 0;
  request.on("data", (chunk: Buffer) => {
    const wasTooLong = length > maxBytes;
    length += chunk.length;
    if (length <= maxBytes) chunks.push(chunk);
    else if (!wasTooLong) failed(tooLarge(maxBytes));
  });
  request.on("end", () => {
    if (length <= maxBytes) received(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks));
  });
  request.on("error", (cause) => failed(new RequestAborted("the sender went away", { cause })));
}

/** The fast path is the one spelling that nearly everybody sends. */
function takenMediaType(field: string | undefined, mediaTypes: readonly string[]): string | undefined {
  if (field === undefined) return undefined;
  const first = mediaTypes[0];
  if (field === first) return first;
  const [type, ...parameters] = field.toLowerCase().split(";");
  const charset = parameters.map((parameter) => /^\s*charset\s*=\s*"?([^"\s]*)"?\s*$/.exec(parameter)?.[1]);
  if (charset.some((name) => name !== undefined && name !== "utf-8" && name !== "utf8")) return undefined;
  return mediaTypes.find((mediaType) => mediaType === type?.trim());
}

function tooLarge(maxBytes: number): Refusal {
  return new Refusal("contentTooLarge", { detail: `A body may have ${maxBytes} bytes.` });
}
