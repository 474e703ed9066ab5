// What every source of a document's text shares, and the reading of URLs where that is asked for.
import { DocumentError } from "./document.ts";
import { isUrl } from "./uri.ts";

/** Reads one file. Rejects with a DocumentError that says why it cannot be read. */
export type ReadText = (path: string) => Promise<string>;

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

export function tooLarge(name: string): DocumentError {
  return new DocumentError(`${name} is not read: it has more than ${maxBytes / 1024 / 1024} MB`, {
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

/** The text behind a URL; without `allowed` nothing is fetched. Undefined: there is no flag that would allow it. */
export async function readUrl(url: string, allowed: boolean | undefined): Promise<string> {
  if (allowed !== true || !isUrl(url)) {
    const fix =
      isUrl(url) && allowed !== undefined
        ? "save it beside the document, or allow URLs with --allow-urls"
        : "save it beside the document, and refer to the file";
    throw new UnreadUrl(`${url} is not read: it is not a file`, { fix });
  }
  const response = await fetch(url, { signal: AbortSignal.timeout(30_000) }).catch((cause: unknown) => {
    throw new DocumentError(`${url} cannot be reached`, { fix: "check the address and the network", cause });
  });
  if (!response.ok)
    throw new DocumentError(`${url} answers ${response.status}`, { fix: "check the address" });
  const bytes = await limited(response, url).catch((cause: unknown) => {
    if (cause instanceof DocumentError) throw cause;
    throw new DocumentError(`${url} ends too early`, { fix: "check the address and the network", cause });
  });
  return decodeText(bytes, url);
}

async function limited(response: Response, url: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    length += chunk.length;
    if (length > maxBytes) throw tooLarge(url);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
