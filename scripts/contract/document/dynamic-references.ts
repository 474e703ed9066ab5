// Replaces `$dynamicRef` with `$ref` (JSON Schema Core, section 8.2.3.2), so that no other module has to
// support it. A schema that is reached in scopes with different meanings becomes one component per meaning.
import { defineMember, memberObject } from "./define-member.ts";
import { DocumentError, type Json, type JsonObject } from "./document.ts";
import { type DynamicAnchors, dynamicAnchors } from "./dynamic-anchors.ts";
import { type NodeType, typedChildren } from "./node-types.ts";
import type { Origins } from "./origins.ts";
import {
  child,
  isArray,
  isObject,
  localPointer,
  parsePointer,
  refOf,
  resolvePointer,
  toPointer,
  toRef,
} from "./pointer.ts";
import { pointerOf, type Visit, walkDocument } from "./walk.ts";

/** Dynamic scope: anchor → pointer of the outermost schema on the dynamic path that declares it. */
export type DynamicScope = ReadonlyMap<string, string>;

/** What is known about a bundle whose references are all pointers. */
export interface DynamicContext {
  /** Each object with a `$dynamicRef` → the fragment of that reference. */
  readonly fragments: ReadonlyMap<JsonObject, string>;
  /**
   * Returns an identifier of the schema resource (JSON Schema Core, section 4.3.5) that contains the node at
   * a pointer.
   */
  resourceOf(pointer: string): string;
  readonly origins: Origins;
}

/** Maximum number of component copies per document; their number can double with every anchor. */
const maxCopies = 2000;

/** Rewrites a bundled document in place. */
export function resolveDynamicReferences(root: JsonObject, context: DynamicContext): void {
  if (context.fragments.size === 0) return;
  const resolver = new Resolver(root, context);
  const replacements: [pointer: string, node: Json][] = [];
  walkDocument(root, (visit) => {
    if (!isSchemaRoot(visit)) return;
    const pointer = pointerOf(visit);
    const node = resolver.rewrite("schema", visit.node, pointer, new Map());
    if (node !== visit.node) replacements.push([pointer, node]);
  });
  resolver.finish();
  for (const [pointer, node] of replacements) {
    const segments = parsePointer(pointer);
    const parent = resolvePointer(root, toPointer(segments.slice(0, -1)));
    defineMember(parent as object, segments.at(-1)!, node);
  }
}

function isSchemaRoot({ type, up }: Visit): boolean {
  let above = up;
  while (above?.type === "schema{}" || above?.type === "schema[]") above = above.up;
  return type === "schema" && above?.type !== "schema";
}

interface Copy {
  readonly name: string;
  readonly pointer: string;
  readonly scope: DynamicScope;
}

class Resolver {
  readonly #root: JsonObject;
  readonly #context: DynamicContext;
  readonly #anchors: DynamicAnchors;
  readonly #copies = new Map<string, Copy>();
  readonly #names = new Set<string>();

  constructor(root: JsonObject, context: DynamicContext) {
    this.#root = root;
    this.#context = context;
    this.#anchors = dynamicAnchors(root, context);
    for (const name of Object.keys(memberOf(memberOf(root, "components"), "schemas"))) this.#names.add(name);
  }

  /** Returns the node with plain references; the same node if nothing in it changes. */
  rewrite(type: NodeType, node: Json, pointer: string, outer: DynamicScope): Json {
    if (!isObject(node) && !isArray(node)) return node;
    const scope = type === "schema" ? this.#anchors.enter(pointer, outer) : outer;
    const changed = new Map<string, Json>();
    for (const [key, childType, member] of typedChildren(type, node)) {
      const next = this.rewrite(childType, member, pointer + toPointer([key]), scope);
      if (next !== member) changed.set(key, next);
    }
    if (isArray(node)) {
      return changed.size === 0 ? node : node.map((item, index) => changed.get(String(index)) ?? item);
    }
    const target = type === "schema" ? localPointer(refOf(node) ?? "") : undefined;
    const ref = target === undefined ? undefined : this.#referTo(target, scope);
    if (ref !== undefined && ref !== refOf(node)) changed.set("$ref", ref);
    const dynamic = type === "schema" ? this.#dynamicTarget(node, scope) : undefined;
    if (changed.size === 0 && dynamic === undefined) return node;
    const copy: Record<string, Json | undefined> = { ...node, ...Object.fromEntries(changed) };
    return dynamic === undefined ? copy : withReference(copy, this.#referTo(dynamic, scope));
  }

  /** Writes the requested copies, and the copies that those request in turn. */
  finish(): void {
    if (this.#copies.size === 0) return;
    const schemas = memberObject(memberObject(this.#root, "components"), "schemas");
    // Iterating a Map also yields entries that are added during the iteration.
    for (const { name, pointer, scope } of this.#copies.values()) {
      const original = resolvePointer(this.#root, pointer) ?? true;
      defineMember(schemas, name, this.rewrite("schema", original, pointer, scope));
      this.#context.origins.set(pointerTo(name), this.#context.origins.originOf(pointer));
    }
  }

  #dynamicTarget(node: JsonObject, scope: DynamicScope): string | undefined {
    const written = node["$dynamicRef"];
    const first = typeof written === "string" ? localPointer(written) : undefined;
    if (first === undefined) return undefined;
    const name = this.#context.fragments.get(node);
    const anchor = child(resolvePointer(this.#root, first), "$dynamicAnchor");
    return name !== undefined && anchor === name ? (scope.get(name) ?? first) : first;
  }

  /**
   * Returns the `$ref` for the schema at a pointer in a scope: to the schema itself, or to its copy for that
   * scope.
   */
  #referTo(pointer: string, outer: DynamicScope): string {
    const scope = this.#anchors.relevant(pointer, this.#anchors.enter(pointer, outer));
    const own = this.#anchors.relevant(pointer, this.#anchors.scopeAt(pointer));
    const key = keyOf(scope);
    if (key === keyOf(own)) return toRef(pointer);
    const known = this.#copies.get(`${pointer} ${key}`);
    if (known !== undefined) return toRef(pointerTo(known.name));
    if (this.#copies.size >= maxCopies) {
      throw new DocumentError(`its dynamic references have more than ${maxCopies} meanings`, {
        place: this.#context.origins.locate(pointer),
        fix: "give fewer schemas a $dynamicAnchor",
      });
    }
    const [, outermost = pointer] = [...scope].find(([name, place]) => own.get(name) !== place) ?? [];
    const name = this.#nameFor(`${wordOf(pointer)}In${wordOf(outermost)}`);
    this.#copies.set(`${pointer} ${key}`, { name, pointer, scope });
    return toRef(pointerTo(name));
  }

  #nameFor(plain: string): string {
    let name = plain;
    for (let number = 2; this.#names.has(name); number += 1) name = `${plain}${number}`;
    this.#names.add(name);
    return name;
  }
}

/** Adds the `$ref` that replaces a dynamic reference; if the node already has a `$ref`, both apply. */
function withReference(node: Record<string, Json | undefined>, $ref: string): JsonObject {
  Reflect.deleteProperty(node, "$dynamicRef");
  if (node["$ref"] === undefined) return { ...node, $ref };
  const { allOf } = node;
  return { ...node, allOf: [...(isArray(allOf) ? allOf : []), { $ref }] };
}

function keyOf(scope: DynamicScope): string {
  return JSON.stringify([...scope].sort(([left], [right]) => (left < right ? -1 : 1)));
}

function pointerTo(name: string): string {
  return toPointer(["components", "schemas", name]);
}

/** `/components/schemas/Tree/$defs/node` → `Tree-node`: drops the structural segments of a pointer. */
function wordOf(pointer: string): string {
  const words = parsePointer(pointer).filter(
    (segment) => !/^(components|schemas|properties|\$defs)$/.test(segment),
  );
  return (
    words
      .join("-")
      .replace(/[^A-Za-z0-9._-]+/g, "-")
      .replace(/^-+|-+$/g, "") || "Schema"
  );
}

function memberOf(node: JsonObject, name: string): JsonObject {
  const member = child(node, name);
  return isObject(member) ? member : {};
}
