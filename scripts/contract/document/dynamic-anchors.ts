// Resolves the dynamic anchors of a bundle: which are in scope at a schema, and which of them a schema
// depends on.
import { DocumentError, type Json, type JsonObject } from "./document.ts";
import type { DynamicContext, DynamicScope } from "./dynamic-references.ts";
import { typeAt } from "./node-types.ts";
import type { Origins } from "./origins.ts";
import { child, isObject, localPointer, parsePointer, refOf, resolvePointer, toPointer } from "./pointer.ts";
import { pointerOf, walkDocument, walkNode } from "./walk.ts";
import { addAll } from "./long-lists.ts";

/** The dynamic anchors of one bundle. */
export interface DynamicAnchors {
  /**
   * Returns the scope inside the schema at a pointer: `outer`, plus the anchors of the schema's resource
   * whose names `outer` lacks.
   */
  enter(pointer: string, outer: DynamicScope): DynamicScope;
  /** Returns the scope at a schema, starting from the outermost schema that contains it. */
  scopeAt(pointer: string): DynamicScope;
  /** Returns the part of a scope that affects the meaning of the schema at a pointer. */
  relevant(pointer: string, scope: DynamicScope): DynamicScope;
}

export function dynamicAnchors(root: JsonObject, context: DynamicContext): DynamicAnchors {
  const byResource = new Map<string, Map<string, string>>();
  const used = new Set(context.fragments.values());
  walkDocument(root, (visit) => {
    const name = visit.type === "schema" ? child(visit.node, "$dynamicAnchor") : undefined;
    if (typeof name !== "string") return;
    const pointer = pointerOf(visit);
    const resource = context.resourceOf(pointer);
    const known = byResource.get(resource);
    if (known === undefined) byResource.set(resource, new Map([[name, pointer]]));
    else if (!known.has(name)) known.set(name, pointer);
    else if (used.has(name)) rejectTwin(name, context.origins, [known.get(name)!, pointer]);
  });
  const enter = (pointer: string, outer: DynamicScope): DynamicScope => {
    const added = byResource.get(context.resourceOf(pointer));
    return added === undefined ? outer : new Map([...added, ...outer]);
  };
  const needs = neededNames(root, context, byResource);
  return {
    enter,
    scopeAt(pointer) {
      const segments = parsePointer(pointer);
      const first = segments.findIndex((_, at) => typeAt(segments.slice(0, at + 1)) === "schema");
      let scope: DynamicScope = new Map();
      for (let length = first === -1 ? segments.length : first + 1; length <= segments.length; length++)
        scope = enter(toPointer(segments.slice(0, length)), scope);
      return scope;
    },
    relevant(pointer, scope) {
      const names = needs(pointer);
      return new Map([...scope].filter(([name]) => names.has(name)));
    },
  };
}

/**
 * Rejects two anchors of one name in one resource, which make references ambiguous. Two copies of one
 * relocated node are allowed.
 */
function rejectTwin(name: string, origins: Origins, [first, second]: readonly [string, string]): void {
  const [one, other] = [origins.originOf(first), origins.originOf(second)];
  if (one.file === other.file && one.pointer === other.pointer) return;
  throw new DocumentError(`$dynamicAnchor ${JSON.stringify(name)} is written twice in one schema resource`, {
    place: origins.locate(second),
    fix: "give each of the two schemas an $id of its own, or one anchor another name",
  });
}

/** Returns the names of the dynamic references that are reachable from the schema at a pointer. */
function neededNames(
  root: JsonObject,
  { fragments }: DynamicContext,
  byResource: ReadonlyMap<string, ReadonlyMap<string, string>>,
): (pointer: string) => ReadonlySet<string> {
  const places = new Map<string, string[]>();
  for (const anchors of byResource.values())
    for (const [name, pointer] of anchors) places.set(name, [...(places.get(name) ?? []), pointer]);
  const needed = new Map<string, Set<string>>();
  const referrers = new Map<string, string[]>();
  const uses: [pointer: string, name: string][] = [];
  const look = (start: string): void => {
    needed.set(start, new Set());
    const refer = (target: string | undefined): void => {
      if (target === undefined) return;
      referrers.set(target, [...(referrers.get(target) ?? []), start]);
      if (!needed.has(target)) open.push(target);
    };
    const note = (node: Json): void => {
      if (!isObject(node)) return;
      refer(localPointer(refOf(node) ?? ""));
      const dynamic = node["$dynamicRef"];
      if (typeof dynamic !== "string") return;
      refer(localPointer(dynamic));
      const name = fragments.get(node);
      if (name === undefined) return;
      uses.push([start, name]);
      for (const place of places.get(name) ?? []) refer(place);
    };
    const node = resolvePointer(root, start);
    if (node !== undefined) walkNode({ type: "schema", node, pointer: start }, (visit) => note(visit.node));
  };
  const open: string[] = [];
  const spread = (pointer: string, name: string): void => {
    for (const next = [pointer]; next.length > 0;) {
      const at = next.pop()!;
      const names = needed.get(at);
      if (names === undefined || names.has(name)) continue;
      names.add(name);
      addAll(next, referrers.get(at) ?? []);
    }
  };
  return (pointer) => {
    if (!needed.has(pointer)) {
      for (open.push(pointer); open.length > 0;) {
        const next = open.pop()!;
        if (!needed.has(next)) look(next);
      }
      for (const [at, name] of uses) spread(at, name);
      // Schemas found earlier are complete, but newly found schemas may reference them.
      for (const [at, names] of [...needed])
        for (const name of names) for (const from of referrers.get(at) ?? []) spread(from, name);
    }
    return needed.get(pointer) ?? new Set();
  };
}
