// Reads an OpenAPI document whole: all of its files, any 3.x version, checked, and every node's place remembered.
import { resolve } from "node:path";
import { announcePhase } from "./announce-progress.ts";
import { bundle } from "./bundle.ts";
import { checkDocument } from "./check-document.ts";
import { DocumentError, type JsonObject, type OpenApiDocument, type SourcePlace } from "./document.ts";
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
import { refuseSchemaCircles } from "./schema-circles.ts";
import { nameSecuritySchemes } from "./security-names.ts";
import type { SourceFile } from "./source-file.ts";
import { SourceFiles } from "./source-files.ts";
import { refuseUnread } from "./unread-components.ts";
import { upgrade30 } from "./upgrade-30.ts";
import { isAbsoluteUri, isUrl } from "./uri.ts";

export interface ReadOptions {
  /** Reads the text of a file; the document's other files are asked for by their path beside the first. Default: disk. */
  readonly readText?: ReadText;
  /** What relative paths on disk start from. Default: the working directory. */
  readonly directory?: string;
  /** Whether files may be read from outside the document's repository, or its folder where it is in none. */
  readonly allowOutside?: boolean | undefined;
  /** How messages and places name a file. Default: by its path. */
  readonly nameOf?: (path: string) => string;
  /**
   * Whether `http:` and `https:` addresses are fetched; they are refused otherwise. Undefined where the command has no flag
   * to allow them, so that none is advised.
   */
  readonly allowUrls?: boolean | undefined;
  /** Hosts (`10.0.0.7`, `files.internal:8443`) that may be asked although their addresses are private. That of a URL that is named here, may be. */
  readonly allowHosts?: readonly string[] | undefined;
  /** Paths (or URLs, if allowed) of Overlays, in the order in which they are applied to the document. */
  readonly overlays?: readonly string[] | undefined;
  /** Reads an Overlay. Default: from disk, whatever revision the document is of. */
  readonly readOverlay?: ReadText | undefined;
  /** Told of what was read and has no effect, such as a target of an Overlay that selects nothing. */
  readonly notice?: ((place: SourcePlace, problem: string) => void) | undefined;
  /** Told of each file on disk that is read, by its absolute path. */
  readonly onFile?: ((path: string) => void) | undefined;
  /** Whether numbers that no double says are kept as `ExactNumber`. Default: the nearest double. */
  readonly exactNumbers?: boolean;
  /** Whether maps with nothing behind them, such as `content:`, are read as empty and named in `emptied`. Default: they are refused. */
  readonly fillsEmpty?: boolean;
}

/** What the users of a command choose of how its documents are read. */
export type Reading = Pick<
  ReadOptions,
  "allowUrls" | "allowHosts" | "allowOutside" | "overlays" | "readOverlay" | "notice"
>;

/** The location that is standard input. */
const input = "-";

/**
 * Reads the document at a path (or URL, if allowed; `-` for standard input), with every file it refers to.
 *
 * Throws a DocumentError, with file, line and column where there are any, for all that keeps it from being one.
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
  refuseUnread(root, unread);
  resolveDynamicReferences(root, {
    fragments: dynamicFragments,
    resourceOf: (pointer) => {
      const { file, pointer: writtenAt } = origins.originOf(pointer);
      return files.resourceOf(file, writtenAt);
    },
    origins,
  });
  dropIdentifiers(root);
  const document: OpenApiDocument = {
    root,
    declaredVersion,
    name: nameOf(location),
    ...(fillsEmpty && { emptied: fillEmpty(root) }),
    locate: (pointer) => origins.locate(pointer),
  };
  checkDocument(document);
  openParentCircles(root, origins);
  refuseSchemaCircles(document);
  if (declaredVersion.startsWith("3.0.")) {
    upgrade30(root, (pointer, writtenAt) => {
      origins.set(pointer, origins.originOf(writtenAt));
    });
  }
  return document;
}

type ReadUrl = (url: string, from?: string) => Promise<ReadFile>;

/** Reads URLs for one document. What speaks to a network is loaded with the first of them. */
function urlsOf(location: string, { allowUrls, allowHosts = [], overlays = [] }: ReadOptions): ReadUrl {
  let reader: UrlReader | undefined;
  return async (url, from) => {
    if (allowUrls !== true || !isUrl(url)) throw unreadUrl(url, allowUrls);
    const { UrlReader: Reader } = await import("./read-url.ts");
    reader ??= new Reader({ allowed: allowUrls, named: [location, ...overlays, ...allowHosts] });
    return reader.read(url, from);
  };
}

/** A document of Swagger 2.0 is converted; its Overlays see what it became. */
async function asOpenApi(file: SourceFile, { notice = () => undefined }: ReadOptions): Promise<SourceFile> {
  if (!isObject(file.value) || file.value["swagger"] !== "2.0") return file;
  const { convertSwagger } = await import("./convert-swagger.ts");
  return convertSwagger(file, notice);
}

/** Applies the Overlays that were asked for. They are read from disk, also where the document comes from a revision. */
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

/** What else opens with a field that says what it is. */
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
  const refuse = (problem: string, place: SourcePlace, fix: string): never => {
    throw new DocumentError(problem, { place, fix });
  };
  if (!isObject(root)) {
    return refuse(
      "this is no OpenAPI document: it is not an object",
      entry.locate(""),
      "start it with openapi: 3.1.0",
    );
  }
  const version = root["openapi"];
  if (version === undefined) {
    const other = formats.find(({ field }) => root[field] !== undefined);
    if (other === undefined) {
      return refuse(
        "this is no OpenAPI document: it has no openapi field",
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
