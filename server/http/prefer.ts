// `Prefer: code=503, wait=2` (RFC 7240): an error on request, for people who test clients; only when switched on.

/** What a request asked for, as far as it can be granted. */
export interface Preference {
  /** The HTTP status to answer with. */
  readonly code?: number;
  /** Seconds to wait before that. */
  readonly wait?: number;
  /** An HTTP status that was asked for and that this operation does not declare. */
  readonly undeclaredCode?: number;
}

// token [= word] (RFC 7240, section 2); parameters of a preference say nothing to us and are skipped.
const preferencePattern =
  /^([\w!#$%&'*+.^`|~-]+)(?:\s*=\s*(?:([\w!#$%&'*+.^`|~-]+)|"((?:[^"\\]|\\.)*)"))?\s*(?:;.*)?$/;

/**
 * Reads the `Prefer` field. What is unknown, malformed, or not declared is ignored, as RFC 7240 says; of a preference given
 * twice the first counts. `wait` is cut to `longestWait` seconds.
 *
 * @param declared the error statuses this operation declares
 * @example readPreference("code=503, wait=2", { declared: [503], longestWait: 30 }) // { code: 503, wait: 2 }
 */
export function readPreference(
  field: string,
  options: { declared: readonly number[]; longestWait: number },
): Preference {
  const given = new Map<string, string>();
  for (const element of splitElements(field)) {
    const match = preferencePattern.exec(element);
    const name = match?.[1]?.toLowerCase();
    if (name !== undefined && !given.has(name)) given.set(name, match?.[2] ?? match?.[3] ?? "");
  }
  const code = wholeNumber(given.get("code"));
  const wait = wholeNumber(given.get("wait"));
  return {
    ...(code !== undefined && (options.declared.includes(code) ? { code } : { undeclaredCode: code })),
    ...(wait !== undefined && { wait: Math.min(wait, options.longestWait) }),
  };
}

/** The `Preference-Applied` field (RFC 7240, section 3); empty when nothing was. */
export function preferenceApplied({ code, wait }: Preference): string {
  return Object.entries({ code, wait })
    .flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${value}`]))
    .join(", ");
}

/** The elements of a list field (RFC 9110, section 5.6.1); commas inside quotes separate nothing. */
function splitElements(field: string): string[] {
  return (field.match(/(?:"(?:[^"\\]|\\.)*"|[^,"])+/g) ?? []).map((element) => element.trim());
}

function wholeNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^[0-9]{1,9}$/.test(text) ? Number(text) : undefined;
}
