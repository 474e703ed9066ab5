// Applies Overlays to a freshly parsed document, before anything else reads it (Overlay Specification 1.0 and
// 1.1).
import { copyJson } from "./copy-json.ts";
import { defineMember } from "./define-member.ts";
import { DocumentError, type Json, type JsonObject, type SourceLocation } from "./document.ts";
import type { Origin, Origins } from "./origins.ts";
import { isArray, isObject, toPointer } from "./pointer.ts";
import type { Overlay, OverlayAction } from "./read-overlay.ts";
import type { SourceFile } from "./source-file.ts";
import { WrittenLocations } from "./written-locations.ts";
import { withinTime } from "./within-time.ts";

/** Evaluates a JSONPath and returns the matched values, each with the keys that lead to it. */
type Query = (path: string, document: Json) => readonly { readonly location: readonly (string | number)[] }[];

type Container = Record<string, Json> | Json[];

interface Found {
  readonly node: Json;
  /** Undefined if the match is the whole document. */
  readonly parent: Container | undefined;
  readonly key: string | number;
}

/**
 * Applies Overlays to the content of `entry` in place, and records in `origins` every node that was moved or
 * added.
 *
 * `notice`: called with the location of each target that selects nothing
 */
export async function applyOverlays(
  root: JsonObject,
  overlays: readonly Overlay[],
  {
    entry,
    origins,
    notice,
  }: {
    readonly entry: SourceFile;
    readonly origins: Origins;
    readonly notice: (place: SourceLocation, problem: string) => void;
  },
): Promise<void> {
  // The package is CommonJS: when it is bundled, its exports appear only on the default export.
  const loaded = await import("json-p3");
  const { jsonpath } =
    "jsonpath" in loaded ? loaded : (loaded as { readonly default: typeof loaded }).default;
  const query: Query = (path, document) => jsonpath.query(path, document as never).nodes;
  const places = new WrittenLocations(root, entry);
  for (const overlay of overlays) {
    for (const action of overlay.actions) {
      const found = find(root, action.target, { query, overlay, at: `${action.pointer}/target` });
      if (found.length === 0)
        notice(
          overlay.file.locate(`${action.pointer}/target`),
          `${action.target} selects nothing: the action does nothing`,
        );
      else apply(action, found, { root, query, overlay, places });
    }
  }
  places.noteMoved(root, origins);
}

interface Applying {
  readonly root: JsonObject;
  readonly query: Query;
  readonly overlay: Overlay;
  readonly places: WrittenLocations;
}

function apply(action: OverlayAction, found: readonly Found[], applying: Applying): void {
  if (action.remove) remove(action, found, applying);
  else {
    const { value, origin } = given(action, applying);
    for (const one of found) update(one, value, { action, origin, applying });
  }
}

/** Returns the value that an action merges, appends or inserts, and where it is written. */
function given(
  { pointer, update: value, copy }: OverlayAction,
  { root, query, overlay, places }: Applying,
): { readonly value: Json; readonly origin: Origin } {
  if (copy === undefined)
    return { value: value ?? null, origin: { file: overlay.file, pointer: `${pointer}/update` } };
  const at = `${pointer}/copy`;
  const [source, ...others] = find(root, copy, { query, overlay, at });
  if (source === undefined || others.length > 0)
    throw new DocumentError(
      `${copy} selects ${source === undefined ? "nothing" : `${others.length + 1} nodes`}; one is copied`,
      { place: overlay.file.locate(at), fix: "write a path that leads to one node" },
    );
  // Copied first, because the target may lie inside the copied node.
  return {
    value: copyJson(source.node),
    origin: places.originOf(source) ?? { file: overlay.file, pointer: at },
  };
}

function find(
  root: JsonObject,
  path: string,
  { query, overlay, at }: { readonly query: Query; readonly overlay: Overlay; readonly at: string },
): Found[] {
  const seen = new Set<string>();
  return selected(root, path, { query, overlay, at }).flatMap((location) => {
    // A path with several selectors can match one node twice.
    const name = toPointer(location);
    if (seen.has(name)) return [];
    seen.add(name);
    return [follow(root, location)];
  });
}

/**
 * Timeout of one JSONPath in milliseconds: paths may contain regular expressions and nested recursive
 * descents.
 */
const longestQuery = 20_000;

function selected(
  root: JsonObject,
  path: string,
  { query, overlay, at }: { readonly query: Query; readonly overlay: Overlay; readonly at: string },
): (readonly (string | number)[])[] {
  try {
    const found = withinTime(() => query(path, root), longestQuery);
    if (found !== undefined) return found.value.map(({ location }) => location);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new DocumentError(`${path} is not a valid JSONPath expression: ${why}`, {
      place: overlay.file.locate(at),
      fix: "use the syntax of RFC 9535, such as $.paths['/pets'].get",
      cause: error,
    });
  }
  throw new DocumentError(`${path} is not found within ${longestQuery / 1000} s`, {
    place: overlay.file.locate(at),
    fix: "name the nodes more closely, or write a regular expression without repeats of repeats",
  });
}

function follow(root: JsonObject, location: readonly (string | number)[]): Found {
  let found: Found = { node: root, parent: undefined, key: "" };
  for (const key of location) {
    const parent = found.node as Container;
    found = { node: (parent as Record<string, Json>)[key]!, parent, key };
  }
  return found;
}

function update(
  { node, parent, key }: Found,
  value: Json,
  {
    action,
    origin,
    applying,
  }: { readonly action: OverlayAction; readonly origin: Origin; readonly applying: Applying },
): void {
  const { overlay, places } = applying;
  const refuse = (problem: string, fix: string): never => {
    throw new DocumentError(problem, { place: overlay.file.locate(action.pointer), fix });
  };
  if (isArray(node)) {
    append(node as Json[], value, { origin, places });
    return;
  }
  if (isObject(node)) {
    if (!isObject(value))
      refuse(
        `${action.target} selects an object, and only an object can be merged into one`,
        "update its members",
      );
    merge(node, value as JsonObject, { origin, places });
    return;
  }
  if (!overlay.isNewer || parent === undefined)
    return refuse(
      `${action.target} selects a value that is neither an object nor an array`,
      "write overlay: 1.1.0, or select the object that holds it",
    );
  if (isObject(value) || isArray(value))
    refuse(
      `${action.target} selects a single value, and only a single value can replace it`,
      "update the object that holds it",
    );
  defineMember(parent, String(key), value);
  places.put(parent, key, { value, origin });
}

interface Putting {
  readonly origin: Origin;
  readonly places: WrittenLocations;
}

/**
 * Merges `value` into `node`: members of both are merged if they are objects, concatenated if they are
 * arrays, and otherwise replaced by those of `value`.
 */
function merge(node: JsonObject, value: JsonObject, { origin, places }: Putting): void {
  for (const [name, member] of Object.entries(value)) {
    const part = { origin: { ...origin, pointer: origin.pointer + toPointer([name]) }, places };
    const known = Object.hasOwn(node, name) ? node[name] : undefined;
    if (isObject(known) && isObject(member)) merge(known, member, part);
    else if (isArray(known) && isArray(member)) append(known as Json[], member, part);
    else {
      const copy = copyJson(member ?? null);
      defineMember(node, name, copy);
      places.put(node, name, { value: copy, origin: part.origin });
    }
  }
}

/** Concatenates an array to `items`; any other value is appended as one item. */
function append(items: Json[], value: Json, { origin, places }: Putting): void {
  const added: readonly Json[] = isArray(value) ? value : [value];
  for (const [index, item] of added.entries()) {
    const pointer = isArray(value) ? origin.pointer + toPointer([index]) : origin.pointer;
    const copy = copyJson(item);
    items.push(copy);
    places.put(items, items.length - 1, { value: copy, origin: { ...origin, pointer } });
  }
}

function remove(action: OverlayAction, found: readonly Found[], { overlay, places }: Applying): void {
  const gone = new Map<Container, Set<string | number>>();
  for (const { node, parent, key } of found) {
    if (parent === undefined)
      throw new DocumentError("the whole document cannot be removed", {
        place: overlay.file.locate(`${action.pointer}/target`),
        fix: "select a part of it",
      });
    if (!overlay.isNewer && !isObject(node) && !isArray(node) && isArray(parent))
      throw new DocumentError(
        `${action.target} selects single values of an array, which Overlay 1.0 cannot remove`,
        {
          place: overlay.file.locate(action.pointer),
          fix: "write overlay: 1.1.0, or replace it with another array",
        },
      );
    const keys = gone.get(parent) ?? new Set();
    gone.set(parent, keys.add(key));
  }
  for (const [parent, keys] of gone) {
    if (!isArray(parent)) for (const key of keys) Reflect.deleteProperty(parent, key);
    else {
      places.removeItems(parent, keys);
      const kept = parent.filter((_, index) => !keys.has(index));
      for (const [index, item] of kept.entries()) parent[index] = item;
      parent.length = kept.length;
    }
  }
}
