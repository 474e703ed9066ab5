// The body of a response as text while it streams in, whole or by line.
import { CallError, ConnectionError } from "./errors.ts";
import type { StreamCall } from "../operation.ts";

/**
 * Decodes UTF-8, a byte order mark left out. Rejects with the reason of the caller's signal, and with a ConnectionError where the
 * connection breaks. Whoever stops early lets go of the connection.
 */
export async function* streamText(
  response: Response,
  { site, deadline }: StreamCall,
): AsyncGenerator<string, void, undefined> {
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  const lost = (cause: unknown): Error =>
    cause instanceof CallError ? cause : new ConnectionError(site, "the stream broke off", true, cause);
  try {
    while (reader !== undefined) {
      const { done, value } = await deadline.race(reader.read(), lost);
      if (done) break;
      yield decoder.decode(value, { stream: true });
    }
    yield decoder.decode();
  } finally {
    deadline.end(false);
    reader?.cancel().catch(() => undefined);
  }
}

/** The lines of a text, what follows the last end included. `\r\n` may be split: nothing waits for its second half. */
export async function* streamLines(
  texts: AsyncIterable<string>,
  end: RegExp,
): AsyncGenerator<string, void, undefined> {
  const endsAtReturn = end.test("\r");
  let begun = "";
  let afterReturn = false;
  for await (const text of texts) {
    const parts = (afterReturn && text.startsWith("\n") ? text.slice(1) : text).split(end);
    if (text !== "") afterReturn = endsAtReturn && text.endsWith("\r");
    const last = parts.pop() ?? "";
    for (const part of parts) {
      yield begun + part;
      begun = "";
    }
    begun += last;
  }
  if (begun !== "") yield begun;
}

/**
 * The texts of a JSON text sequence (RFC 7464), each begun by a record separator. One that its line feed completes does not wait for the
 * next; it is looked at again when it is twice as long.
 */
export async function* streamSequence(texts: AsyncIterable<string>): AsyncGenerator<string, void, undefined> {
  let begun = "";
  let seen = 0;
  for await (const text of texts) {
    const parts = text.split("\x1e");
    const last = parts.pop() ?? "";
    for (const part of parts) {
      yield begun + part;
      begun = "";
      seen = 0;
    }
    begun += last;
    if (!begun.endsWith("\n") || begun.length < 2 * seen) continue;
    seen = begun.length;
    if (!isJsonText(begun)) continue;
    yield begun;
    begun = "";
    seen = 0;
  }
  yield begun;
}

function isJsonText(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
