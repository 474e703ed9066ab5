// Reads standard input, once for whoever asks for it.
import { createReadStream } from "node:fs";
import { decodeText, maxBytes, tooLarge } from "./read-text.ts";

/** How messages name it. */
export const standardInput = "<stdin>";

let text: Promise<string> | undefined;

/** All of it, as text; the same to everyone. */
export function readInput(): Promise<string> {
  text ??= readAll();
  return text;
}

async function readAll(): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  // By its number: a thread has no stream for it.
  for await (const chunk of createReadStream("", { fd: 0, autoClose: false }) as AsyncIterable<Uint8Array>) {
    length += chunk.length;
    if (length > maxBytes) throw tooLarge(standardInput);
    chunks.push(chunk);
  }
  return decodeText(Buffer.concat(chunks), standardInput);
}
