// A parameter, or a header of a response, as it is sent: its location, name and style (OpenAPI, Parameter
// Object).
import type { Json, JsonObject } from "../document/document.ts";
import { childPointer, isArray, isObject, type Located } from "../document/pointer.ts";
import { conjuncts, type SchemaPart } from "../containment/schema-part.ts";
import { mediaRange, type MediaRange } from "./media-range.ts";

/** The `in` of a parameter. */
export type WireLocation = "path" | "query" | "header" | "cookie" | "querystring";

/** A parameter or response header, with OpenAPI's defaults filled in. */
export interface WireParameter {
  readonly pointer: string;
  readonly node: JsonObject;
  readonly place: WireLocation;
  readonly name: string;
  readonly required: boolean;
  readonly style: string;
  readonly explode: boolean;
  readonly allowReserved: boolean;
  readonly allowEmptyValue: boolean;
  /** The media type of a `content` parameter, in which its value is serialised. */
  readonly media: MediaRange | undefined;
  readonly schema: SchemaPart;
  /**
   * For an exploded object, which has no name on the wire: the names in its location that belong to other
   * parameters.
   */
  readonly taken: readonly string[];
  /**
   * The exploded object, or whole query string, that it is a member of, and whether that object always has
   * this member.
   */
  readonly owner?: { readonly place: WireLocation; readonly name: string; readonly isNeeded: boolean };
}

/** Returns the parameters of one operation, each with the names that belong to others. */
export function besideOthers(
  root: JsonObject,
  parameters: readonly WireParameter[],
  keys: readonly string[],
): WireParameter[] {
  return parameters.map((parameter) => {
    if (!isExplodedObject(root, parameter)) return parameter;
    const own = namesOf(root, parameter);
    const others = parameters
      .filter((other) => other !== parameter && other.place === parameter.place)
      .flatMap((other) => (isExplodedObject(root, other) ? namesOf(root, other) : [other.name]));
    const taken = [...others, ...(parameter.place === "query" ? keys : [])].filter(
      (name) => !own.includes(name),
    );
    return taken.length === 0 ? parameter : { ...parameter, taken };
  });
}

/** Returns true if a parameter is read from pairs under names other than its own. */
export function isExplodedObject(
  root: JsonObject,
  { place, style, explode, media, schema }: WireParameter,
): boolean {
  if (media !== undefined || !explode || style === "deepObject") return false;
  return ["query", "cookie"].includes(place) && shapesOf(root, schema).includes("object");
}

/** Returns the properties that a parameter's schema names, except those in branches of unions. */
export function namesOf(root: JsonObject, { schema }: WireParameter): string[] {
  const maps = conjuncts(root, [schema]).map((part) =>
    isObject(part.schema) ? part.schema["properties"] : undefined,
  );
  return [...new Set(maps.flatMap((map) => (isObject(map) ? Object.keys(map) : [])))];
}

/** Reads a Parameter Object; undefined if the node is not one. */
export function wireParameter({ pointer, node }: Located<JsonObject>): WireParameter | undefined {
  const { in: place, name } = node;
  if (typeof name !== "string" || !isWireLocation(place)) return undefined;
  return wireValue({ pointer, node }, place, name);
}

/** Reads a Header Object of a response (OpenAPI, Header Object: as a parameter in `header`). */
export function wireHeader({ pointer, node }: Located<JsonObject>, name: string): WireParameter {
  return wireValue({ pointer, node }, "header", name.toLowerCase());
}

function wireValue({ pointer, node }: Located<JsonObject>, place: WireLocation, name: string): WireParameter {
  const style = typeof node["style"] === "string" ? node["style"] : defaultStyles[place];
  const [media, content] = (isObject(node["content"]) ? Object.entries(node["content"]) : [])[0] ?? [];
  const at = media === undefined ? pointer : childPointer(pointer, "content", media);
  const schema = media === undefined ? node["schema"] : isObject(content) ? content["schema"] : undefined;
  return {
    pointer,
    node,
    place,
    name: place === "header" ? name.toLowerCase() : name,
    required: node["required"] === true || place === "path",
    style,
    explode: typeof node["explode"] === "boolean" ? node["explode"] : style === "form" || style === "cookie",
    allowReserved: node["allowReserved"] === true,
    allowEmptyValue: node["allowEmptyValue"] === true,
    media: media === undefined ? undefined : mediaRange(media),
    taken: [],
    schema:
      schema === undefined ? { schema: true, pointer } : { schema, pointer: childPointer(at, "schema") },
  };
}

const defaultStyles: Readonly<Record<WireLocation, string>> = {
  path: "simple",
  query: "form",
  header: "simple",
  cookie: "form",
  querystring: "form",
};

function isWireLocation(place: Json | undefined): place is WireLocation {
  return typeof place === "string" && Object.hasOwn(defaultStyles, place);
}

/** The shapes that a value may have; they determine how a wire string is split. */
export type Shape = "scalar" | "array" | "object";

/** Returns the shapes that a schema allows; all of them if it does not restrict them. */
export function shapesOf(root: JsonObject, schema: SchemaPart, depth = 0): readonly Shape[] {
  const shapes = new Set(conjuncts(root, [schema]).flatMap(({ schema }) => saidShapes(root, schema, depth)));
  return shapes.size === 0 ? ["scalar", "array", "object"] : [...shapes];
}

/** Maximum depth of nested unions that are inspected for shapes, because some are recursive. */
const deepestUnion = 4;

function saidShapes(root: JsonObject, schema: Json, depth: number): Shape[] {
  if (!isObject(schema) || depth >= deepestUnion) return [];
  const { type, enum: values, const: only } = schema;
  if (type !== undefined) return (isArray(type) ? type : [type]).map(shapeOfType);
  if (isArray(values)) return values.map(shapeOfValue);
  if (only !== undefined) return [shapeOfValue(only)];
  return ["anyOf", "oneOf"].flatMap((keyword) => {
    const branches = schema[keyword];
    return isArray(branches)
      ? branches.flatMap((branch) => shapesOf(root, { schema: branch }, depth + 1))
      : [];
  });
}

function shapeOfType(type: Json): Shape {
  return type === "array" || type === "object" ? type : "scalar";
}

function shapeOfValue(value: Json): Shape {
  if (isArray(value)) return "array";
  return isObject(value) ? "object" : "scalar";
}
