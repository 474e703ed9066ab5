// The serialization of an operation's parameters, by location.
import type { JsonObject } from "../document/document.ts";
import type { WireParameters } from "../runtime/wire-reader.ts";
import type { ParameterLocation, PlannedOperation } from "./plan.ts";
import { shapeOf } from "./wire-shape.ts";

const locations: readonly ParameterLocation[] = ["path", "query", "header", "cookie"];

/** Returns the argument for a parameter reader; locations without parameters are absent. */
export function parameterShapes(root: JsonObject, { parameters }: PlannedOperation): WireParameters {
  const byPlace = locations.flatMap((place) => {
    const list = parameters.filter((parameter) => parameter.place === place);
    if (list.length === 0) return [];
    const described = list.map((parameter) => ({
      name: parameter.name,
      style: parameter.style,
      explode: parameter.explode,
      allowReserved: parameter.allowReserved,
      shape: { ...shapeOf(root, parameter) },
    }));
    return [[place, described] as const];
  });
  return Object.fromEntries(byPlace);
}
