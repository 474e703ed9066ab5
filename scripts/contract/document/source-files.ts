// The files of a document: each is read and parsed once, and found by the references to it.
import { normalize } from "node:path";
import { announceSize } from "./announce-size.ts";
import { DocumentError, type Json, type SourceLocation } from "./document.ts";
import { fixForMissing } from "./missing-node.ts";
import { parseJson } from "./parse-json.ts";
import { parseYaml } from "./parse-yaml.ts";
import { resolvePointer } from "./pointer.ts";
import { maxTotal, type ReadText, tooLargeTogether, UnreadUrl } from "./read-text.ts";
import { indexResources, resourceAt, type ResourceIndex } from "./resource-index.ts";
import type { SourceFile, SourceText } from "./source-file.ts";
import { decodeUri, isAbsoluteUri, isUrl, normalUri, resolveUri } from "./uri.ts";

/** The target of a reference, in the file that contains it. */
export interface Target {
  readonly file: SourceFile;
  readonly pointer: string;
  readonly node: Json;
}

/** How the files of a document are read and named. */
export interface SourceOptions {
  readonly readText: ReadText;
  readonly nameOf: (path: string) => string;
  /** Returns a key that is equal for two paths of the same file. Default: the normalised path. */
  readonly identify?: (path: string) => string;
  /** Maximum total text of all files, in UTF-16 units. Default: 256 Mi. */
  readonly maxTotal?: number;
  /** As in `SourceText`. */
  readonly exactNumbers?: boolean;
}

/** A reference, with the file and node in which it is written. */
export interface Written {
  readonly ref: string;
  readonly file: SourceFile;
  readonly pointer: string;
  /** Returns its location for messages. */
  place(): SourceLocation;
}

/** A part of a file with its own URI. */
interface Resource {
  readonly file: SourceFile;
  readonly pointer: string;
  readonly uri: string;
}

/**
 * The keywords that identify a file, or a part of one; and what may spell their characters in a quoted text:
 * escapes of ASCII characters and of line ends.
 */
const identifiers = /\$(?:id|self|anchor|dynamicAnchor)|\\(?:x|u00|U000000)[2-7]|\\[\r\n]/;

/** All files of one document. */
export class SourceFiles {
  readonly #options: SourceOptions;
  readonly #files = new Map<string, SourceFile>();
  readonly #indexes = new Map<SourceFile, ResourceIndex>();
  /** Each URI of a file or of a part of one → that part. */
  readonly #resources = new Map<string, Resource>();
  #entry: SourceFile | undefined;
  #hasIdentifiers = false;
  /** Text read so far, in UTF-16 units. */
  #total = 0;

  constructor(options: SourceOptions) {
    this.#options = options;
  }

  /**
   * Opens the file at a path or URL; the same object each time. `uri` is the base of references in it, if it
   * differs.
   */
  async open(location: string, uri?: string, from?: string): Promise<SourceFile> {
    const normalized = isAbsoluteUri(location) ? normalUri(location) : normalize(location);
    const known = this.#files.get(this.#identify(normalized));
    if (known !== undefined) return known;
    const read = await this.#options.readText(normalized, from);
    // After a redirect, references are relative to the final URL (RFC 3986, section 5.1.3).
    const path = typeof read === "string" ? normalized : normalUri(read.url);
    const identity = this.#identify(path);
    const text = (typeof read === "string" ? read : read.text).replace(/^\ufeff/, "");
    this.#total += text.length;
    const limit = this.#options.maxTotal ?? maxTotal;
    if (this.#total > limit) throw tooLargeTogether(this.#options.nameOf(path), limit);
    const name = this.#options.nameOf(path);
    announceSize(name, text);
    const file = parse({ path, name, text, exactNumbers: this.#options.exactNumbers ?? false });
    announceSize(name, text, file.value);
    this.#files.set(identity, file).set(this.#identify(normalized), file);
    this.#entry ??= file;
    // Few files identify their parts, and indexing a large file takes time, so it is searched for the
    // keywords first.
    const identifies = identifiers.test(text);
    this.#hasIdentifiers ||= identifies;
    const index = identifies
      ? indexResources(file.value, uri ?? identity)
      : { uris: new Map([["", uri ?? identity]]), anchors: new Map<string, string>() };
    this.#indexes.set(file, index);
    for (const [pointer, own] of index.uris) this.#name(own, { file, pointer, uri: own });
    for (const name of new Set([identity, this.#identify(normalized)]))
      this.#name(name, { file, pointer: "", uri: resourceAt(index, "").uri });
    return file;
  }

  /** False if no file read so far has a keyword that identifies a schema. */
  get hasIdentifiers(): boolean {
    return this.#hasIdentifiers;
  }

  /**
   * Returns true if some part of a file has its own URI, so that `#/…` in it may not start from the root of
   * the file.
   */
  hasParts(file: SourceFile): boolean {
    return (this.#indexes.get(file)?.uris.size ?? 0) > 1;
  }

  /** Returns an identifier of the schema resource that contains a location in a file. */
  resourceOf(file: SourceFile, pointer: string): string {
    return `${file.path}#${this.#baseOf({ file, pointer }).pointer}`;
  }

  /** Returns the anchors of the schema resource that contains a location in a file. */
  anchorsBeside(file: SourceFile, pointer: string): { name: string; pointer: string }[] {
    const { uri } = this.#baseOf({ file, pointer });
    const anchors = [...(this.#indexes.get(file)?.anchors ?? [])];
    return anchors
      .filter(([key]) => key.startsWith(`${uri}#`))
      .map(([key, place]) => ({ name: key.slice(uri.length + 1), pointer: place }));
  }

  /** Resolves a reference: a pointer, an `$anchor`, an `$id`, `$self`, or another file. */
  async resolve(written: Written): Promise<Target> {
    const { location, fragment } = split(written.ref);
    const base = this.#baseOf(written);
    const resource = location === "" ? base : await this.#resource(location, base.uri, written);
    const found = this.#find(resource, fragment, location === "");
    if (found !== undefined) return found;
    const fix = fragment === "" || fragment.startsWith("/") ? undefined : "correct what follows the #";
    throw new DocumentError(`$ref ${JSON.stringify(written.ref)} names nothing in ${resource.file.name}`, {
      place: written.place(),
      fix: fix ?? this.#fixForMissing(resource, fragment),
    });
  }

  /** Resolves a reference among the files that are already open; undefined if its target is not there. */
  known(written: Omit<Written, "place">): Target | undefined {
    const { location, fragment } = split(written.ref);
    const base = this.#baseOf(written);
    const resource = location === "" ? base : this.#resources.get(this.#uriOf(location, base.uri));
    return resource && this.#find(resource, fragment, location === "");
  }

  #identify(path: string): string {
    return isAbsoluteUri(path) ? path : (this.#options.identify?.(path) ?? path);
  }

  #uriOf(location: string, base: string): string {
    return this.#identify(resolveUri(base, location));
  }

  #name(uri: string, resource: Resource): void {
    if (!this.#resources.has(uri)) this.#resources.set(uri, resource);
  }

  #baseOf({ file, pointer }: Pick<Written, "file" | "pointer">): Resource {
    const index = this.#indexes.get(file);
    return { file, ...(index === undefined ? { pointer: "", uri: file.path } : resourceAt(index, pointer)) };
  }

  /** `isNear`: the reference has only a fragment, so it refers to this resource or else to its file. */
  #find({ file, pointer, uri }: Resource, fragment: string, isNear: boolean): Target | undefined {
    const isPointer = fragment === "" || fragment.startsWith("/");
    const places = isPointer
      ? [pointer + fragment, ...(isNear ? [fragment] : [])]
      : [this.#indexes.get(file)?.anchors.get(`${uri}#${fragment}`)];
    for (const place of places) {
      const node = place === undefined ? undefined : resolvePointer(file.value, place);
      if (place !== undefined && node !== undefined) return { file, pointer: place, node };
    }
    return undefined;
  }

  /** Only names of the entry's own nodes are listed; those of other files must not be disclosed. */
  #fixForMissing({ file, pointer }: Resource, fragment: string): string {
    return fixForMissing(file.value, pointer + fragment, file === this.#entry);
  }

  async #resource(location: string, base: string, written: Written): Promise<Resource> {
    const uri = this.#uriOf(location, base);
    const known = this.#resources.get(uri);
    if (known !== undefined) return known;
    try {
      const file = await this.#openBeside(location, uri, written.file);
      const resource = { file, ...resourceAt(this.#indexes.get(file)!, "") };
      this.#name(uri, resource);
      return this.#resources.get(uri) ?? resource;
    } catch (error) {
      if (!(error instanceof DocumentError) || error.place !== undefined) throw error;
      const Kind = error instanceof UnreadUrl ? UnreadUrl : DocumentError;
      throw new Kind(`$ref ${JSON.stringify(location)}: ${error.message}`, {
        place: written.place(),
        fix: error.fix,
        cause: error,
      });
    }
  }

  /**
   * Opens a file that is named relative to a `$self` or `$id`. These identify a file, which need not be
   * stored there, so the file is first looked for beside the referencing one, and only then at that URI.
   */
  async #openBeside(location: string, uri: string, from: SourceFile): Promise<SourceFile> {
    const beside = isAbsoluteUri(location) ? this.#besideEntry(uri) : resolveUri(from.path, location);
    if (isAbsoluteUri(from.path) && !isAbsoluteUri(beside ?? uri)) {
      throw new DocumentError("a document from a URL names a file of this machine", { fix: "name a URL" });
    }
    if (beside === undefined || beside === uri) return this.open(uri, undefined, from.path);
    try {
      return await this.open(beside, uri, from.path);
    } catch (error) {
      if (!isUrl(uri) || !(error instanceof DocumentError) || error.place !== undefined) throw error;
      return this.open(uri, undefined, from.path).catch((second: unknown) => {
        throw second instanceof UnreadUrl && !isAbsoluteUri(location) ? error : second;
      });
    }
  }

  /**
   * Returns the path, relative to the entry, of an absolute URI below the folder of the entry's own `$self`.
   */
  #besideEntry(uri: string): string | undefined {
    const entry = this.#entry;
    const self = entry && resourceAt(this.#indexes.get(entry)!, "").uri;
    if (self === undefined || !isUrl(self) || isAbsoluteUri(entry!.path)) return undefined;
    const folder = new URL(".", self).href;
    return uri.startsWith(folder) ? resolveUri(entry!.path, uri.slice(folder.length)) : undefined;
  }
}

function split(ref: string): { location: string; fragment: string } {
  const hash = ref.indexOf("#");
  if (hash === -1) return { location: ref, fragment: "" };
  return { location: ref.slice(0, hash), fragment: decodeUri(ref.slice(hash + 1)) };
}

function parse(source: SourceText): SourceFile {
  if (source.text.trim() === "") {
    throw new DocumentError("the file is empty", {
      place: { file: source.name, line: 1, column: 1 },
      fix: "write an OpenAPI document into it",
    });
  }
  if (/\.json$/i.test(source.path)) return parseJson(source);
  return looksLikeJson(source.text) ? parseJson(source) : parseYaml(source);
}

/**
 * Returns true for text that starts like JSON. JSON is valid YAML too, but JSON.parse is many times faster.
 */
function looksLikeJson(text: string): boolean {
  if (!/^\s*[{[]/.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
