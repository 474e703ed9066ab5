// Receives a request's body: the media type first, then the bytes, never more of them than the limit.
import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import { Refusal } from "./refusal.ts";

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

/** Receives the whole body. Throws the 413 as soon as there is too much; what is left of it, Node reads and drops. */
export function receiveBody(request: IncomingMessage, maxBytes: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let received = 0;
    request.on("data", (chunk: Buffer) => {
      received += chunk.length;
      if (received <= maxBytes) chunks.push(chunk);
      else reject(tooLarge(maxBytes));
    });
    request.on("end", () => resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)));
    request.on("error", (cause) => reject(new RequestAborted("the sender went away", { cause })));
  });
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
