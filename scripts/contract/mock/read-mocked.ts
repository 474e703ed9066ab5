// Reads a document for the mock.
import type { OpenApiDocument } from "../document/document.ts";
import { downgrade32 } from "../document/downgrade-32.ts";
import { type NamedOptions, readNamed } from "../document/read-named.ts";

/**
 * Returns the document normalised to OpenAPI 3.1; `notice` receives features that have no equivalent in it.
 *
 * @throws DocumentError for a document that cannot be used
 */
export async function readMocked(location: string, options: NamedOptions): Promise<OpenApiDocument> {
  const read = await readNamed(location, { ...options, fillsEmpty: true });
  const { document, lost } = downgrade32(read);
  for (const { pointer, problem } of lost) options.notice?.(read.locate(pointer), problem);
  return document;
}
