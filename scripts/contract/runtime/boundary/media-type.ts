// Media types, and how they are compared (RFC 9110, section 8.3.1).

/** Without parameters, in lower case. */
export function essenceOf(mediaType: string): string {
  return mediaType
    .replace(/\s*;[^]*/, "")
    .trim()
    .toLowerCase();
}

/** By name or by suffix (https://mimesniff.spec.whatwg.org/#json-mime-type). */
export function isJsonType(mediaType: string): boolean {
  return mediaType === "application/json" || /^(application|text)\/json$|\+json$/.test(essenceOf(mediaType));
}

/** The declared type that a type is: the same one, or else the range that it lies in. */
export function declaredType(mediaType: string, declared: readonly string[]): string | undefined {
  if (mediaType === declared[0]) return mediaType;
  const type = essenceOf(mediaType);
  const same = declared.find((one) => essenceOf(one) === type);
  return (
    same ??
    declared.find((one) => {
      const range = essenceOf(one);
      return range === "*/*" || (range.endsWith("/*") && type.startsWith(range.slice(0, -1)));
    })
  );
}

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
