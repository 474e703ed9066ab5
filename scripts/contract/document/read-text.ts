// What every source of a document's text shares.
import { DocumentError } from "./document.ts";
import { isUrl } from "./uri.ts";

/** A text, and the URL that it came from in the end. */
export interface ReadFile {
  readonly text: string;
  readonly url: string;
}

/**
 * Reads one file. Rejects with a DocumentError that says why it cannot be read.
 *
 * `from` is the path of the file that refers to it; undefined for a document itself.
 */
export type ReadText = (path: string, from?: string) => Promise<string | ReadFile>;

/** More than any document has, and little enough to be held in memory. */
export const maxBytes = 64 * 1024 * 1024;

/** What all files of a document may have together, in UTF-16 units of text. */
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

/** UTF-8 only (RFC 8259, section 8.1; YAML as OpenAPI allows it); a byte order mark is dropped. */
export function decodeText(bytes: Uint8Array, name: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new DocumentError(`${name} is not UTF-8 text`, { fix: "save the file as UTF-8", cause });
  }
}

/** A URL that is not fetched, because nobody asked for that. */
export class UnreadUrl extends DocumentError {}

/** @param allowed  whether anything is fetched; undefined where there is no flag that would allow it */
export function unreadUrl(url: string, allowed: boolean | undefined): UnreadUrl {
  const fix =
    isUrl(url) && allowed !== undefined
      ? "save it beside the document, or allow URLs with --allow-urls"
      : "save it beside the document, and refer to the file";
  return new UnreadUrl(`${shownUrl(url)} is not read: it is not a file`, { fix });
}

/** Without credentials. */
export function shownUrl(url: string): string {
  return url.replace(/^([a-z][a-z0-9+.-]*:)?\/\/[^/?#]*@/i, "$1//…@");
}
