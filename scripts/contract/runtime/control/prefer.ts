// `Prefer: code=503, example=empty, wait=2` (RFC 7240): what one request asks for itself, for people who test clients.

/** What a request asked for, as far as it can be read. */
export interface Preference {
  /** The HTTP status to respond with. */
  readonly code?: number;
  /** The name of an example. */
  readonly example?: string;
  /** Seconds to wait before that. */
  readonly wait?: number;
}

// token [= word] (RFC 7240, section 2); parameters of a preference say nothing to us and are skipped.
const preferencePattern =
  /^([\w!#$%&'*+.^`|~-]+)(?:\s*=\s*(?:([\w!#$%&'*+.^`|~-]+)|"((?:[^"\\]|\\.)*)"))?\s*(?:;.*)?$/;

/**
 * Reads the `Prefer` field. What is unknown or malformed is ignored, as RFC 7240 says; of a preference given twice the first counts.
 *
 * @param longestWait  seconds that `wait` is cut to
 * @example readPreference("code=503, wait=2", 30) // { code: 503, wait: 2 }
 */
export function readPreference(field: string, longestWait: number): Preference {
  const given = new Map<string, string>();
  for (const element of splitElements(field)) {
    const match = preferencePattern.exec(element);
    const name = match?.[1]?.toLowerCase();
    if (name !== undefined && !given.has(name)) given.set(name, match?.[2] ?? match?.[3] ?? "");
  }
  const code = smallNumber(given.get("code"));
  const wait = smallNumber(given.get("wait"));
  const example = given.get("example");
  return {
    ...(code !== undefined && { code }),
    ...(example !== undefined && { example }),
    ...(wait !== undefined && { wait: Math.min(wait, longestWait) }),
  };
}

/** The `Preference-Applied` field (RFC 7240, section 3); empty when nothing was. */
export function preferenceApplied(applied: Preference): string {
  return Object.entries(applied)
    .map(
      ([name, value]) =>
        `${name}=${/^[\w!#$%&'*+.^`|~-]+$/.test(String(value)) ? value : JSON.stringify(value)}`,
    )
    .join(", ");
}

/** The elements of a list field (RFC 9110, section 5.6.1); commas inside quotes separate nothing. */
function splitElements(field: string): string[] {
  return (field.match(/(?:"(?:[^"\\]|\\.)*"|[^,"])+/g) ?? []).map((element) => element.trim());
}

function smallNumber(written: string | undefined): number | undefined {
  return written !== undefined && /^[0-9]{1,9}$/.test(written) ? Number(written) : undefined;
}
