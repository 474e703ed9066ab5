// Reads a complete OpenAPI document of any 3.x version with all of its files, checks it, and keeps the source
// location of every node.
import { resolve } from "node:path";
import { announcePhase } from "./announce-progress.ts";
import { bundle } from "./bundle.ts";
import { checkDocument } from "./check-document.ts";
import { DocumentError, type JsonObject, type OpenApiDocument, type SourceLocation } from "./document.ts";
import { dropIdentifiers } from "./drop-identifiers.ts";
import { resolveDynamicReferences } from "./dynamic-references.ts";
import { openParentCircles } from "./open-parent-circles.ts";
import { Origins } from "./origins.ts";
import { fillEmpty } from "./fill-empty.ts";
import { isObject } from "./pointer.ts";
import { applyOverlays } from "./apply-overlays.ts";
import { diskReader, readDisk } from "./read-disk.ts";
import { type Overlay, readOverlay } from "./read-overlay.ts";
import { readInput, standardInput } from "./read-input.ts";
import { type ReadFile, type ReadText, unreadUrl } from "./read-text.ts";
import type { UrlReader } from "./read-url.ts";
import { rejectSchemaCircles } from "./schema-circles.ts";
import { nameSecuritySchemes } from "./security-names.ts";
import type { SourceFile } from "./source-file.ts";
import { SourceFiles } from "./source-files.ts";
import { rejectUnread } from "./unread-components.ts";
import { upgrade30 } from "./upgrade-30.ts";
import { isAbsoluteUri, isUrl } from "./uri.ts";

/** Options for reading a document. */
export interface ReadOptions {
  /**
   * Reads the text of a file; the document's other files are requested by paths relative to the first.
   * Default: disk.
   */
  readonly readText?: ReadText;
  /** The base of relative paths on disk. Default: the working directory. */
  readonly directory?: string;
  /**
   * Whether files outside the document's repository (or its folder, if it is in none) may be read. Default:
   * false.
   */
  readonly allowOutside?: boolean | undefined;
  /** Returns the name of a file in messages and locations. Default: its path. */
  readonly nameOf?: (path: string) => string;
  /**
   * Whether `http:` and `https:` URLs are fetched; otherwise they are rejected. Undefined if the command has
   * no flag to allow them, so that the error does not suggest one.
   */
  readonly allowUrls?: boolean | undefined;
  /**
   * Hosts (`10.0.0.7`, `files.internal:8443`) that may be requested although their addresses are private. The
   * hosts of URLs that the user names are always allowed.
   */
  readonly allowHosts?: readonly string[] | undefined;
  /** Paths (or URLs, if allowed) of Overlays, in the order in which they are applied to the document. */
  readonly overlays?: readonly string[] | undefined;
  /** Reads an Overlay. Default: from disk, whatever the revision of the document. */
  readonly readOverlay?: ReadText | undefined;
  /** Called for input without effect, such as an Overlay target that selects nothing. */
  readonly notice?: ((place: SourceLocation, problem: string) => void) | undefined;
  /** Called with the absolute path of each file that is read from disk. */
  readonly onFile?: ((path: string) => void) | undefined;
  /**
   * Whether numbers that no double represents exactly are kept as `ExactNumber`. Default: they become the
   * nearest double.
   */
  readonly exactNumbers?: boolean;
  /**
   * Whether maps without a value, such as `content:`, are read as empty and listed in `emptied`. Default:
   * they are rejected.
   */
  readonly fillsEmpty?: boolean;
}

/** The options for reading documents that the user of a command can set. */
export type Reading = Pick<
  ReadOptions,
  "allowUrls" | "allowHosts" | "allowOutside" | "overlays" | "readOverlay" | "notice"
>;

/** The location that stands for standard input. */
const input = "-";

/**
 * Reads the document at a path (or URL, if allowed; `-` for standard input), with every file it references.
 *
 * @throws DocumentError, with file, line and column where known, for every problem that makes it unreadable
 *   or invalid
 */
export async function readDocument(location: string, options: ReadOptions = {}): Promise<OpenApiDocument> {
  const isInput = location === input;
  const readUrl = urlsOf(location, options);
  const {
    directory = process.cwd(),
    readText = diskReader(location, { directory, allowOutside: options.allowOutside ?? false }),
    nameOf = (path: string) => (isInput && path === location ? standardInput : path),
    exactNumbers = false,
    fillsEmpty = false,
  } = options;
  announcePhase(`read ${nameOf(location)}`);
  const files = new SourceFiles({
    readText: (path, from) => {
      if (isInput && path === location) return readInput();
      if (isAbsoluteUri(path)) return readUrl(path, from);
      options.onFile?.(resolve(directory, path));
      return readText(path, from);
    },
    nameOf,
    exactNumbers,
    ...(options.readText === undefined && { identify: (path: string) => resolve(directory, path) }),
  });
  const entry = await asOpenApi(await files.open(location), options);
  const { root, declaredVersion } = recognize(entry);
  const origins = new Origins(entry);
  await overlay(root, { entry, origins, directory, options, readUrl });
  if (declaredVersion.startsWith("3.2.")) nameSecuritySchemes(root, entry, files);
  const { unread, dynamicFragments } = await bundle(root, entry, files, origins);
  rejectUnread(root, unread);
  resolveDynamicReferences(root, {
    fragments: dynamicFragments,
    resourceOf: (pointer) => {
      const { file, pointer: writtenAt } = origins.originOf(pointer);
      return files.resourceOf(file, writtenAt);
    },
    origins,
  });
  if (files.hasIdentifiers || (options.overlays ?? []).length > 0) dropIdentifiers(root);
  const document: OpenApiDocument = {
    root,
    declaredVersion,
    name: nameOf(location),
    ...(fillsEmpty && { emptied: fillEmpty(root) }),
    locate: (pointer) => origins.locate(pointer),
    writtenAt: (pointer) => {
      const { file, pointer: writtenAt } = origins.originOf(pointer);
      return { path: file.path, pointer: writtenAt };
    },
  };
  checkDocument(document);
  openParentCircles(root, origins);
  rejectSchemaCircles(document);
  if (declaredVersion.startsWith("3.0.")) {
    upgrade30(root, (pointer, writtenAt) => {
      origins.set(pointer, origins.originOf(writtenAt));
    });
  }
  return document;
}

type ReadUrl = (url: string, from?: string) => Promise<ReadFile>;

/** Returns the URL reader for one document. The network code is loaded with the first URL. */
function urlsOf(location: string, { allowUrls, allowHosts = [], overlays = [] }: ReadOptions): ReadUrl {
  let reader: UrlReader | undefined;
  return async (url, from) => {
    if (allowUrls !== true || !isUrl(url)) throw unreadUrl(url, allowUrls);
    const { UrlReader: Reader } = await import("./read-url.ts");
    reader ??= new Reader({ allowed: allowUrls, named: [location, ...overlays, ...allowHosts] });
    return reader.read(url, from);
  };
}

/** Converts a Swagger 2.0 document; its Overlays are applied to the result. */
async function asOpenApi(file: SourceFile, { notice = () => undefined }: ReadOptions): Promise<SourceFile> {
  if (!isObject(file.value) || file.value["swagger"] !== "2.0") return file;
  const { convertSwagger } = await import("./convert-swagger.ts");
  return convertSwagger(file, notice);
}

/** Applies the requested Overlays. They are read from disk even if the document comes from a revision. */
async function overlay(
  root: JsonObject,
  given: {
    readonly entry: SourceFile;
    readonly origins: Origins;
    readonly directory: string;
    readonly options: ReadOptions;
    readonly readUrl: ReadUrl;
  },
): Promise<void> {
  const { entry, origins, directory, options, readUrl } = given;
  const { overlays = [], exactNumbers = false, notice = () => undefined, onFile } = options;
  const { readOverlay: readText = (path: string) => readDisk(path, directory) } = options;
  if (overlays.length === 0) return;
  const files = new SourceFiles({
    readText: (path) => {
      if (isAbsoluteUri(path)) return readUrl(path);
      onFile?.(resolve(directory, path));
      return readText(path);
    },
    nameOf: (path) => path,
    exactNumbers,
  });
  const read: Overlay[] = [];
  for (const path of overlays) read.push(readOverlay(await files.open(path)));
  await applyOverlays(root, read, { entry, origins, notice });
}

/** Other formats that are recognised by a field that names them. */
const formats = [
  {
    field: "swagger",
    name: "Swagger",
    fix: 'write swagger: "2.0" if it is that, or convert it to OpenAPI 3 first',
  },
  {
    field: "overlay",
    name: "Overlay",
    fix: "name the document that it changes, and this one by --overlay",
  },
  { field: "arazzo", name: "Arazzo", fix: "name the OpenAPI document that its workflows call" },
  { field: "asyncapi", name: "AsyncAPI", fix: "name an OpenAPI document" },
];

function recognize(entry: SourceFile): { root: JsonObject; declaredVersion: string } {
  const root = entry.value;
  const refuse = (problem: string, place: SourceLocation, fix: string): never => {
    throw new DocumentError(problem, { place, fix });
  };
  if (!isObject(root)) {
    return refuse(
      "this is not an OpenAPI document: it is not an object",
      entry.locate(""),
      "start it with openapi: 3.1.0",
    );
  }
  const version = root["openapi"];
  if (version === undefined) {
    const other = formats.find(({ field }) => root[field] !== undefined);
    if (other === undefined) {
      return refuse(
        "this is not an OpenAPI document: it has no openapi field",
        entry.locate(""),
        "start it with openapi: 3.1.0",
      );
    }
    const { field, name, fix } = other;
    const found = `${name} ${JSON.stringify(root[field])}`;
    return refuse(`this is ${found}; read are OpenAPI 3.0, 3.1 and 3.2`, entry.locate(`/${field}`), fix);
  }
  if (typeof version !== "string" || !/^3\.[0-2]\.\d+(-.*)?$/.test(version)) {
    return refuse(
      `openapi is ${JSON.stringify(version)}; read are OpenAPI 3.0, 3.1 and 3.2`,
      entry.locate("/openapi"),
      "write the whole version, such as openapi: 3.1.0",
    );
  }
  return { root, declaredVersion: version };
}
