// Media types of streams, as documents write them.
import { essenceOf } from "../runtime/boundary/media-type.ts";

/** Types whose bodies have no end that anybody waits for: their data is an iterable of items. */
export function isStreamType(mediaType: string): boolean {
  return /^(text\/event-stream|application\/(x-ndjson|ndjson|jsonl|x-jsonlines|jsonlines|json-seq|.+\+json-seq))$/.test(
    essenceOf(mediaType),
  );
}

/** Of those, the one whose items are not the values of the schema, but events that hold them. */
export function isEventStream(mediaType: string): boolean {
  return essenceOf(mediaType) === "text/event-stream";
}
