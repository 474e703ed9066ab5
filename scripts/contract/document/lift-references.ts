// Moves the targets of references into other components (`#/components/schemas/Pet/properties/owner`) to
// components of their own, so that tools and selections that support only references to components see all of
// them.
import type { Json, JsonObject, OpenApiDocument } from "./document.ts";
import { componentSections } from "./node-types.ts";
import {
  childPointer,
  isObject,
  localPointer,
  parsePointer,
  refOf,
  resolvePointer,
  toRef,
} from "./pointer.ts";
import { replaceNodes } from "./replace-nodes.ts";
import { walkDocument } from "./walk.ts";

/** Returns the document with all references pointing to components; the same object if they already do. */
export function liftReferences(document: OpenApiDocument): OpenApiDocument {
  const { root } = document;
  const lifted = new Lifted(root);
  walkDocument(root, ({ node, type }) => {
    const target = localPointer(refOf(node) ?? "");
    if (target !== undefined && isObject(node) && !isComponent(target)) lifted.add(node, type, target);
  });
  if (lifted.places.size === 0) return document;
  const places = [...lifted.places].map(([from, to]) => ({ from, to }));
  return {
    ...document,
    root: lifted.apply(),
    locate(pointer) {
      const place = places.find(({ to }) => pointer === to || pointer.startsWith(`${to}/`));
      return document.locate(place === undefined ? pointer : place.from + pointer.slice(place.to.length));
    },
  };
}

function isComponent(pointer: string): boolean {
  const [first, section = "", name, ...rest] = parsePointer(pointer);
  const isSection = Object.values(componentSections).includes(section);
  return first === "components" && isSection && name !== undefined && rest.length === 0;
}

class Lifted {
  /** Old pointer → new pointer. */
  readonly places = new Map<string, string>();
  readonly #root: JsonObject;
  readonly #holders = new Map<JsonObject, string>();
  readonly #added = new Map<string, Map<string, Json>>();

  constructor(root: JsonObject) {
    this.#root = root;
  }

  /** Records a reference that has to change and whose target becomes a component. */
  add(holder: JsonObject, type: string, target: string): void {
    const section = componentSections[type];
    const node = resolvePointer(this.#root, target);
    if (section === undefined || node === undefined) return;
    const place = this.places.get(target) ?? this.#place(section, target, node);
    this.places.set(target, place);
    this.#holders.set(holder, toRef(place));
  }

  apply(): JsonObject {
    const components = this.#root["components"];
    const sections = Object.fromEntries(
      [...this.#added].map(([section, nodes]) => [
        section,
        { ...memberOf(components, section), ...Object.fromEntries(nodes) },
      ]),
    );
    const all = { ...this.#root, components: { ...(isObject(components) ? components : {}), ...sections } };
    return replaceNodes(all, (node) => {
      const ref = this.#holders.get(node);
      return ref === undefined ? undefined : { ...node, $ref: ref };
    });
  }

  #place(section: string, target: string, node: Json): string {
    const added = this.#added.get(section) ?? new Map<string, Json>();
    this.#added.set(section, added);
    const existing = memberOf(this.#root["components"], section);
    const plain = nameOf(target);
    let name = plain;
    for (let number = 2; added.has(name) || Object.hasOwn(existing, name); number += 1)
      name = `${plain}${number}`;
    added.set(name, node);
    return childPointer("", "components", section, name);
  }
}

/** Structural segments of a pointer, which are not part of a name. */
const between = new Set([
  "components",
  "paths",
  "properties",
  "content",
  "responses",
  "schema",
  ...Object.values(componentSections),
]);

/** `/components/schemas/Pet/properties/owner` → `PetOwner`. */
function nameOf(pointer: string): string {
  const words = parsePointer(pointer)
    .filter((segment) => !between.has(segment))
    .flatMap((segment) => segment.split(/[^A-Za-z0-9]+/))
    .filter((word) => word !== "");
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("") || "Component";
}

function memberOf(node: Json | undefined, key: string): JsonObject {
  const member = isObject(node) && Object.hasOwn(node, key) ? node[key] : undefined;
  return isObject(member) ? member : {};
}
