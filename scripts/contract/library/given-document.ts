// How the functions of the library take a document: what a person would name on a command line, or one that is in memory.
import type { JsonObject, OpenApiDocument, SourcePlace } from "../document/document.ts";
import { readDocument } from "../document/read-document.ts";
import { readNamed } from "../document/read-named.ts";
import { diskReader } from "../document/read-disk.ts";

/** A path, a URL (where they are allowed), a document at a git revision (`HEAD~1:openapi.yaml`), `-`, or the parsed document itself. */
export type GivenDocument = string | JsonObject;

/** Where the files of a document may come from, and what is done to it first. */
export interface ReadingOptions {
  /** What relative paths start from. Default: the working directory. */
  readonly directory?: string | undefined;
  /** Whether documents, and what they refer to, may be fetched. Default: false. */
  readonly allowUrls?: boolean | undefined;
  /** Hosts that may be asked although their addresses are private. Default: those of URLs that are named here. */
  readonly allowHosts?: readonly string[] | undefined;
  /** Whether files outside of the document's repository, or its folder, may be read. Default: false. */
  readonly allowOutside?: boolean | undefined;
  /** Overlays that are applied to the document, by their paths, in their order. Default: none. */
  readonly overlays?: readonly string[] | undefined;
  /** Told of what has no effect, such as a target of an Overlay that selects nothing. Default: nobody is. */
  readonly notice?: ((place: SourcePlace, problem: string) => void) | undefined;
}

/** How places name a document that was given parsed. */
const inMemory = "document.json";

/** Rejects with a DocumentError, which says where and how it is mended, for whatever keeps it from being a document. */
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
