// How the library's functions accept a document: by the name that a command line would take, or in memory.
import type { JsonObject, OpenApiDocument, SourceLocation } from "../document/document.ts";
import { readDocument } from "../document/read-document.ts";
import { readNamed } from "../document/read-named.ts";
import { diskReader } from "../document/read-disk.ts";

/**
 * A path, a URL (if allowed), a document at a git revision (`HEAD~1:openapi.yaml`), `-` for standard input,
 * or the parsed document itself.
 */
export type GivenDocument = string | JsonObject;

/** Where the files of a document may come from, and the Overlays that are applied to it. */
export interface ReadingOptions {
  /** The base of relative paths. Default: the working directory. */
  readonly directory?: string | undefined;
  /** Whether documents, and what they reference, may be fetched. Default: false. */
  readonly allowUrls?: boolean | undefined;
  /**
   * Hosts that may be requested although their addresses are private. Default: those of URLs that the caller
   * names.
   */
  readonly allowHosts?: readonly string[] | undefined;
  /**
   * Whether files outside of the document's repository (or its folder, if it is in none) may be read.
   * Default: false.
   */
  readonly allowOutside?: boolean | undefined;
  /** Paths of Overlays that are applied to the document, in order. Default: none. */
  readonly overlays?: readonly string[] | undefined;
  /** Called for input without effect, such as an Overlay target that selects nothing. Default: ignored. */
  readonly notice?: ((place: SourceLocation, problem: string) => void) | undefined;
}

/** The name of a parsed document in locations. */
const inMemory = "document.json";

/**
 * Reads a document; rejects with a DocumentError with location and fix if it cannot be read or is invalid.
 */
export function readGiven(
  given: GivenDocument,
  { directory = process.cwd(), ...reading }: ReadingOptions,
  how: { readonly exactNumbers?: boolean; readonly fillsEmpty?: boolean } = {},
): Promise<OpenApiDocument> {
  if (typeof given === "string") return readNamed(given, { directory, ...reading, ...how });
  const { allowOutside = false } = reading;
  const readBeside = diskReader(inMemory, { directory, allowOutside });
  return readDocument(inMemory, {
    directory,
    ...reading,
    ...how,
    readText: (path) => (path === inMemory ? Promise.resolve(JSON.stringify(given)) : readBeside(path)),
  });
}
