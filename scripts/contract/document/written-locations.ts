// Tracks where the nodes of a document were written while its content is moved, by object identity instead of
// location.
import type { Json } from "./document.ts";
import type { Origin, Origins } from "./origins.ts";
import { isArray, isObject, toPointer } from "./pointer.ts";
import type { SourceFile } from "./source-file.ts";

/** Keeps the origin of every object and array, and of primitive values that were inserted. */
export class WrittenLocations {
  readonly #ofNodes = new Map<object, Origin>();
  /** Origins of primitive values, by the object or array that holds them and their key. */
  readonly #ofValues = new Map<object, Map<string | number, Origin>>();

  constructor(root: Json, file: SourceFile) {
    this.#keep(root, { file, pointer: "" });
  }

  /** Records where an inserted node and its descendants are written. */
  put(
    parent: object,
    key: string | number,
    { value, origin }: { readonly value: Json; readonly origin: Origin },
  ): void {
    if (isObject(value) || isArray(value)) {
      this.#ofValues.get(parent)?.delete(key);
      this.#keep(value, origin);
      return;
    }
    const values = this.#ofValues.get(parent) ?? new Map<string | number, Origin>();
    this.#ofValues.set(parent, values.set(key, origin));
  }

  /** Returns the origin of a node; for a primitive value, only if it was inserted or its holder is known. */
  originOf({
    node,
    parent,
    key,
  }: {
    readonly node: Json;
    readonly parent: object | undefined;
    readonly key: string | number;
  }): Origin | undefined {
    if (isObject(node) || isArray(node)) return this.#ofNodes.get(node);
    if (parent === undefined) return undefined;
    const put = this.#ofValues.get(parent)?.get(key);
    const holder = this.#ofNodes.get(parent);
    return put ?? (holder && { ...holder, pointer: holder.pointer + toPointer([key]) });
  }

  /**
   * To be called before items of an array are removed, because the indices of the remaining primitive values
   * change.
   */
  removeItems(items: readonly Json[], removed: ReadonlySet<string | number>): void {
    const moved = new Map<string | number, Origin>();
    let to = 0;
    for (const [from, node] of items.entries()) {
      if (removed.has(from)) continue;
      const origin =
        isObject(node) || isArray(node) ? undefined : this.originOf({ node, parent: items, key: from });
      if (origin !== undefined) moved.set(to, origin);
      to++;
    }
    this.#ofValues.set(items, moved);
  }

  /** Records in `origins` all nodes whose location differs from where they were written. */
  noteMoved(root: Json, origins: Origins): void {
    const visit = (node: Json, pointer: string, expected: Origin): void => {
      const own = (isObject(node) || isArray(node) ? this.#ofNodes.get(node) : undefined) ?? expected;
      if (own.file !== expected.file || own.pointer !== expected.pointer) origins.set(pointer, own);
      if (!isObject(node) && !isArray(node)) return;
      const values = this.#ofValues.get(node);
      for (const [key, member] of Object.entries(node)) {
        const step = toPointer([key]);
        const there = { file: own.file, pointer: own.pointer + step };
        const put = values?.get(isArray(node) ? Number(key) : key);
        if (put !== undefined && !isObject(member) && !isArray(member)) {
          if (put.file !== there.file || put.pointer !== there.pointer) origins.set(pointer + step, put);
        } else if (member !== undefined) visit(member, pointer + step, there);
      }
    };
    const { file } = this.#ofNodes.get(root as object)!;
    visit(root, "", { file, pointer: "" });
  }

  #keep(node: Json, origin: Origin): void {
    if (!isObject(node) && !isArray(node)) return;
    this.#ofNodes.set(node, origin);
    for (const [key, member] of Object.entries(node)) {
      if (typeof member === "object" && member !== null)
        this.#keep(member, { file: origin.file, pointer: origin.pointer + toPointer([key]) });
    }
  }
}
