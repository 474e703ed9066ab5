// What all sources of a document's text share: types, size limits, decoding and errors.
import { DocumentError } from "./document.ts";
import { isUrl } from "./uri.ts";

/** A text, and its final URL after redirects. */
export interface ReadFile {
  readonly text: string;
  readonly url: string;
}

/**
 * Reads one file; rejects with a DocumentError that gives the reason if it cannot be read.
 *
 * `from` is the path of the referencing file; undefined for the document itself.
 */
export type ReadText = (path: string, from?: string) => Promise<string | ReadFile>;

/**
 * Maximum size of a file in bytes: more than any real document has, and small enough to be held in memory.
 */
export const maxBytes = 64 * 1024 * 1024;

/** Maximum total size of all files of a document, in UTF-16 units of text. */
export const maxTotal = 256 * 1024 * 1024;

export function tooLargeTogether(name: string, limit: number): DocumentError {
  return new DocumentError(
    `${name} is not read: with it, the files of the document have more than ${limit / 1024 / 1024} MB`,
    { fix: "leave out what no reference needs, or split the document" },
  );
}

export function tooLarge(name: string, limit = maxBytes): DocumentError {
  return new DocumentError(`${name} is not read: it has more than ${limit / 1024 / 1024} MB`, {
    fix: "split the document",
  });
}

/**
 * Decodes UTF-8, the only encoding allowed (RFC 8259, section 8.1; YAML as OpenAPI allows it); a byte order
 * mark is dropped.
 */
export function decodeText(bytes: Uint8Array, name: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new DocumentError(`${name} is not UTF-8 text`, { fix: "save the file as UTF-8", cause });
  }
}

/** A URL that is not fetched because fetching was not allowed. */
export class UnreadUrl extends DocumentError {}

/** @param allowed  whether fetching is allowed; undefined if there is no flag to allow it */
export function unreadUrl(url: string, allowed: boolean | undefined): UnreadUrl {
  const fix =
    isUrl(url) && allowed !== undefined
      ? "save it next to the document, or allow URLs with --allow-urls"
      : "save it next to the document, and refer to the file";
  return new UnreadUrl(`${shownUrl(url)} is not read: it is not a file`, { fix });
}

/** Returns a URL without its credentials, for messages. */
export function shownUrl(url: string): string {
  return url.replace(/^([a-z][a-z0-9+.-]*:)?\/\/[^/?#]*@/i, "$1//…@");
}
