// Reads a document that a user names: a file, a URL, a document at a git revision, or standard input.
import { access } from "node:fs/promises";
import { resolve } from "node:path";
import type { OpenApiDocument } from "./document.ts";
import { readDocument, type Reading, type ReadOptions } from "./read-document.ts";
import { parseGitLocation, readGitDocument } from "./read-git.ts";
import { isUrl } from "./uri.ts";

/** How the document is read, and the base of relative paths. */
export type NamedOptions = Reading &
  Pick<ReadOptions, "onFile" | "exactNumbers" | "fillsEmpty"> & { readonly directory: string };

/**
 * Reads a document by the name that a user gives.
 *
 * @param location  `openapi.yaml`, `https://…`, `HEAD~1:spec/openapi.yaml`, or `-` for standard input
 * @throws DocumentError for every problem that makes it unreadable or invalid
 */
export async function readNamed(location: string, options: NamedOptions): Promise<OpenApiDocument> {
  return (await isRevision(location, options.directory))
    ? readGitDocument(parseGitLocation(location, ""), options.directory, options)
    : readDocument(location, options);
}

/**
 * Returns true if a text names a document at a revision. An existing file takes precedence; a single letter
 * before the colon is a Windows drive.
 */
export async function isRevision(location: string, directory: string): Promise<boolean> {
  return !isUrl(location) && location.indexOf(":") > 1 && !(await isThere(resolve(directory, location)));
}

/** Returns true if a path exists. */
export async function isThere(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch {
    return false;
  }
}
