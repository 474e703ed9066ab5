// Reads what a person names as a document: a file, a URL, a document at a git revision, or standard input.
import { access } from "node:fs/promises";
import { resolve } from "node:path";
import type { OpenApiDocument } from "./document.ts";
import { readDocument, type Reading, type ReadOptions } from "./read-document.ts";
import { parseGitLocation, readGitDocument } from "./read-git.ts";
import { isUrl } from "./uri.ts";

/** How it is read, and where relative paths start. */
export type NamedOptions = Reading &
  Pick<ReadOptions, "onFile" | "exactNumbers" | "fillsEmpty"> & { readonly directory: string };

/**
 * @param location  `openapi.yaml`, `https://…`, `HEAD~1:spec/openapi.yaml`, or `-` for standard input
 *
 * Throws a DocumentError for whatever keeps it from being a document.
 */
export async function readNamed(location: string, options: NamedOptions): Promise<OpenApiDocument> {
  return (await isRevision(location, options.directory))
    ? readGitDocument(parseGitLocation(location, ""), options.directory, options)
    : readDocument(location, options);
}

/** Whether a text names a document at a revision. What is a file is none; one letter before the colon is a drive of Windows. */
export async function isRevision(location: string, directory: string): Promise<boolean> {
  return !isUrl(location) && location.indexOf(":") > 1 && !(await isThere(resolve(directory, location)));
}

/** Whether there is a file, or anything else, at a path. */
export async function isThere(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch {
    return false;
  }
}
