// Receives a request's body: its bytes, never more of them than the limit.
import { isUtf8 } from "node:buffer";
import type { Readable } from "node:stream";
import { contentTooLarge } from "../boundary/problem.ts";
import { RequestAborted } from "./steps.ts";

/**
 * Receives the whole body and hands it to `received`, once; or to `failed` the 413 as soon as there is too much, of which Node reads
 * and drops the rest, or a RequestAborted. Callbacks, because a promise for each body costs a twentieth of a short exchange.
 */
export function receiveBody(
  request: Readable,
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
    else if (!wasTooLong) failed(contentTooLarge(maxBytes));
  });
  request.on("end", () => {
    if (length <= maxBytes) received(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks));
  });
  request.on("error", (cause) => failed(new RequestAborted("the sender went away", { cause })));
}

/** Undefined for bytes that are no UTF-8. Faster than `TextDecoder` for what is short. */
export function utf8Text(bytes: Uint8Array): string | undefined {
  if (!isUtf8(bytes)) return undefined;
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString();
}
