// Reads standard input once per process; all callers share the result.
import { createReadStream } from "node:fs";
import { decodeText, maxBytes, tooLarge } from "./read-text.ts";

/** The name of standard input in messages. */
export const standardInput = "<stdin>";

let text: Promise<string> | undefined;

/** Returns all of standard input as text; every call returns the same promise. */
export function readInput(): Promise<string> {
  text ??= readAll();
  return text;
}

async function readAll(): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  // By file descriptor, because a worker thread has no stream for it.
  for await (const chunk of createReadStream("", { fd: 0, autoClose: false }) as AsyncIterable<Uint8Array>) {
    length += chunk.length;
    if (length > maxBytes) throw tooLarge(standardInput);
    chunks.push(chunk);
  }
  return decodeText(Buffer.concat(chunks), standardInput);
}
