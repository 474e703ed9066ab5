// The shape of a parameter according to its schema: a scalar, a list or an object, and the types its texts
// may represent.
import type { Json, JsonObject } from "../document/document.ts";
import { childPointer, follow, isArray, isObject, type Located } from "../document/pointer.ts";
import type { PlannedParameter } from "./plan.ts";
import type { ScalarType, Shape } from "../runtime/wire-parameter.ts";

/** The most specific first: a text becomes the first of these that its grammar and the schema allow. */
const scalarTypes: readonly ScalarType[] = ["integer", "number", "boolean", "null", "string"];

export function shapeOf(root: JsonObject, parameter: PlannedParameter): Shape {
  if (parameter.mediaType !== undefined) {
    return /[/+]json\b/i.test(parameter.mediaType) ? { kind: "json" } : { kind: "scalar", types: ["string"] };
  }
  const schemas = parameter.schema === undefined ? [] : partsOf(root, parameter.schema);
  const types = new Set(schemas.flatMap(typesOf));
  if (types.has("array")) {
    return { kind: "array", types: scalars(schemas.flatMap((part) => under(root, part, "items"))) };
  }
  if (!types.has("object")) return { kind: "scalar", types: scalars(schemas) };
  return parameter.style === "deepObject" ? deepShape(root, schemas, 0) : objectShape(root, schemas);
}

/** Maximum depth of nested brackets; schemas can be infinitely deep. */
const deepest = 8;

type ObjectShape = Extract<Shape, { kind: "object" }>;

/** Returns the shape of an object whose members may be lists and objects. */
function deepShape(root: JsonObject, schemas: readonly Located<JsonObject>[], depth: number): ObjectShape {
  const shape = objectShape(root, schemas);
  const names = depth < deepest ? Object.keys(shape.properties) : [];
  const deep = names.flatMap((name): [string, Shape][] => {
    const inner = innerShape(
      root,
      schemas.flatMap((part) => underProperty(root, part, name)),
      depth + 1,
    );
    return inner === undefined ? [] : [[name, inner]];
  });
  return deep.length === 0 ? shape : { ...shape, deep: Object.fromEntries(deep) };
}

/** Returns the shape of a member; undefined for a scalar. */
function innerShape(
  root: JsonObject,
  schemas: readonly Located<JsonObject>[],
  depth: number,
): Shape | undefined {
  const types = new Set(schemas.flatMap(typesOf));
  if (types.has("object")) return deepShape(root, schemas, depth);
  if (!types.has("array")) return undefined;
  const items = schemas.flatMap((part) => under(root, part, "items"));
  const isDeep = new Set(items.flatMap(typesOf)).has("object");
  return { kind: "array", types: scalars(items), ...(isDeep && { items: deepShape(root, items, depth) }) };
}

function underProperty(
  root: JsonObject,
  { pointer, node }: Located<JsonObject>,
  name: string,
): Located<JsonObject>[] {
  const map = node["properties"];
  const schema = isObject(map) && Object.hasOwn(map, name) ? map[name] : undefined;
  if (schema === undefined) return [];
  return partsOf(root, { pointer: childPointer(pointer, "properties", name), node: schema });
}

function objectShape(root: JsonObject, schemas: readonly Located<JsonObject>[]): ObjectShape {
  const properties = schemas.flatMap(({ pointer, node }): [string, ScalarType[]][] => {
    const map = node["properties"];
    if (!isObject(map)) return [];
    return Object.entries(map).flatMap(([name, schema]): [string, ScalarType[]][] =>
      schema === undefined
        ? []
        : [
            [
              name,
              scalars(partsOf(root, { pointer: childPointer(pointer, "properties", name), node: schema })),
            ],
          ],
    );
  });
  const closed = schemas.some(
    ({ node }) => node["additionalProperties"] === false || node["unevaluatedProperties"] === false,
  );
  return {
    kind: "object",
    properties: Object.fromEntries(properties),
    others: closed
      ? undefined
      : scalars(schemas.flatMap((part) => under(root, part, "additionalProperties"))),
  };
}

function under(
  root: JsonObject,
  { pointer, node }: Located<JsonObject>,
  keyword: string,
): Located<JsonObject>[] {
  const schema = node[keyword];
  return isObject(schema) ? partsOf(root, { pointer: childPointer(pointer, keyword), node: schema }) : [];
}

/**
 * Returns a schema, its reference target, and all branches of its `allOf`, `anyOf` and `oneOf`, each once.
 */
export function partsOf(root: JsonObject, schema: Located, seen = new Set<string>()): Located<JsonObject>[] {
  const { pointer, node } = schema;
  if (!isObject(node) || seen.has(pointer)) return [];
  seen.add(pointer);
  const target = follow(root, schema);
  const referred = target.pointer === pointer ? [] : partsOf(root, target, seen);
  const branches = ["allOf", "anyOf", "oneOf"].flatMap((keyword) => {
    const list = node[keyword];
    if (!isArray(list)) return [];
    return list.flatMap((branch, index) =>
      partsOf(root, { pointer: childPointer(pointer, keyword, index), node: branch }, seen),
    );
  });
  return [{ pointer, node }, ...referred, ...branches];
}

/** Returns the types that a text may represent by a schema, the most specific first. */
export function scalarTypesOf(root: JsonObject, schema: Located): ScalarType[] {
  return scalars(partsOf(root, schema));
}

function scalars(schemas: readonly Located<JsonObject>[]): ScalarType[] {
  const types = new Set(schemas.flatMap(typesOf));
  const found = scalarTypes.filter((type) => types.has(type));
  return found.length === 0 ? ["string"] : found;
}

/** Returns the types that a schema declares, or those of the values it lists. */
function typesOf({ node }: Located<JsonObject>): string[] {
  const { type } = node;
  if (typeof type === "string") return [type];
  if (isArray(type)) return type.filter((name) => typeof name === "string");
  const values = [
    ...(isArray(node["enum"]) ? node["enum"] : []),
    ...("const" in node ? [node["const"]] : []),
  ];
  return values.map(typeOfValue);
}

function typeOfValue(value: Json | undefined): string {
  if (value === null) return "null";
  if (isArray(value)) return "array";
  return typeof value === "number" && Number.isInteger(value) ? "integer" : typeof value;
}
