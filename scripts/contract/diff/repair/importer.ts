// Imports nodes of base into head, with the components they reference: those that head lacks, and, under
// another name, those that differ in head.
import type { Json, JsonObject } from "../../document/document.ts";
import {
  childPointer,
  isArray,
  isObject,
  localPointer,
  parsePointer,
  refOf,
  resolvePointer,
  toRef,
} from "../../document/pointer.ts";
import type { EqualClosure } from "../equal-closure.ts";
import type { EditStep } from "./edit.ts";

/** The imports of one edit: each component is named once. */
export class Importer {
  readonly #base: JsonObject;
  readonly #head: JsonObject;
  readonly #same: EqualClosure;
  readonly #names = new Map<string, string>();
  readonly #added: EditStep[] = [];

  readonly #keepsNames: boolean;

  /**
   * @param keepsNames whether a component of head replaces base's component of the same name, even if they
   *   differ
   */
  constructor(base: JsonObject, head: JsonObject, same: EqualClosure, keepsNames = false) {
    this.#keepsNames = keepsNames;
    this.#base = base;
    this.#head = head;
    this.#same = same;
  }

  /** Returns the steps needed besides the nodes themselves. */
  get steps(): readonly EditStep[] {
    return this.#added;
  }

  /** Converts a node of base into one that head can contain. */
  node(node: Json): Json {
    if (isArray(node)) return node.map((item) => this.node(item));
    if (!isObject(node)) return node;
    const ref = refOf(node);
    return Object.fromEntries(
      Object.entries(node).map(([name, member]) => {
        if (name === "$ref" && ref !== undefined) return [name, this.#reference(ref)];
        if (name === "mapping" && isObject(member)) return [name, this.#mapping(member)];
        return [name, this.node(member ?? null)];
      }),
    );
  }

  /** Imports security schemes, which are referenced by name, not by `$ref`. */
  security(alternatives: Json | undefined): void {
    for (const alternative of isArray(alternatives) ? alternatives : [])
      for (const name of isObject(alternative) ? Object.keys(alternative) : [])
        this.#reference(toRef(childPointer("", "components", "securitySchemes", name)));
  }

  #mapping(mapping: JsonObject): JsonObject {
    return Object.fromEntries(
      Object.entries(mapping).map(([name, target]) => [
        name,
        typeof target === "string" && target.startsWith("#/") ? this.#reference(target) : target,
      ]),
    );
  }

  #reference(ref: string): string {
    const pointer = localPointer(ref);
    if (pointer === undefined) return ref;
    const known = this.#names.get(pointer);
    if (known !== undefined) return known;
    const [before, after] = [resolvePointer(this.#base, pointer), resolvePointer(this.#head, pointer)];
    const [components, section, name, ...inside] = parsePointer(pointer);
    const isComponent = components === "components" && section !== undefined && name !== undefined;
    if (
      before === undefined ||
      !isComponent ||
      (after !== undefined && (this.#keepsNames || this.#same({ $ref: ref }, { $ref: ref })))
    ) {
      this.#names.set(pointer, ref);
      return ref;
    }
    if (inside.length > 0) {
      const whole = this.#reference(toRef(childPointer("", "components", section, name)));
      const named = toRef(childPointer(localPointer(whole) ?? "", ...inside));
      this.#names.set(pointer, named);
      return named;
    }
    const target = childPointer(
      "",
      "components",
      section,
      after === undefined ? name : this.#free(section, name),
    );
    // Registered before its references are followed: it may reference itself.
    this.#names.set(pointer, toRef(target));
    this.#added.push({ pointer: target, value: this.node(before) });
    return toRef(target);
  }

  #free(section: string, name: string): string {
    let free = `${name}Before`;
    for (let count = 2; this.#isTaken(section, free); count++) free = `${name}Before${count}`;
    return free;
  }

  #isTaken(section: string, name: string): boolean {
    const pointer = childPointer("", "components", section, name);
    return (
      resolvePointer(this.#head, pointer) !== undefined ||
      resolvePointer(this.#base, pointer) !== undefined ||
      this.#added.some((step) => step.pointer === pointer)
    );
  }
}
