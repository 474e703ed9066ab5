// The limits of values that paths, headers and styles can carry, as a schema.
import type { Json, JsonObject } from "../../document/document.ts";
import type { Api, ApiOperation } from "../../exchange/api.ts";
import { segmentsBehind } from "../../exchange/operation-index.ts";
import { type Shape, shapesOf, type WireParameter } from "../../exchange/wire-parameter.ts";

/** Returns a schema satisfied by every parameter value that can be serialised; undefined if all JSON can. */
export function sendable(
  root: JsonObject,
  parameter: WireParameter,
  taken: readonly string[],
): Json | undefined {
  if (parameter.media !== undefined) return undefined;
  const shapes = shapesOf(root, parameter.schema).map((shape) => shaped(parameter, shape, taken));
  const [only] = shapes;
  return shapes.length === 1 ? only : { anyOf: shapes };
}

function shaped(parameter: WireParameter, shape: Shape, taken: readonly string[]): JsonObject {
  if (shape === "scalar") return scalar(parameter, taken);
  const inner = leaf(parameter);
  // An empty list or object leaves no trace in a query (OpenAPI, Style Examples): equivalent to an omitted
  // parameter.
  return shape === "array"
    ? { type: "array", items: inner, minItems: 1 }
    : {
        type: "object",
        additionalProperties: inner,
        minProperties: 1,
        ...(parameter.taken.length === 0 ? {} : { propertyNames: { not: { enum: parameter.taken } } }),
      };
}

function scalar({ place, style }: WireParameter, taken: readonly string[]): JsonObject {
  const type = ["string", "number", "boolean"];
  // RFC 9110, section 5.5: visible characters, blanks only inside.
  if (place === "header") return { type, pattern: "^[!-~]([ -~]*[!-~])?$" };
  if (place !== "path") return { type };
  if (style !== "simple") return { type };
  // An empty segment is another path, and `.` and `..` are removed from paths (RFC 3986, section 5.2.4).
  const segment = segments.get(taken) ?? { type, minLength: 1, not: { enum: [".", "..", ...taken] } };
  segments.set(taken, segment);
  return segment;
}

/** Schemas of path segments, by the list of those that are taken. */
const segments = new WeakMap<readonly string[], JsonObject>();

/**
 * The schema of items and members: headers do not encode them, so they must not contain commas. Elsewhere
 * arrays and objects may be nested, though no specification defines their serialisation.
 */
function leaf({ place }: WireParameter): JsonObject {
  const type = ["string", "number", "boolean"];
  if (place === "header") return { type, pattern: "^[!-+\\--<>-~]+$" };
  return { type: [...type, "array", "object"], minLength: 1, minItems: 1, minProperties: 1 };
}

/**
 * Returns the literal segments at the position of an operation's path parameter: these values reach other
 * operations. Operations with one prefix get the same list: there may be thousands of either.
 */
export function takenSegments(
  apis: readonly Api[],
  { template, source }: ApiOperation,
  position: number,
): readonly string[] {
  const before = template.literals.slice(0, position + 1).join("{}");
  return apis.map((api) => segmentsBehind(api, source.method, before)).reduce(union);
}

const unions = new WeakMap<readonly string[], WeakMap<readonly string[], readonly string[]>>();

function union(one: readonly string[], other: readonly string[]): readonly string[] {
  if (one.length === 0 || other.length === 0) return one.length === 0 ? other : one;
  const known = unions.get(one) ?? new WeakMap<readonly string[], readonly string[]>();
  unions.set(one, known);
  const both = known.get(other) ?? [...new Set([...one, ...other])];
  known.set(other, both);
  return both;
}
