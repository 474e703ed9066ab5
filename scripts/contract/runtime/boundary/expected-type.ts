// Checks whether the body of a request has a declared media type.
import { declaredType, essenceOf, isJsonType } from "./media-type.ts";
import { fieldText, type HeaderFields } from "./message-head.ts";
import { contentTooLarge, HttpError } from "./problem.ts";

/** The body that an operation declares. */
export interface BodyRules {
  readonly required: boolean;
  readonly mediaTypes: readonly string[];
}

/** Whether the header fields of a request announce content. */
export function hasBody(headers: HeaderFields): boolean {
  const length = headers["content-length"];
  return headers["transfer-encoding"] !== undefined || (length !== undefined && length !== "0");
}

/**
 * Returns the declared media type of the request body; undefined if there is no body, or if the operation
 * takes none. Throws the 415, and the 413 for a too large Content-Length, before the body is read.
 *
 * @param maxBytes  maximum size of a body
 */
export function expectedType(
  headers: HeaderFields,
  rules: BodyRules | undefined,
  maxBytes: number = Number.POSITIVE_INFINITY,
): string | undefined {
  if (rules === undefined || !hasBody(headers)) return undefined;
  const sent = fieldText(headers, "content-type") ?? "";
  const declared = declaredType(sent, rules.mediaTypes);
  const coding = codingField(headers);
  if (declared !== undefined && coding === undefined && !hasForeignCharset(sent)) {
    if (Number(headers["content-length"] ?? 0) > maxBytes) throw contentTooLarge(maxBytes);
    return declared;
  }
  const name = (declared === undefined ? undefined : coding) ?? "Content-Type";
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

/**
 * Returns the field that announces an unsupported coding: a content coding, or a transfer coding other than
 * `chunked`. Platforms decode `chunked`, but pass on other transfer codings undecoded (RFC 9112, section
 * 6.1).
 */
function codingField(headers: HeaderFields): string | undefined {
  const content = fieldText(headers, "content-encoding");
  if (content !== undefined && content.toLowerCase() !== "identity") return "Content-Encoding";
  const transfer = fieldText(headers, "transfer-encoding");
  return transfer === undefined || transfer.toLowerCase() === "chunked" ? undefined : "Transfer-Encoding";
}

/** Whether a text has another charset than UTF-8, the only one that is decoded. */
function hasForeignCharset(sent: string): boolean {
  if (!sent.includes(";")) return false;
  const type = essenceOf(sent);
  if (!isJsonType(type) && !type.startsWith("text/") && type !== "application/x-www-form-urlencoded")
    return false;
  const charset = /;\s*charset\s*=\s*"?([^"\s;]*)/i.exec(sent)?.[1]?.toLowerCase();
  return charset !== undefined && !["utf-8", "utf8", "us-ascii"].includes(charset);
}
