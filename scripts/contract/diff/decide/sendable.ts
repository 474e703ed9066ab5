// What can travel at all in a place: the limits of paths, headers and styles, as a schema.
import type { Json, JsonObject } from "../../document/document.ts";
import type { Api, ApiOperation } from "../../exchange/api.ts";
import { segmentsBehind } from "../../exchange/operation-index.ts";
import { type Shape, shapesOf, type WireParameter } from "../../exchange/wire-parameter.ts";

/** A schema that every value of a parameter meets which has a text on the wire; undefined where all JSON has one. */
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
  // An empty list or object leaves no trace in a query (OpenAPI, Style Examples): it is as if nothing was sent.
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
  // RFC 9110, section 5.5: visible characters, blanks inside only.
  if (place === "header") return { type, pattern: "^[!-~]([ -~]*[!-~])?$" };
  if (place !== "path") return { type };
  // An empty segment is another path, and `.` and `..` are taken out of paths (RFC 3986, section 5.2.4).
  return style === "simple" ? { type, minLength: 1, not: { enum: [".", "..", ...taken] } } : { type };
}

/**
 * Items and members: in headers they are not encoded, so the commas between them must be the only ones. Elsewhere
 * arrays and objects may be inside, though no specification says how they are written.
 */
function leaf({ place }: WireParameter): JsonObject {
  const type = ["string", "number", "boolean"];
  if (place === "header") return { type, pattern: "^[!-+\\--<>-~]+$" };
  return { type: [...type, "array", "object"], minLength: 1, minItems: 1, minProperties: 1 };
}

/** Literal segments that stand where an operation has a path parameter: these values reach other operations. */
export function takenSegments(
  apis: readonly Api[],
  { template, source }: ApiOperation,
  position: number,
): string[] {
  const before = template.literals.slice(0, position + 1).join("{}");
  const segments = apis.flatMap((api) => segmentsBehind(api, source.method, before));
  return [...new Set(segments)];
}
