// Media types as documents write them (RFC 9110, section 8.3.1).

/** Without parameters, in lower case: how types are compared. */
export function mediaEssence(mediaType: string): string {
  return mediaType
    .replace(/\s*;[^]*/, "")
    .trim()
    .toLowerCase();
}

/** JSON by name or by suffix: https://mimesniff.spec.whatwg.org/#json-mime-type */
export function isJsonType(mediaType: string): boolean {
  return /^(application|text)\/json$|\+json$/.test(mediaEssence(mediaType));
}

/** Types whose bodies have no end that anybody waits for: their data is an iterable of items. */
export function isStreamType(mediaType: string): boolean {
  return /^(text\/event-stream|application\/(x-ndjson|ndjson|jsonl|x-jsonlines|jsonlines|json-seq|.+\+json-seq))$/.test(
    mediaEssence(mediaType),
  );
}

/** Of those, the one whose items are not the values of the schema, but events that hold them. */
export function isEventStream(mediaType: string): boolean {
  return mediaEssence(mediaType) === "text/event-stream";
}
