// Serializes the bodies of streams, as clients parse them.
import { essenceOf } from "../boundary/media-type.ts";
import { recordSeparator } from "../boundary/response-streams.ts";

/** How one item is serialized, by the end of the media type. */
const streamForms: readonly (readonly [end: RegExp, write: (item: string) => string])[] = [
  [/^text\/event-stream$/, (item) => `${item.replace(/^/gm, "data: ")}\n\n`],
  [/^application\/(x-ndjson|ndjson|jsonl|x-jsonlines|jsonlines)$/, (item) => `${item}\n`],
  // RFC 7464, section 2.2: a record separator before each item.
  [/json-seq$/, (item) => `${recordSeparator}${item}\n`],
];

/**
 * Returns a body with these items: those of a list, or a single one. A string is the data of an event, or
 * serialized already.
 */
export function streamOf(type: string, body: unknown): string {
  const isEvents = essenceOf(type) === "text/event-stream";
  if (typeof body === "string" && /^(data|event|id|retry|:)[^]*\n$/.test(body) && isEvents) return body;
  const [, write = String] = streamForms.find(([end]) => end.test(essenceOf(type))) ?? [];
  const items: readonly unknown[] = Array.isArray(body) && !isEvents ? body : [body];
  return items
    .map((item) => write(typeof item === "string" && isEvents ? item : JSON.stringify(item)))
    .join("");
}
