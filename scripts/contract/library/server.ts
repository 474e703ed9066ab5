// `…/server`: generates a Fastify server for a document, as files.
import type { Loss } from "../sdk/prepared-document.ts";
import { servedFiles } from "../server/served-files.ts";
import { type GivenDocument, readGiven, type ReadingOptions } from "./given-document.ts";

export type { Json, JsonObject, SourceLocation } from "../document/document.ts";
export type { Loss } from "../sdk/prepared-document.ts";
export type { GivenDocument, ReadingOptions } from "./given-document.ts";

/** Options of `server`. */
export interface ServerOptions extends ReadingOptions {
  /** Only operations with one of these tags. Default: all. */
  readonly tags?: readonly string[] | undefined;
  /** Only these operations. Default: all. */
  readonly operations?: readonly string[] | undefined;
}

/** A generated server, in memory. */
export interface ServerFiles {
  /** File name within the folder of generated files → text. */
  readonly files: ReadonlyMap<string, string>;
  /** Features of the document that the server lacks, with their locations. */
  readonly losses: readonly Loss[];
}

/**
 * Generates the files that `contract server` writes, in memory. Rejects with an error with `place` and `fix`
 * if the document cannot be read.
 *
 * @example
 * const { files } = await server("openapi.yaml");
 * for (const [name, text] of files) await writeFile(join("generated", name), text);
 */
export async function server(given: GivenDocument, options: ServerOptions = {}): Promise<ServerFiles> {
  const { tags = [], operations = [] } = options;
  return servedFiles(await readGiven(given, options), { tags, operations });
}
