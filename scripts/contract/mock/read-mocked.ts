// Reads a document for the mock.
import type { OpenApiDocument } from "../document/document.ts";
import { downgrade32 } from "../document/downgrade-32.ts";
import { type NamedOptions, readNamed } from "../document/read-named.ts";

/**
 * The document in the words of OpenAPI 3.1.
 *
 * Throws a DocumentError for all that keeps it from being one.
 */
export async function readMocked(location: string, options: NamedOptions): Promise<OpenApiDocument> {
  return downgrade32(await readNamed(location, { ...options, fillsEmpty: true })).document;
}
