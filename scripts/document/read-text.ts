// Reads the text of a document's files: from disk, and from URLs where that is asked for.
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { DocumentError } from "./document.ts";

/** Reads one file. Rejects with a DocumentError that says why it cannot be read. */
export type ReadText = (path: string) => Promise<string>;

/** UTF-8 only (RFC 8259, section 8.1; YAML as OpenAPI allows it); a byte order mark is dropped. */
export function decodeText(bytes: Uint8Array, name: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new DocumentError(`${name} is not UTF-8 text`, { fix: "save the file as UTF-8", cause });
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  EISDIR: "it is a directory",
  EACCES: "reading it is not allowed",
  ENOTDIR: "a part of its path is no directory",
};

/** The text of a file on disk; `directory` is what a relative path starts from. */
export async function readDisk(path: string, directory = process.cwd()): Promise<string> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(resolve(directory, path));
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code ?? "";
    throw new DocumentError(`${path} cannot be read: ${reasons[code] ?? code}`, {
      fix: "correct the path",
      cause,
    });
  }
  return decodeText(bytes, path);
}

export function isUrl(path: string): boolean {
  return /^https?:\/\//i.test(path);
}

/** The text behind a URL; without `allowed` nothing is fetched. */
export async function readUrl(url: string, allowed: boolean): Promise<string> {
  if (!allowed) {
    throw new DocumentError(`${url} is not read: it is not a file`, {
      fix: "save it beside the document, or allow URLs with --allow-urls",
    });
  }
  const response = await fetch(url, { signal: AbortSignal.timeout(30_000) }).catch((cause: unknown) => {
    throw new DocumentError(`${url} cannot be reached`, { fix: "check the address and the network", cause });
  });
  if (!response.ok)
    throw new DocumentError(`${url} answers ${response.status}`, { fix: "check the address" });
  return decodeText(new Uint8Array(await response.arrayBuffer()), url);
}
