// Reads a document for the mock.
import type { OpenApiDocument } from "../document/document.ts";
import { downgrade32 } from "../document/downgrade-32.ts";
import { type NamedOptions, readNamed } from "../document/read-named.ts";

/**
 * The document in the words of OpenAPI 3.1; `notice` is told what has none.
 *
 * Throws a DocumentError for all that keeps it from being one.
 */
export async function readMocked(location: string, options: NamedOptions): Promise<OpenApiDocument> {
  const read = await readNamed(location, { ...options, fillsEmpty: true });
  const { document, lost } = downgrade32(read);
  for (const { pointer, problem } of lost) options.notice?.(read.locate(pointer), problem);
  return document;
}
