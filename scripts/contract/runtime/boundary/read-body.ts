// Reads request bodies of every media type and reports their problems.
import { bodyProblems } from "../validation-problems.ts";
import type { Validator } from "../validator-types.ts";
import { own } from "../wire-value.ts";
import { essenceOf, isJsonType } from "./media-type.ts";
import type { RequestProblem } from "./problem.ts";
import { type Forms, readForm } from "./read-form.ts";
import { readParts } from "./read-parts.ts";
import { readJson } from "../json/read-json.ts";
import type { JsonLimits } from "../json/scan-json.ts";

/** The body of a request, as far as it was read. */
export interface ReadBody {
  readonly body?: unknown;
  /** The value to validate; undefined if there is no validator. */
  readonly plain?: unknown;
  /** Whether there is a value to validate: false for bytes, and for a text that cannot be parsed. */
  readonly isRead: boolean;
}

/** The result for bytes, and for a body that is not of the media type it declares. */
const unread: ReadBody = { isRead: false };

/** A request body, received completely. */
export interface SentBody {
  readonly bytes: Uint8Array;
  /** The `Content-Type` field of the request. */
  readonly type: string;
  /** The media type as written in the document. */
  readonly declared: string;
  /**
   * Decodes the bytes as UTF-8, undefined if they are invalid: for platforms that are faster than
   * `TextDecoder`.
   */
  readonly decode?: ((bytes: Uint8Array) => string | undefined) | undefined;
}

/** Reads a body and adds its problems to `problems`. Returns a promise only for forms. */
export function readBody(
  { bytes, type, declared, decode: read = textOf }: SentBody,
  { forms, limits }: { readonly forms: Forms; readonly limits: JsonLimits },
  problems: RequestProblem[],
): ReadBody | Promise<ReadBody> {
  const fields = own(forms, declared);
  if (isJsonType(type)) return readJsonBody(read(bytes), limits, problems);
  if (fields !== undefined) {
    const reporting = { problems, limits };
    const reading =
      "first" in fields
        ? readParts(fields, bytes, type, reporting)
        : readForm(fields, bytes, type, reporting);
    return reading.then(
      (form): ReadBody => ({ ...form, isRead: true }),
      (error: unknown): ReadBody => {
        // A SyntaxError reports a malformed body; any other error is the server's own.
        if (error instanceof SyntaxError) return reported(error.message, problems);
        throw error;
      },
    );
  }
  if (!essenceOf(type).startsWith("text/")) return { body: bytes, isRead: false };
  const text = read(bytes);
  return text === undefined ? reported(notUtf8, problems) : { body: text, plain: text, isRead: true };
}

/** @param text  undefined for bytes that are not valid UTF-8 */
export function readJsonBody(
  text: string | undefined,
  limits: JsonLimits,
  problems: RequestProblem[],
): ReadBody {
  if (text === undefined) return reported(notUtf8, problems);
  const reading = readJson(text, limits);
  for (const problem of reading.problems) problems.push({ in: "body", ...problem });
  return reading.wellFormed ? { body: reading.value, plain: reading.value, isRead: true } : unread;
}

/** Adds the errors that the validator finds. */
export function checkBody(
  check: Validator | undefined,
  { plain, isRead }: Pick<ReadBody, "plain" | "isRead">,
  problems: RequestProblem[],
): void {
  if (isRead && check !== undefined && !check(plain))
    for (const problem of bodyProblems(check.errors ?? [])) problems.push(problem);
}

/** The problem of a missing required body. */
export const missingBody: RequestProblem = { in: "body", pointer: "", detail: "must be sent" };

const notUtf8 = "must be UTF-8";
const decoder = new TextDecoder("utf-8", { fatal: true });

function textOf(bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}

function reported(detail: string, problems: RequestProblem[]): ReadBody {
  problems.push({ in: "body", pointer: "", detail });
  return unread;
}
