// Replaces each schema of a document by a mark: everything around schemas is left to openapi-typescript.
import type { Json, JsonObject } from "../../document/document.ts";
import { type NodeType, typedChildren } from "../../document/node-types.ts";
import { child, deref, isArray, isObject, refOf } from "../../document/pointer.ts";
import type { Direction } from "../validators/directed-schemas.ts";

/** Returns the mark for a schema: `type` makes it a schema, the annotations become comments. */
export type MarkOf = (schema: Json, direction: Direction) => JsonObject;

const annotations = ["title", "description", "format", "deprecated", "default", "examples"];

/** Returns the annotations of a schema, for its mark. */
export function annotationsOf(schema: Json): JsonObject {
  if (!isObject(schema)) return {};
  const strings = new Set(["title", "description", "format"]);
  const kept = annotations.filter(
    (key) => schema[key] !== undefined && (!strings.has(key) || typeof schema[key] === "string"),
  );
  return Object.fromEntries(kept.map((key) => [key, schema[key]]));
}

/** The context of a node: its direction, and whether it belongs to a request that the server sends. */
interface Way {
  readonly direction: Direction;
  readonly called: boolean;
}

export function markSchemas(root: JsonObject, markOf: MarkOf): JsonObject {
  return new Marker(root, markOf).copy("document", root, {
    direction: "response",
    called: false,
  }) as JsonObject;
}

class Marker {
  readonly #root: JsonObject;
  readonly #markOf: MarkOf;

  constructor(root: JsonObject, markOf: MarkOf) {
    this.#root = root;
    this.#markOf = markOf;
  }

  copy(type: NodeType, node: Json, way: Way): Json {
    if (type === "schema") return this.#markOf(node, way.direction);
    // openapi-typescript treats every referenced header as required.
    const here = type === "header" && refOf(node) !== undefined ? deref(this.#root, node) : node;
    if (!isObject(here) && !isArray(here)) return here;
    const children = new Map(
      [...typedChildren(type, here)].map(([key, childType, child]) => [
        key,
        this.copy(childType, child, wayTo(childType, key, way)),
      ]),
    );
    if (isArray(here)) return here.map((item, index) => children.get(String(index)) ?? item);
    const copy: JsonObject = { ...here, ...Object.fromEntries(children) };
    if (type === "parameter") return this.#withSchema({ ...copy, ...this.#defaultOf(here) });
    return type === "header" ? this.#withSchema(copy) : copy;
  }

  /** Returns the default of a parameter, which becomes a part of its comment. */
  #defaultOf(parameter: Json): JsonObject {
    const schema = child(parameter, "schema");
    const standard = schema === undefined ? undefined : child(deref(this.#root, schema), "default");
    return standard === undefined ? {} : { default: standard };
  }

  /** openapi-typescript considers only `schema`, not `content`. */
  #withSchema({ content, ...rest }: JsonObject): JsonObject {
    if (!isObject(content)) return rest;
    const [media] = Object.values(content);
    const found = media === undefined ? undefined : deref(this.#root, media);
    const schema = isObject(found) && isObject(found["schema"]) ? found["schema"] : undefined;
    return { ...rest, schema: schema ?? this.#markOf(true, "request") };
  }
}

/** Requests that the server sends are to their receiver what responses are. */
function wayTo(type: NodeType, key: string, way: Way): Way {
  if (key === "webhooks" || type.startsWith("callback")) return { direction: "response", called: true };
  const [name = ""] = type.split(/[[{]/);
  if (name === "parameter" || name === "requestBody")
    return { ...way, direction: way.called ? "response" : "request" };
  if (name === "response" || name === "responses")
    return { ...way, direction: way.called ? "request" : "response" };
  return way;
}
