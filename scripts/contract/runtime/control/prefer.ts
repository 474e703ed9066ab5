// `Prefer: code=503, example=empty, wait=2` (RFC 7240): selects the response of a single request, for testing
// clients.

/** The preferences of a request, as far as they are valid. */
export interface Preference {
  /** The HTTP status of the response. */
  readonly code?: number;
  /** The name of an example. */
  readonly example?: string;
  /** Seconds to wait before the response. */
  readonly wait?: number;
}

// Matches token [= word] (RFC 7240, section 2); parameters of a preference are ignored.
const preferencePattern =
  /^([\w!#$%&'*+.^`|~-]+)(?:\s*=\s*(?:([\w!#$%&'*+.^`|~-]+)|"((?:[^"\\]|\\.)*)"))?\s*(?:;.*)?$/;

/**
 * Parses the `Prefer` field. Unknown and malformed preferences are ignored, as RFC 7240 requires; if a
 * preference is repeated, the first counts.
 *
 * @param longestWait  maximum of `wait`, in seconds; greater values are reduced to it
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

/** Returns the `Preference-Applied` field (RFC 7240, section 3); empty if no preference was applied. */
export function preferenceApplied(applied: Preference): string {
  return Object.entries(applied)
    .map(
      ([name, value]) =>
        `${name}=${/^[\w!#$%&'*+.^`|~-]+$/.test(String(value)) ? value : JSON.stringify(value)}`,
    )
    .join(", ");
}

/** Splits a list field into its elements (RFC 9110, section 5.6.1); commas inside quotes do not separate. */
function splitElements(field: string): string[] {
  return (field.match(/(?:"(?:[^"\\]|\\.)*"|[^,"])+/g) ?? []).map((element) => element.trim());
}

function smallNumber(written: string | undefined): number | undefined {
  return written !== undefined && /^[0-9]{1,9}$/.test(written) ? Number(written) : undefined;
}
