// How the parts of a form are encoded (OpenAPI, Encoding Object), with the defaults where nothing is
// declared.
import type { Json, JsonObject } from "../document/document.ts";
import { isArray, isObject } from "../document/pointer.ts";
import { isPartsType } from "../runtime/boundary/media-type.ts";
import { conjuncts, keywordIn, partAt, type SchemaPart } from "../containment/schema-part.ts";
import type { ApiContent } from "./api.ts";
import { type MediaRange, mediaRange } from "./media-range.ts";
import { shapesOf } from "./wire-parameter.ts";

/** How one part of a form is encoded. */
export interface PartEncoding {
  /**
   * How the value is serialised: `plain`, by the rules of a media type, or in a style such as `form` or
   * `deepObject exploded`.
   */
  readonly written: string;
  /** The media types that a part may have; the default ones if none are declared. */
  readonly contentTypes: readonly MediaRange[];
  readonly declared: boolean;
  readonly headers: JsonObject;
}

/** Returns the encoding of one property of a form. */
export function partEncoding(root: JsonObject, { node, schema }: ApiContent, name: string): PartEncoding {
  return encodingOf(root, memberOf(node["encoding"], name), propertyOf(root, schema, name));
}

/** Returns whether a body is a list whose items are parts without names (OpenAPI 3.2). */
export function isPositional(root: JsonObject, { range, schema }: ApiContent): boolean {
  return isPartsType(`${range.type}/${range.subtype}`) && shapesOf(root, schema).includes("array");
}

/** Returns the encoding of the part at a position (OpenAPI 3.2). */
export function itemEncoding(root: JsonObject, { node, schema }: ApiContent, index: number): PartEncoding {
  const { prefixEncoding, itemEncoding: rest } = node;
  const own = isArray(prefixEncoding) ? prefixEncoding[index] : undefined;
  return encodingOf(root, own ?? rest, itemSchema(root, schema, index));
}

function encodingOf(root: JsonObject, own: Json | undefined, property: SchemaPart): PartEncoding {
  const encoding = isObject(own) ? own : {};
  const { contentType, style, explode, allowReserved, headers } = encoding;
  const styled = style !== undefined || explode !== undefined || allowReserved !== undefined;
  const shapes = shapesOf(root, property);
  const contentTypes =
    typeof contentType === "string" ? contentType.split(",").map(mediaRange) : usualTypes(root, property);
  return {
    written: styled
      ? styleText(encoding, shapes)
      : shapes.includes("object")
        ? `as ${contentTypes.map(({ type, subtype }) => `${type}/${subtype}`).join(" or ")}`
        : "plain",
    contentTypes,
    declared: typeof contentType === "string" && !styled,
    headers: isObject(headers) ? headers : {},
  };
}

/** Scalars, and lists that repeat their name, are written as without a style. */
function styleText({ style, explode }: JsonObject, shapes: readonly string[]): string {
  const name = typeof style === "string" ? style : "form";
  const exploded = typeof explode === "boolean" ? explode : name === "form";
  const plain = shapes.every((shape) => shape === "scalar" || (shape === "array" && exploded));
  return plain ? "plain" : `in style ${name}${exploded ? " exploded" : ""}`;
}

const binaryFormats: ReadonlySet<Json> = new Set(["binary", "byte", "base64"]);

/**
 * Returns the default media types of a part by its schema; more than one where the versions of OpenAPI
 * differ.
 */
function usualTypes(root: JsonObject, property: SchemaPart, depth = 0): MediaRange[] {
  const parts = conjuncts(root, [property]);
  const media = keywordIn(parts, "contentMediaType")?.value;
  const types = parts.flatMap(({ schema }): readonly Json[] => {
    const type = isObject(schema) ? schema["type"] : undefined;
    return isArray(type) ? type : type === undefined ? [] : [type];
  });
  const items = keywordIn(parts, "items");
  if (types.includes("array") && depth < 4)
    return usualTypes(root, { schema: items?.value ?? true }, depth + 1);
  const encoded = keywordIn(parts, "contentEncoding") !== undefined;
  const binary = binaryFormats.has(keywordIn(parts, "format")?.value ?? "");
  return [
    ...(typeof media === "string" ? [media] : []),
    ...(types.includes("object") ? ["application/json"] : []),
    ...(types.length === 0 || encoded || binary || media !== undefined ? ["application/octet-stream"] : []),
    ...(types.some((type) => type !== "object" && type !== "null") && !binary ? ["text/plain"] : []),
  ].map(mediaRange);
}

function propertyOf(root: JsonObject, schema: SchemaPart, name: string): SchemaPart {
  for (const part of conjuncts(root, [schema])) {
    const own = isObject(part.schema) ? memberOf(part.schema["properties"], name) : undefined;
    if (own !== undefined) return partAt(part, own, "properties", name);
  }
  return { schema: true };
}

function itemSchema(root: JsonObject, schema: SchemaPart, index: number): SchemaPart {
  for (const part of conjuncts(root, [schema])) {
    if (!isObject(part.schema)) continue;
    const { prefixItems, items } = part.schema;
    const own = isArray(prefixItems) ? prefixItems[index] : undefined;
    if (own !== undefined) return partAt(part, own, "prefixItems", index);
    if (items !== undefined) return partAt(part, items, "items");
  }
  return { schema: true };
}

function memberOf(map: Json | undefined, name: string): Json | undefined {
  return isObject(map) && Object.hasOwn(map, name) ? map[name] : undefined;
}
