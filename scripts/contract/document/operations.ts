// Lists the operations of a document in source order, merged with what they inherit from the path item and
// the document.
import type { Json, JsonObject } from "./document.ts";
import { childPointer, follow, isArray, isObject, type Located, refOf, toPointer } from "./pointer.ts";

/** The fields of a Path Item Object that are methods: those of OpenAPI 3.0 and 3.1, and `query` of 3.2. */
const methodFields = ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"] as const;

/** One operation. Each `pointer` is the location of the node itself, after following any `$ref`. */
export interface Operation {
  /** The path template, the name of the webhook, or a callback's runtime expression. */
  readonly path: string;
  /** Upper case, such as `GET`; from `additionalOperations` (3.2) as written. */
  readonly method: string;
  /** As written; undefined when there is none. */
  readonly operationId: string | undefined;
  readonly pointer: string;
  readonly operation: JsonObject;
  /**
   * The path item's parameters, then the operation's own; an own one replaces the path item's of the same
   * location and name.
   */
  readonly parameters: readonly Located<JsonObject>[];
  readonly requestBody: Located<JsonObject> | undefined;
  readonly responses: readonly OperationResponse[];
  /**
   * The operation's own, else the document's; empty if neither declares any (or for `[]`: no authentication).
   */
  readonly security: readonly JsonObject[];
  /** The operation's own, else the path item's, else the document's; empty if none are declared. */
  readonly servers: readonly JsonObject[];
}

/** One response that an operation declares. */
export interface OperationResponse extends Located<JsonObject> {
  /** `200`, `4XX` or `default`, as written. */
  readonly status: string;
}

/** An operation that the API calls at its client, and the callback that declares it. */
export interface CallbackOperation extends Operation {
  /** The key in the `callbacks` object. */
  readonly name: string;
  /** Pointer of the operation that declares it. */
  readonly parent: string;
}

/**
 * The objects that references of one document lead to: each reference is followed once. For a document that
 * does not change meanwhile.
 */
export class Targets {
  readonly root: JsonObject;
  readonly #known = new Map<string, Located<JsonObject> | undefined>();

  constructor(root: JsonObject) {
    this.root = root;
  }

  /**
   * Returns the object under a key of the node at a pointer, with its `$ref` followed; undefined if there is
   * none.
   */
  at(pointer: string, key: string | number, node: Json | undefined): Located<JsonObject> | undefined {
    const ref = refOf(node);
    if (ref === undefined) return isObject(node) ? { pointer: childPointer(pointer, key), node } : undefined;
    if (this.#known.has(ref)) return this.#known.get(ref);
    const target = follow(this.root, { pointer: childPointer(pointer, key), node: node! });
    const found = isObject(target.node) ? { pointer: target.pointer, node: target.node } : undefined;
    this.#known.set(ref, found);
    return found;
  }
}

/** Returns the operations under `paths`, in source order. */
export function operationsOf(root: JsonObject, targets = new Targets(root)): Operation[] {
  return patternedFields(targets, "/paths", root["paths"]).flatMap(([path, place]) =>
    operationsOfPathItem(targets, path, place),
  );
}

/** Returns the operations under `webhooks` (OpenAPI 3.1), in source order; `path` is the webhook's name. */
export function webhooksOf(root: JsonObject, targets = new Targets(root)): Operation[] {
  const hooks = members(targets, "/webhooks", root["webhooks"]);
  return hooks.flatMap(([name, place]) => operationsOfPathItem(targets, name, place));
}

/**
 * Returns the operations in the `callbacks` of every path, webhook and callback, in source order; recursive
 * references are visited once.
 *
 * @param among the document's operations and webhooks, if the caller has them already
 */
export function callbacksOf(
  root: JsonObject,
  among: readonly Operation[] = [...operationsOf(root), ...webhooksOf(root)],
  targets = new Targets(root),
): CallbackOperation[] {
  const found: CallbackOperation[] = [];
  const opened = new Set<string>();
  const open = (parents: readonly Operation[]): void => {
    for (const parent of parents) {
      if (opened.has(parent.pointer)) continue;
      opened.add(parent.pointer);
      const own = callbacksOfOperation(targets, parent);
      for (const one of own) found.push(one);
      open(own);
    }
  };
  open(among);
  return found;
}

function callbacksOfOperation(targets: Targets, { pointer, operation }: Operation): CallbackOperation[] {
  const { callbacks } = operation;
  if (callbacks === undefined) return [];
  return members(targets, childPointer(pointer, "callbacks"), callbacks).flatMap(([name, callback]) =>
    patternedFields(targets, callback.pointer, callback.node).flatMap(([expression, place]) =>
      operationsOfPathItem(targets, expression, place).map((called) => ({
        ...called,
        name,
        parent: pointer,
      })),
    ),
  );
}

function operationsOfPathItem(targets: Targets, path: string, item: Located<JsonObject>): Operation[] {
  const methods: readonly string[] = methodFields;
  const fields = Object.entries(item.node).flatMap(([field, node]): [string, string, Json | undefined][] => {
    if (field === "additionalOperations" && isObject(node)) {
      const base = childPointer(item.pointer, field);
      return Object.entries(node).map(([method, operation]) => [
        method,
        childPointer(base, method),
        operation,
      ]);
    }
    return methods.includes(field) ? [[field.toUpperCase(), childPointer(item.pointer, field), node]] : [];
  });
  return fields.flatMap(([method, pointer, node]) =>
    isObject(node) ? [operationOf(targets, item, { path, method, pointer, node })] : [],
  );
}

function operationOf(
  targets: Targets,
  item: Located<JsonObject>,
  at: { path: string; method: string; pointer: string; node: JsonObject },
): Operation {
  const { path, method, pointer, node: operation } = at;
  const { root } = targets;
  const id = operation["operationId"];
  return {
    path,
    method,
    // An empty operationId counts as absent.
    operationId: typeof id === "string" && id !== "" ? id : undefined,
    pointer,
    operation,
    parameters: mergedParameters(targets, item, { pointer, node: operation }),
    requestBody: targets.at(pointer, "requestBody", operation["requestBody"]),
    responses: patternedFields(targets, childPointer(pointer, "responses"), operation["responses"]).map(
      ([status, place]) => ({
        status,
        ...place,
      }),
    ),
    security: objectsIn(operation["security"] ?? root["security"]),
    servers: objectsIn(operation["servers"] ?? item.node["servers"] ?? root["servers"]),
  };
}

function mergedParameters(
  targets: Targets,
  item: Located<JsonObject>,
  operation: Located<JsonObject>,
): Located<JsonObject>[] {
  const merged = new Map<string, Located<JsonObject>>();
  for (const { pointer, node } of [item, operation]) {
    const list = node["parameters"];
    if (!isArray(list)) continue;
    const parameters = childPointer(pointer, "parameters");
    for (const [index, entry] of list.entries()) {
      const parameter = targets.at(parameters, index, entry);
      if (parameter !== undefined) merged.set(parameterKey(parameter.node), parameter);
    }
  }
  return [...merged.values()];
}

/**
 * Returns the identity of a parameter: its location and name. Header names are case-insensitive (RFC 9110,
 * section 5.1).
 */
function parameterKey(parameter: JsonObject): string {
  const { in: place, name } = parameter;
  if (typeof place !== "string" || typeof name !== "string") return "";
  return toPointer([place, place === "header" ? name.toLowerCase() : name]);
}

/** Returns the members of a map that are objects, with their `$ref`s followed. */
function members(targets: Targets, pointer: string, map: Json | undefined): [string, Located<JsonObject>][] {
  if (!isObject(map)) return [];
  return Object.entries(map).flatMap(([key, node]): [string, Located<JsonObject>][] => {
    const place = targets.at(pointer, key, node);
    return place === undefined ? [] : [[key, place]];
  });
}

/**
 * `members` without extensions: a key `x-…` in Paths, Responses and Callback Objects is not data of the
 * document.
 */
function patternedFields(
  targets: Targets,
  pointer: string,
  map: Json | undefined,
): [string, Located<JsonObject>][] {
  return members(targets, pointer, map).filter(([key]) => !key.startsWith("x-"));
}

function objectsIn(list: Json | undefined): JsonObject[] {
  return isArray(list) ? list.filter(isObject) : [];
}
