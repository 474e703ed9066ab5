// What the command line names as base or head: a file, or a document at a git revision.
import { dirname, posix, resolve } from "node:path";
import type { OpenApiDocument } from "../document/document.ts";
import { pathInRepository, readBlob, resolveRevision } from "../document/git.ts";
import { readDocument, type Reading } from "../document/read-document.ts";
import { parseGitLocation, readGitDocument } from "../document/read-git.ts";
import { isThere } from "../document/read-named.ts";
import { readDisk } from "../document/read-disk.ts";
import { decodeText } from "../document/read-text.ts";
import { isUrl } from "../document/uri.ts";

/** Where one side of a comparison is. `named` says whether the command line gave the path, too. */
export type SideLocation =
  | { readonly kind: "file"; readonly path: string; readonly named: boolean }
  | { readonly kind: "revision"; readonly revision: string; readonly path: string; readonly named: boolean };

/**
 * `old.yaml`, `origin/main`, or `HEAD~3:spec/openapi.yaml`. What is a file is one; anything else is a revision, and
 * `defaultPath` the document in it when it names none. Nothing at all is the file at `defaultPath`.
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

/** How every side of a comparison is read. */
export const asWritten = { exactNumbers: true, fillsEmpty: true } as const;

/** The document there. Throws a DocumentError for whatever keeps it from being read. */
export function readSide(
  location: SideLocation,
  cwd: string,
  reading: Reading = {},
): Promise<OpenApiDocument> {
  if (location.kind === "revision") return readGitDocument(location, cwd, { ...asWritten, ...reading });
  return readDocument(location.path, { directory: cwd, ...asWritten, ...reading });
}

/** The text of another file of the same side; undefined when there is none. */
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

/** The path of a file in the document's folder. */
export function pathBeside(location: SideLocation, name: string): string {
  const folder = dirname(location.path);
  return folder === "." ? name : `${folder}/${name}`;
}
