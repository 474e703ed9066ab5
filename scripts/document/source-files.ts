// The files a document is made of: each read and parsed once, and found by the references that name it.
import { dirname, join, normalize } from "node:path";
import { DocumentError, type Json, type SourcePlace } from "./document.ts";
import { fixForMissing } from "./missing-node.ts";
import { parseJson } from "./parse-json.ts";
import { parseYaml } from "./parse-yaml.ts";
import { childPointer, isArray, isObject, resolvePointer } from "./pointer.ts";
import { isUrl, type ReadText } from "./read-text.ts";
import type { SourceFile, SourceText } from "./source-file.ts";

/** What a reference leads to, in the file that holds it. */
export interface Target {
  readonly file: SourceFile;
  readonly pointer: string;
  readonly node: Json;
}

export class SourceFiles {
  readonly #readText: ReadText;
  readonly #nameOf: (path: string) => string;
  readonly #files = new Map<string, SourceFile>();

  constructor(readText: ReadText, nameOf: (path: string) => string) {
    this.#readText = readText;
    this.#nameOf = nameOf;
  }

  /** The file at a path or URL; the same one each time. */
  async open(location: string): Promise<SourceFile> {
    const path = isUrl(location) ? location : normalize(location);
    const known = this.#files.get(path);
    if (known !== undefined) return known;
    const text = (await this.#readText(path)).replace(/^\ufeff/, "");
    const file = parse({ path, name: this.#nameOf(path), text });
    this.#files.set(path, file);
    return file;
  }

  /** What `ref` means in a file: a pointer, an `$anchor`, an `$id`, another file. `place` is where it is written. */
  async resolve(ref: string, from: SourceFile, place: SourcePlace): Promise<Target> {
    const hash = ref.indexOf("#");
    const location = hash === -1 ? ref : ref.slice(0, hash);
    const fragment = hash === -1 ? "" : decodeFragment(ref.slice(hash + 1));
    const base = await this.#base(location, from, place);
    const pointer =
      fragment === "" || fragment.startsWith("/") ? base.pointer + fragment : findAnchor(base, fragment);
    const node = pointer === undefined ? undefined : resolvePointer(base.file.value, pointer);
    if (pointer !== undefined && node !== undefined) return { file: base.file, pointer, node };
    throw new DocumentError(`$ref ${JSON.stringify(ref)} names nothing in ${base.file.name}`, {
      place,
      fix: pointer === undefined ? "correct what follows the #" : fixForMissing(base.file.value, pointer),
    });
  }

  async #base(location: string, from: SourceFile, place: SourcePlace): Promise<Target> {
    if (location === "") return { file: from, pointer: "", node: from.value };
    for (const file of this.#files.values()) {
      const pointer = findKeyword(file.value, ["$id"], location);
      if (pointer !== undefined) return { file, pointer, node: resolvePointer(file.value, pointer) ?? null };
    }
    try {
      const file = await this.open(relativeTo(from.path, location));
      return { file, pointer: "", node: file.value };
    } catch (error) {
      if (!(error instanceof DocumentError) || error.place !== undefined) throw error;
      throw new DocumentError(`$ref ${JSON.stringify(location)}: ${error.message}`, {
        place,
        fix: error.fix,
        cause: error,
      });
    }
  }
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

/** JSON is YAML, too, but JSON.parse is many times faster. */
function looksLikeJson(text: string): boolean {
  if (!/^\s*[{[]/.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** RFC 3986, section 5.2, for paths as for URLs. */
function relativeTo(base: string, reference: string): string {
  if (isUrl(reference)) return reference;
  if (isUrl(base)) return new URL(reference, base).href;
  return join(dirname(base), decodeFragment(reference));
}

function decodeFragment(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function findAnchor(within: Target, name: string): string | undefined {
  const found = findKeyword(within.node, ["$anchor", "$dynamicAnchor"], name);
  return found === undefined ? undefined : within.pointer + found;
}

/** The first object, in source order, in which one of the keywords has the value. */
function findKeyword(
  node: Json,
  keywords: readonly string[],
  value: string,
  pointer = "",
): string | undefined {
  if (isObject(node) && keywords.some((keyword) => Object.hasOwn(node, keyword) && node[keyword] === value)) {
    return pointer;
  }
  for (const [key, member] of entriesOf(node)) {
    const found = findKeyword(member, keywords, value, childPointer(pointer, key));
    if (found !== undefined) return found;
  }
  return undefined;
}

function entriesOf(node: Json): [string, Json][] {
  if (isArray(node)) return node.map((item, index) => [String(index), item]);
  return isObject(node) ? Object.entries(node as Record<string, Json>) : [];
}
