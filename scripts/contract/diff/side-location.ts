// Resolves base or head as named on the command line: a file, or a document at a git revision.
import { dirname, posix, resolve } from "node:path";
import type { OpenApiDocument } from "../document/document.ts";
import { pathInRepository, readBlob, resolveRevision } from "../document/git.ts";
import { readDocument, type Reading } from "../document/read-document.ts";
import { parseGitLocation, readGitDocument } from "../document/read-git.ts";
import { isThere } from "../document/read-named.ts";
import { readDisk } from "../document/read-disk.ts";
import { decodeText } from "../document/read-text.ts";
import { isUrl } from "../document/uri.ts";

/** Location of one side of a comparison. `named` is true if the command line contained the path, too. */
export type SideLocation =
  | { readonly kind: "file"; readonly path: string; readonly named: boolean }
  | { readonly kind: "revision"; readonly revision: string; readonly path: string; readonly named: boolean };

/**
 * Resolves `old.yaml`, `origin/main`, or `HEAD~3:spec/openapi.yaml`. An existing file is read as such;
 * anything else is a revision, and `defaultPath` is the document in it if it names none. Without a name, the
 * file at `defaultPath`.
 */
export async function locateSide(
  text: string | undefined,
  defaultPath: string,
  cwd: string,
): Promise<SideLocation> {
  if (text === undefined) return { kind: "file", path: defaultPath, named: false };
  const isFile =
    text === "-" || isUrl(text) || /^[^:]*\.(ya?ml|json)$/i.test(text) || (await isThere(resolve(cwd, text)));
  if (isFile) return { kind: "file", path: text, named: true };
  return { kind: "revision", ...parseGitLocation(text, defaultPath), named: text.indexOf(":") > 0 };
}

/** Options for reading every side of a comparison. */
export const asWritten = { exactNumbers: true, fillsEmpty: true } as const;

/**
 * Returns the document at a location.
 *
 * @throws DocumentError if it cannot be read
 */
export function readSide(
  location: SideLocation,
  cwd: string,
  reading: Reading = {},
): Promise<OpenApiDocument> {
  if (location.kind === "revision") return readGitDocument(location, cwd, { ...asWritten, ...reading });
  return readDocument(location.path, { directory: cwd, ...asWritten, ...reading });
}

/** Returns the text of another file of the same side; undefined if there is none. */
export async function readBeside(
  location: SideLocation,
  path: string,
  cwd: string,
): Promise<string | undefined> {
  if (location.kind === "file") {
    return (await isThere(resolve(cwd, path))) ? readDisk(path, cwd) : undefined;
  }
  const commit = await resolveRevision(location.revision, cwd);
  const bytes = await readBlob(commit, await pathInRepository(posix.normalize(path), cwd), cwd);
  return bytes && decodeText(bytes, `${location.revision}:${path}`);
}

/** Returns the path of a file in the document's folder. */
export function pathBeside(location: SideLocation, name: string): string {
  const folder = dirname(location.path);
  return folder === "." ? name : `${folder}/${name}`;
}
