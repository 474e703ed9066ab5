// Parses and compares media types (RFC 9110, section 8.3.1).

/** Returns the media type without parameters, in lower case. */
export function essenceOf(mediaType: string): string {
  return mediaType
    .replace(/\s*;[^]*/, "")
    .trim()
    .toLowerCase();
}

/** Whether a media type is JSON, by name or by suffix (https://mimesniff.spec.whatwg.org/#json-mime-type). */
export function isJsonType(mediaType: string): boolean {
  return mediaType === "application/json" || /^(application|text)\/json$|\+json$/.test(essenceOf(mediaType));
}

/** Returns the declared media type that matches: the same type, else a range that contains it. */
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

/** Returns a concrete type for a range such as `image/*`; JSON for ranges that include it. */
export function concreteType(mediaType: string): string {
  if (!mediaType.includes("*")) return mediaType;
  const [start = "*"] = mediaType.split("/");
  if (start === "*" || start === "application") return "application/json";
  return start === "text" ? "text/plain" : `${start}/octet-stream`;
}

/** Whether bodies of this media type consist of parts that have no names. */
export function isPartsType(mediaType: string): boolean {
  return /^multipart\/(?!form-data$)/.test(essenceOf(mediaType));
}

/** Whether bodies of this media type are streams: their data is an iterable of items, possibly endless. */
export function isStreamType(mediaType: string): boolean {
  return /^(text\/event-stream|application\/(x-ndjson|ndjson|jsonl|x-jsonlines|jsonlines|json-seq|.+\+json-seq))$/.test(
    essenceOf(mediaType),
  );
}

/** Whether the stream's items are server-sent events, which wrap the values of the schema. */
export function isEventStream(mediaType: string): boolean {
  return essenceOf(mediaType) === "text/event-stream";
}
