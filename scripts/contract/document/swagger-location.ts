// Maps pointers of a converted document back to its Swagger 2.0 source.
import type { JsonObject } from "./document.ts";
import { isArray, isObject, parsePointer, resolvePointer, toPointer } from "./pointer.ts";

const sections: Readonly<Record<string, string>> = {
  schemas: "definitions",
  responses: "responses",
  parameters: "parameters",
  requestBodies: "parameters",
  securitySchemes: "securityDefinitions",
};

/**
 * Returns the pointer in the Swagger document; where a node was split up, that of the nearest node that
 * contains it.
 */
export function swaggerLocation(pointer: string, written: JsonObject): string {
  const [first, second = "", ...rest] = parsePointer(pointer);
  if (first === "openapi") return "/swagger";
  if (first === "servers") return "/host";
  if (first === "components") return toPointer([sections[second] ?? second, ...withoutContent(rest)]);
  if (first !== "paths") return pointer;
  const [method = "", part, name, ...below] = rest;
  const path = [first, second, method];
  if (method === "parameters")
    return toPointer([first, second, ...parameterLocation(rest.slice(1), path, written)]);
  if (part === "requestBody") return toPointer([...path, "parameters"]);
  if (part === "parameters")
    return toPointer([...path, part, ...parameterLocation([name ?? "", ...below], [...path, part], written)]);
  return toPointer([first, second, ...withoutContent(rest)]);
}

/** A response of 2.0 has a `schema` instead of `content`. */
function withoutContent(segments: readonly string[]): string[] {
  const at = segments.indexOf("content");
  if (at < 0 || segments.slice(0, at).includes("schema")) return [...segments];
  return [...segments.slice(0, at), ...segments.slice(at + 2)];
}

/** Parameters of 2.0 are their own schemas, and body parameters are in the same list. */
function parameterLocation(
  [index = "", ...below]: readonly string[],
  list: readonly string[],
  written: JsonObject,
): string[] {
  const all = resolvePointer(written, toPointer(list));
  const others = (isArray(all) ? all : []).flatMap((one, at) =>
    isObject(one) && (one["in"] === "body" || one["in"] === "formData") ? [] : [String(at)],
  );
  return [others[Number(index)] ?? index, ...(below[0] === "schema" ? below.slice(1) : below)];
}
