// Media types as a generated server compares them. Becomes part of a generated `serve-operations.ts`.

/** Without parameters, in lower case. */
export function essenceOf(mediaType: string): string {
  return mediaType
    .replace(/\s*;[^]*/, "")
    .trim()
    .toLowerCase();
}

/** By name or by suffix (https://mimesniff.spec.whatwg.org/#json-mime-type). */
export function isJsonType(mediaType: string): boolean {
  return /^(application|text)\/json$|\+json$/.test(essenceOf(mediaType));
}

/** The declared type that a type is: the same one, or else the range that it lies in. */
export function declaredType(mediaType: string, declared: readonly string[]): string | undefined {
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
