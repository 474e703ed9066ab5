// Bundles the files of a document into one: the target of an external `$ref` moves into `components`, or
// replaces the reference.
import { DocumentError, type Json, type JsonObject } from "./document.ts";
import { ComponentNames } from "./component-names.ts";
import { defineMember, memberObject } from "./define-member.ts";
import { componentSections, type NodeType } from "./node-types.ts";
import type { Origins } from "./origins.ts";
import {
  child,
  childPointer,
  isObject,
  localPointer,
  parsePointer,
  resolvePointer,
  toPointer,
  toRef,
} from "./pointer.ts";
import { UnreadUrl } from "./read-text.ts";
import { isComponent, isSkeleton, type Reference } from "./reference.ts";
import { placed, referencesAt } from "./references-at.ts";
import { ReferenceQueue } from "./reference-queue.ts";
import type { SourceFile } from "./source-file.ts";
import type { SourceFiles, Target } from "./source-files.ts";
import { type Visit, walkDocument, walkNode } from "./walk.ts";

/** A mutable object: it was parsed for this document alone, so it may be changed in place. */
export type Draft = Record<string, Json | undefined>;

/**
 * Rewrites `root`, the content of `entry`, in place until all of its references are local, and records in
 * `origins` where the added nodes were written.
 */
export async function bundle(
  root: JsonObject,
  entry: SourceFile,
  files: SourceFiles,
  origins: Origins,
): Promise<Bundled> {
  const bundler = new Bundler(root, entry, files, origins);
  bundler.start();
  await bundler.finish();
  return bundler;
}

/** The result of bundling, apart from the document's content. */
export interface Bundled {
  /**
   * Components that consist only of a reference to a URL that is not fetched, by pointer, each with the
   * error. They are left out, and reported only if something references them.
   */
  readonly unread: ReadonlyMap<string, UnreadUrl>;
  /**
   * Each object with a `$dynamicRef` → the fragment of that reference. Its file part has been resolved to a
   * pointer.
   */
  readonly dynamicFragments: ReadonlyMap<JsonObject, string>;
}

class Bundler {
  readonly unread = new Map<string, UnreadUrl>();
  readonly dynamicFragments = new Map<JsonObject, string>();
  readonly #root: JsonObject;
  readonly #entry: SourceFile;
  readonly #files: SourceFiles;
  readonly #origins: Origins;
  /** File and pointer of each relocated node → its pointer in the bundle. */
  readonly #moved = new Map<string, string>();
  /** Objects whose references are already rewritten. */
  readonly #settled = new WeakSet<JsonObject>();
  readonly #waiting = new ReferenceQueue();
  readonly #links: Omit<Reference, "ref" | "key" | "type">[] = [];
  readonly #names = new ComponentNames();
  /** Nodes that were relocated since anchors were last collected. */
  readonly #adopted: Omit<Target, "node">[] = [];

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
    do {
      for (let next = this.#waiting.shift(); next !== undefined; next = this.#waiting.shift()) {
        const target = await this.#target(next);
        if (target !== undefined) this.#settle(next, target);
      }
    } while (this.#askForAnchors());
    for (const link of this.#links) this.#settleLink(link);
  }

  async #target(reference: Reference): Promise<Target | undefined> {
    const { ref, file, writtenAt, key, pointer } = reference;
    const place = () => file.locate(childPointer(writtenAt, key));
    try {
      return await this.#files.resolve({ ref, file, pointer: writtenAt, place });
    } catch (error) {
      // A schema becomes a named type even if nothing references it, so it cannot be left out.
      if (!(error instanceof UnreadUrl) || !isComponent(reference) || reference.type === "schema")
        throw error;
      const section = resolvePointer(this.#root, toPointer(parsePointer(pointer).slice(0, -1)));
      Reflect.deleteProperty(section as object, parsePointer(pointer).at(-1)!);
      this.unread.set(pointer, error);
      return undefined;
    }
  }

  #note(visit: Visit, file: SourceFile, writtenBase: string): void {
    const { node, type } = visit;
    if (!isObject(node)) return;
    if (type === "link" && typeof node["operationRef"] === "string")
      this.#links.push(placed(visit, node, file, writtenBase));
    const skips = (holder: JsonObject, ref: string) => this.#isDone(holder, ref, file) && !isSkeleton(type);
    for (const reference of referencesAt(visit, node, { file, writtenBase, skips })) {
      const { holder, key, ref } = reference;
      if (holder === node && key === "$dynamicRef") {
        if (this.dynamicFragments.has(node)) continue;
        this.dynamicFragments.set(node, ref.replace(/^[^#]*#?/, ""));
        if (skips(holder, ref)) continue;
      }
      this.#waiting.push(reference);
    }
  }

  /**
   * Queues the anchors that a dynamic reference may resolve to: any of a resource on its dynamic path.
   * Returns true if one had to be fetched.
   */
  #askForAnchors(): boolean {
    const names = new Set(this.dynamicFragments.values());
    for (const { file, pointer: writtenAt } of names.size === 0 ? [] : this.#adopted) {
      for (const { name, pointer } of this.#files.anchorsBeside(file, writtenAt)) {
        if (!names.has(name) || file === this.#entry || this.#placeOf({ file, pointer }) !== undefined)
          continue;
        const anchor = { holder: {}, key: "$ref", ref: `#${name}`, pointer: "", file, writtenAt };
        this.#waiting.push({ ...anchor, type: "schema" });
      }
    }
    this.#adopted.length = 0;
    return !this.#waiting.isEmpty;
  }

  /**
   * Returns true also for a holder that was relocated as part of one node and is met again inside another.
   */
  #isDone(holder: JsonObject, ref: string, file: SourceFile): boolean {
    if (localPointer(ref) === undefined) return false;
    return this.#settled.has(holder) || (file === this.#entry && !this.#files.hasParts(file));
  }

  #settle(reference: Reference, target: Target): void {
    const known = target.file === this.#entry ? target.pointer : this.#placeOf(target);
    if (known === undefined) {
      this.#move(reference, target);
      return;
    }
    // Only objects that the standard allows a `$ref` for can keep one; in the skeleton, the target itself is
    // inserted.
    if (!isSkeleton(reference.type)) {
      this.#refer(reference, known);
      return;
    }
    if (`${reference.pointer}/`.startsWith(`${known}/`)) {
      const problem = `$ref ${JSON.stringify(reference.ref)} puts a part of the document inside itself`;
      const place = reference.file.locate(reference.writtenAt);
      throw new DocumentError(problem, { place, fix: "remove the reference" });
    }
    this.#replace(reference, resolvePointer(this.#root, known) ?? target.node);
    this.#origins.set(reference.pointer, { file: target.file, pointer: target.pointer });
  }

  /**
   * Returns the pointer in the bundle of a node of another file, whether it was relocated on its own or as
   * part of another node.
   */
  #placeOf(target: Omit<Target, "node">): string | undefined {
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
    const name = this.#names.take(section, named, target);
    const pointer = toPointer(["components", section, name]);
    defineMember(named, name, target.node);
    this.#moved.set(keyOf(target.file, target.pointer), pointer);
    this.#refer(reference, pointer);
    this.#adopt(reference.type, pointer, target);
  }

  /**
   * Replaces a reference with its target; the path item's own fields are kept (OpenAPI 3.1, Path Item
   * Object).
   */
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

  /**
   * Rewrites an `operationRef` only if its target is loaded anyway: an operation of a third party's document
   * is not bundled.
   */
  #settleLink({ holder, file, writtenAt }: Omit<Reference, "ref" | "key" | "type">): void {
    const target = this.#files.known({
      ref: child(holder, "operationRef") as string,
      file,
      pointer: writtenAt,
    });
    if (target === undefined) return;
    const pointer = target.file === this.#entry ? target.pointer : this.#placeOf(target);
    if (pointer !== undefined) defineMember(holder, "operationRef", toRef(pointer));
  }

  #adopt(type: NodeType, pointer: string, target: Target): void {
    this.#origins.set(pointer, { file: target.file, pointer: target.pointer });
    this.#adopted.push(target);
    walkNode({ type, node: target.node, pointer }, (visit) => this.#note(visit, target.file, target.pointer));
  }
}

function keyOf(file: SourceFile, pointer: string): string {
  return `${file.path}#${pointer}`;
}
