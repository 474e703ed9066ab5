// Whether a body that is coming has a media type that is declared.
import { declaredType, essenceOf, isJsonType } from "./media-type.ts";
import { fieldText, type HeaderFields } from "./message-head.ts";
import { contentTooLarge, HttpError } from "./problem.ts";

/** What an operation says of its body. */
export interface BodyRules {
  readonly required: boolean;
  readonly mediaTypes: readonly string[];
}

/** Whether a request announces content. */
export function hasBody(headers: HeaderFields): boolean {
  const length = headers["content-length"];
  return headers["transfer-encoding"] !== undefined || (length !== undefined && length !== "0");
}

/**
 * The declared media type of the body that is coming; undefined when none is coming, or the operation takes none. Throws the 415, and for a
 * length that is announced the 413, before anything of the body is read.
 *
 * @param maxBytes  of a body
 */
export function expectedType(
  headers: HeaderFields,
  rules: BodyRules | undefined,
  maxBytes: number = Number.POSITIVE_INFINITY,
): string | undefined {
  if (rules === undefined || !hasBody(headers)) return undefined;
  const sent = fieldText(headers, "content-type") ?? "";
  const declared = declaredType(sent, rules.mediaTypes);
  const isCoded = hasCoding(headers);
  if (declared !== undefined && !isCoded && !hasForeignCharset(sent)) {
    if (Number(headers["content-length"] ?? 0) > maxBytes) throw contentTooLarge(maxBytes);
    return declared;
  }
  const name = declared !== undefined && isCoded ? "Content-Encoding" : "Content-Type";
  throw new HttpError(
    415,
    `Send the body as ${rules.mediaTypes.join(" or ")}, texts in UTF-8, without a coding.`,
    {
      errors: [
        { in: "header", name, detail: "must be of a declared media type, texts in UTF-8, without a coding" },
      ],
    },
  );
}

/** Platforms take chunks apart; of other transfer codings they hand on the coded bytes (RFC 9112, section 6.1). */
function hasCoding(headers: HeaderFields): boolean {
  const content = fieldText(headers, "content-encoding");
  if (content !== undefined && content.toLowerCase() !== "identity") return true;
  const transfer = fieldText(headers, "transfer-encoding");
  return transfer !== undefined && transfer.toLowerCase() !== "chunked";
}

/** Texts are read as UTF-8 only. */
function hasForeignCharset(sent: string): boolean {
  if (!sent.includes(";")) return false;
  const type = essenceOf(sent);
  if (!isJsonType(type) && !type.startsWith("text/") && type !== "application/x-www-form-urlencoded")
    return false;
  const charset = /;\s*charset\s*=\s*"?([^"\s;]*)/i.exec(sent)?.[1]?.toLowerCase();
  return charset !== undefined && !["utf-8", "utf8", "us-ascii"].includes(charset);
}
