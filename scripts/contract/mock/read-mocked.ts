// Reads a document for the mock: a file, a URL, or a git revision.
import { access } from "node:fs/promises";
import { resolve } from "node:path";
import type { OpenApiDocument } from "../document/document.ts";
import { downgrade32 } from "../document/downgrade-32.ts";
import { readDocument, type Reading, type ReadOptions } from "../document/read-document.ts";
import { parseGitLocation, readGitDocument } from "../document/read-git.ts";
import { isUrl } from "../document/uri.ts";

/**
 * The document in the words of OpenAPI 3.1.
 *
 * @param location  `openapi.yaml`, `https://…`, or `HEAD~3:spec/openapi.yaml`
 *
 * Throws a DocumentError for all that keeps it from being one.
 */
export async function readMocked(
  location: string,
  { directory, ...reading }: Reading & Pick<ReadOptions, "onFile"> & { readonly directory: string },
): Promise<OpenApiDocument> {
  const isRevision =
    !isUrl(location) && location.indexOf(":") > 1 && !(await isThere(resolve(directory, location)));
  const read = isRevision
    ? await readGitDocument(parseGitLocation(location, ""), directory, { ...reading, fillsEmpty: true })
    : await readDocument(location, { directory, ...reading, fillsEmpty: true });
  return downgrade32(read).document;
}

async function isThere(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch {
    return false;
  }
}
