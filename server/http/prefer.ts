// `Prefer: code=503, wait=2` (RFC 7240): a declared error on request, for people who test clients; only when switched on.
import type { IncomingMessage } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { type OperationId, operations } from "../../generated/operations.ts";
import { errorKind, errorOfStatus } from "../problems/errors.ts";
import { Refusal } from "../problems/refusal.ts";

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

/** The header fields that say what was granted. Throws the error that was asked for. */
export type PreferredError = (
  request: Pick<IncomingMessage, "headers">,
) => Promise<Record<string, string> | undefined>;

/**
 * Grants preferences for one operation.
 *
 * @param longestWait seconds
 */
export function createPreferredError(operationId: OperationId, longestWait: number): PreferredError {
  const { method, responses } = operations[operationId];
  const declared = Object.keys(responses)
    .map(Number)
    .filter((status) => errorOfStatus(status) !== undefined);
  return async (request) => {
    const field = request.headers["prefer"];
    if (field === undefined) return undefined;
    const written = Array.isArray(field) ? field.join(", ") : field;
    const preference = readPreference(written, { declared, longestWait });
    const applied = preferenceApplied(preference);
    if (preference.wait !== undefined) await sleep(preference.wait * 1000);
    const { undeclaredCode } = preference;
    const headers: Record<string, string> = {
      ...(applied !== "" && { "Preference-Applied": applied }),
      // No registered field says what was ignored; without a word a tester would look for a fault in the server.
      ...(undeclaredCode !== undefined && {
        "Preference-Ignored": `code=${undeclaredCode}; declared="${declared.join(" ")}"`,
      }),
    };
    const kind = preference.code === undefined ? undefined : errorOfStatus(preference.code);
    if (kind === undefined) return headers;
    const allow = kind === "methodNotAllowed" ? { Allow: method } : {};
    const detail = `${errorKind(kind).detail} (The request preferred this answer.)`;
    throw new Refusal(kind, { detail, headers: { ...headers, ...allow } });
  };
}
