// Makes one document out of several files: what an external `$ref` names moves into `components`, or into its place.
import { DocumentError, type Json, type JsonObject } from "./document.ts";
import { componentName } from "./component-name.ts";
import { defineMember } from "./define-member.ts";
import { componentSections, type NodeType } from "./node-types.ts";
import type { Origins } from "./origins.ts";
import {
  childPointer,
  isObject,
  localPointer,
  parsePointer,
  refOf,
  resolvePointer,
  toPointer,
  toRef,
} from "./pointer.ts";
import type { SourceFile } from "./source-file.ts";
import type { SourceFiles, Target } from "./source-files.ts";
import { pointerOf, type Visit, walkDocument, walkNode } from "./walk.ts";

/** An object that is still to change: parsed for this document alone, so it may be changed where it stands. */
export type Draft = Record<string, Json | undefined>;

/** A reference on its way to becoming local. */
interface Reference {
  /** The object that holds it, and under which key: `$ref`, or a value of a discriminator. */
  readonly holder: Draft;
  readonly key: string;
  readonly ref: string;
  /** What it refers to. */
  readonly type: NodeType;
  /** Where the holder stands in the bundle. */
  readonly pointer: string;
  /** The file it was written in, and where the holder stands there. */
  readonly file: SourceFile;
  readonly writtenAt: string;
}

/** Changes `root`, the content of `entry`, until all its references are local; notes in `origins` where the rest is from. */
export async function bundle(
  root: JsonObject,
  entry: SourceFile,
  files: SourceFiles,
  origins: Origins,
): Promise<void> {
  const bundler = new Bundler(root, entry, files, origins);
  bundler.start();
  await bundler.finish();
}

class Bundler {
  readonly #root: JsonObject;
  readonly #entry: SourceFile;
  readonly #files: SourceFiles;
  readonly #origins: Origins;
  /** File and pointer of what has been moved → where it is now. */
  readonly #moved = new Map<string, string>();
  /** Holders whose references are already those of the bundle. */
  readonly #settled = new WeakSet<JsonObject>();
  /** What is to be done first: parts of the skeleton, then components that are only a reference, then all else. */
  readonly #waiting: [Reference[], Reference[], Reference[]] = [[], [], []];

  constructor(root: JsonObject, entry: SourceFile, files: SourceFiles, origins: Origins) {
    this.#root = root;
    this.#entry = entry;
    this.#files = files;
    this.#origins = origins;
  }

  start(): void {
    walkDocument(this.#root, (visit) => this.#note(visit, this.#entry, ""));
  }

  async finish(): Promise<void> {
    for (let next = this.#next(); next !== undefined; next = this.#next()) {
      const place = next.file.locate(childPointer(next.writtenAt, next.key));
      this.#settle(next, await this.#files.resolve(next.ref, next.file, place));
    }
  }

  #next(): Reference | undefined {
    return this.#waiting.find((queue) => queue.length > 0)?.shift();
  }

  #note(visit: Visit, file: SourceFile, writtenBase: string): void {
    const { node, type } = visit;
    if (!isObject(node)) return;
    if (type === "schema") this.#noteMapping(visit, node, file, writtenBase);
    const ref = refOf(node);
    if (ref === undefined || this.#isDone(node, ref, file)) return;
    const pointer = pointerOf(visit);
    const writtenAt = writtenBase + pointer.slice(visit.base.length);
    const reference = { holder: node, key: "$ref", ref, type, pointer, file, writtenAt };
    this.#waiting[urgency(reference)].push(reference);
  }

  /** https://spec.openapis.org/oas/v3.1.1.html#discriminator-object: `mapping` holds references, or names of schemas. */
  #noteMapping(visit: Visit, schema: JsonObject, file: SourceFile, writtenBase: string): void {
    const discriminator = schema["discriminator"];
    const mapping = isObject(discriminator) ? discriminator["mapping"] : undefined;
    if (!isObject(mapping)) return;
    const pointer = childPointer(pointerOf(visit), "discriminator", "mapping");
    const writtenAt = writtenBase + pointer.slice(visit.base.length);
    for (const [key, ref] of Object.entries(mapping)) {
      if (typeof ref !== "string" || !/[#/]|\.(json|ya?ml)$/.test(ref) || this.#isDone(mapping, ref, file))
        continue;
      this.#waiting[2].push({ holder: mapping, key, ref, type: "schema", pointer, file, writtenAt });
    }
  }

  /** Also what was moved with one node and is met again inside another. */
  #isDone(holder: JsonObject, ref: string, file: SourceFile): boolean {
    return localPointer(ref) !== undefined && (file === this.#entry || this.#settled.has(holder));
  }

  #settle(reference: Reference, target: Target): void {
    const known = target.file === this.#entry ? target.pointer : this.#placeOf(target);
    if (known === undefined) {
      this.#move(reference, target);
      return;
    }
    // Only what has a place in the standard's grammar for a `$ref` can keep one; the skeleton gets the thing itself.
    if (!isSkeleton(reference.type)) {
      this.#refer(reference, known);
      return;
    }
    if (`${reference.pointer}/`.startsWith(`${known}/`)) {
      throw new DocumentError(
        `$ref ${JSON.stringify(reference.ref)} puts a part of the document inside itself`,
        {
          place: reference.file.locate(reference.writtenAt),
          fix: "remove the reference",
        },
      );
    }
    this.#replace(reference, resolvePointer(this.#root, known) ?? target.node);
    this.#origins.set(reference.pointer, { file: target.file, pointer: target.pointer });
  }

  /** Where a foreign node is by now, on its own or inside something that was moved. */
  #placeOf(target: Target): string | undefined {
    const segments = parsePointer(target.pointer);
    for (let length = segments.length; length >= 0; length--) {
      const place = this.#moved.get(keyOf(target.file, toPointer(segments.slice(0, length))));
      if (place !== undefined) return place + toPointer(segments.slice(length));
    }
    return undefined;
  }

  #move(reference: Reference, target: Target): void {
    const section = componentSections[reference.type];
    if (section === undefined || isComponent(reference) || reference.type === "pathItem") {
      this.#moved.set(keyOf(target.file, target.pointer), reference.pointer);
      const node = this.#replace(reference, target.node);
      this.#adopt(reference.type, reference.pointer, { ...target, node });
      return;
    }
    const components = memberObject(this.#root, "components");
    const named = memberObject(components, section);
    const name = componentName(target, Object.keys(named));
    const pointer = toPointer(["components", section, name]);
    defineMember(named, name, target.node);
    this.#moved.set(keyOf(target.file, target.pointer), pointer);
    this.#refer(reference, pointer);
    this.#adopt(reference.type, pointer, target);
  }

  /** Puts a node where the reference to it stood; a path item's own fields stay (OpenAPI 3.1, Path Item Object). */
  #replace(reference: Reference, node: Json): Json {
    const segments = parsePointer(reference.pointer);
    const parent = resolvePointer(this.#root, toPointer(segments.slice(0, -1)));
    const own = Object.entries(reference.holder).filter(([key]) => key !== "$ref");
    const merged = isObject(node) && own.length > 0 ? { ...node, ...Object.fromEntries(own) } : node;
    defineMember(parent as object, segments.at(-1)!, merged);
    return merged;
  }

  #refer(reference: Reference, pointer: string): void {
    defineMember(reference.holder, reference.key, toRef(pointer));
    this.#settled.add(reference.holder);
  }

  #adopt(type: NodeType, pointer: string, target: Target): void {
    this.#origins.set(pointer, { file: target.file, pointer: target.pointer });
    walkNode({ type, node: target.node, pointer }, (visit) => this.#note(visit, target.file, target.pointer));
  }
}

function urgency(reference: Reference): 0 | 1 | 2 {
  if (isSkeleton(reference.type)) return 0;
  return isComponent(reference) ? 1 : 2;
}

/** Maps, lists and objects that the standard gives no `$ref`, but which people split off all the same. */
function isSkeleton(type: NodeType): boolean {
  return componentSections[type] === undefined && type !== "pathItem";
}

/** Whether a reference is all that a component of its own type consists of: the usual shape of a split document. */
function isComponent(reference: Reference): boolean {
  const segments = parsePointer(reference.pointer);
  const direct = segments.length === 3 && segments[0] === "components";
  return (
    direct && segments[1] === componentSections[reference.type] && Object.keys(reference.holder).length === 1
  );
}

function keyOf(file: SourceFile, pointer: string): string {
  return `${file.path}#${pointer}`;
}

function memberObject(parent: JsonObject, name: string): JsonObject {
  const existing = parent[name];
  if (isObject(existing)) return existing;
  const created = {};
  defineMember(parent, name, created);
  return created;
}
