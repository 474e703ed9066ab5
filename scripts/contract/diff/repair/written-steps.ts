// Translates the steps of an edit from the document as it was read (one bundle, in the syntax of 3.1) into
// steps in its files as they are written.
import { posix } from "node:path";
import type { Json, JsonObject, OpenApiDocument } from "../../document/document.ts";
import { type NodeType, typeAt } from "../../document/node-types.ts";
import {
  isArray,
  isObject,
  localPointer,
  parsePointer,
  resolvePointer,
  toPointer,
  toRef,
} from "../../document/pointer.ts";
import { isAbsoluteUri } from "../../document/uri.ts";
import { type EditStep, withSteps } from "./edit.ts";
import { spell30 } from "./spell-30.ts";
import { stepsBetween } from "./stepwise.ts";

/** A step in the text of one file. */
export interface WrittenStep extends EditStep {
  readonly path: string;
}

/** Translates the steps of one document. */
export class StepWriter {
  readonly #document: OpenApiDocument;
  readonly #entry: { readonly path: string; readonly root: JsonObject };
  readonly #is30: boolean;
  /** The document after the steps so far. */
  #root: JsonObject;

  /**
   * @param document the document as it was read, without the steps
   * @param entry its first file, as it is written
   */
  constructor(document: OpenApiDocument, entry: { readonly path: string; readonly root: JsonObject }) {
    this.#document = document;
    this.#entry = entry;
    this.#is30 = document.declaredVersion.startsWith("3.0.");
    this.#root = document.root;
  }

  /** Returns the steps in files; steps are made one after the other. */
  write(steps: readonly EditStep[]): WrittenStep[] {
    return steps.flatMap((step) => this.#written(step));
  }

  #written(step: EditStep): WrittenStep[] {
    const before = this.#root;
    this.#root = withSteps(before, [step]);
    return this.#spelled(step, before).map(({ pointer, value }) => {
      const written = this.#at(pointer);
      return { ...written, value: value === undefined ? undefined : this.#relative(value, written.path) };
    });
  }

  /** In 3.0 one keyword of 3.1 may be several, so that the difference of the whole schema is written. */
  #spelled({ pointer, value }: EditStep, before: JsonObject): EditStep[] {
    if (!this.#is30) return [{ pointer, value }];
    const path = parsePointer(pointer);
    const length = innermostSchema(path);
    if (length === undefined)
      return [{ pointer, value: value === undefined ? undefined : spell30(typeAt(path), value) }];
    const schema = toPointer(path.slice(0, length));
    const spelled = [before, this.#root].map((root) => spelledAt(root, schema, "schema"));
    return stepsBetween(schema, spelled[0], spelled[1]);
  }

  #at(pointer: string): { readonly path: string; readonly pointer: string } {
    return this.#document.writtenAt?.(pointer) ?? { path: this.#entry.path, pointer };
  }

  /** Rewrites references within the bundle as references from a file. */
  #relative(node: Json, path: string): Json {
    if (isArray(node)) return node.map((item) => this.#relative(item, path));
    if (!isObject(node)) return node;
    return Object.fromEntries(
      Object.entries(node).map(([name, member]) => {
        if (name === "$ref" && typeof member === "string") return [name, this.#reference(member, path)];
        if (name === "mapping" && isObject(member)) return [name, this.#mapping(member, path)];
        return [name, this.#relative(member ?? null, path)];
      }),
    );
  }

  #mapping(mapping: JsonObject, path: string): JsonObject {
    return Object.fromEntries(
      Object.entries(mapping).map(([name, target]) => [
        name,
        typeof target === "string" && target.startsWith("#") ? this.#reference(target, path) : target,
      ]),
    );
  }

  #reference(ref: string, from: string): string {
    const pointer = localPointer(ref);
    if (pointer === undefined) return ref;
    // A component of the first file keeps its name there, even if it is only a reference to another file.
    if (from === this.#entry.path && resolvePointer(this.#entry.root, pointer) !== undefined) return ref;
    const target = this.#at(pointer);
    const fragment = target.pointer === "" && target.path !== from ? "" : toRef(target.pointer);
    if (target.path === from) return fragment;
    if (isAbsoluteUri(target.path)) return `${target.path}${fragment}`;
    const relative = posix.relative(posix.dirname(from), target.path);
    return `${relative.startsWith(".") ? "" : "./"}${relative}${fragment}`;
  }
}

/** Returns the length of the path to the innermost schema; undefined if there is none. */
function innermostSchema(path: readonly string[]): number | undefined {
  for (let length = path.length; length > 0; length--)
    if (typeAt(path.slice(0, length)) === "schema") return length;
  return undefined;
}

function spelledAt(root: JsonObject, pointer: string, type: NodeType): Json | undefined {
  const node = resolvePointer(root, pointer);
  return node === undefined ? undefined : spell30(type, node);
}
