// Turns `$dynamicRef` into `$ref` (JSON Schema Core, section 8.2.3.2), so that nobody else has to know of it: what is reached on
// ways that mean different things becomes one component for each meaning.
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

/** Anchor → pointer of the outermost schema that has it, on the way to where one stands. */
export type DynamicScope = ReadonlyMap<string, string>;

/** What the reader knows of a bundle whose references are all pointers. */
export interface DynamicContext {
  /** Each object with a `$dynamicRef` → what was written after its `#`. */
  readonly fragments: ReadonlyMap<JsonObject, string>;
  /** What schema resource (JSON Schema Core, section 4.3.5) the node at a pointer is part of. */
  resourceOf(pointer: string): string;
  readonly origins: Origins;
}

/** More meanings of one document than this are refused: their number can double with every anchor. */
const maxCopies = 2000;

/** Changes a bundled document where it stands. */
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

  /** The node with plain references; itself where nothing in it changes. */
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

  /** Writes the copies that were asked for, and those that they ask for. */
  finish(): void {
    if (this.#copies.size === 0) return;
    const schemas = memberObject(memberObject(this.#root, "components"), "schemas");
    // A Map's iteration also yields what is added while it runs.
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

  /** The `$ref` to what a pointer means on a way: the thing itself, or the copy for that way. */
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

/** In place of the dynamic reference; beside a `$ref` both count. */
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

/** `/components/schemas/Tree/$defs/node` → `Tree-node`: what stands between the names of a pointer says nothing. */
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
