// Parameters and headers of the plan: where values are, and how they are serialized.
import type { Json, JsonObject } from "../document/document.ts";
import type { Operation } from "../document/operations.ts";
import { childPointer, follow, isArray, isObject, type Located } from "../document/pointer.ts";
import { unplacedName } from "../document/unplaced-parameters.ts";
import type { ParameterLocation, ParameterStyle, PlannedHeader, PlannedParameter } from "./plan.ts";

const ignoredHeaders = new Set(["accept", "content-type", "authorization"]);
const styles: Readonly<Record<ParameterLocation, readonly ParameterStyle[]>> = {
  path: ["simple", "label", "matrix"],
  query: ["form", "spaceDelimited", "pipeDelimited", "deepObject"],
  header: ["simple"],
  cookie: ["form", "cookie"],
};

/** Returns the parameters, without path parameters that the path template does not name. */
export function parametersOf({ path, parameters }: Operation): PlannedParameter[] {
  return parameters.flatMap((source) =>
    unplacedName(path, source) === undefined ? parameterOf(source) : [],
  );
}

function parameterOf(source: Located<JsonObject>): PlannedParameter[] {
  const { node } = source;
  const { name, in: place } = node;
  if (typeof name !== "string" || !isLocation(place)) return [];
  if (place === "header" && ignoredHeaders.has(name.toLowerCase())) return [];
  const style = isWholeQuery(node)
    ? "whole"
    : (styles[place].find((known) => known === node["style"]) ?? styles[place][0]);
  if (style === undefined) return [];
  return [
    {
      name,
      place,
      required: node["required"] === true || place === "path",
      style,
      explode:
        typeof node["explode"] === "boolean" ? node["explode"] : style === "form" || style === "cookie",
      allowReserved: node["allowReserved"] === true,
      source,
      ...valueOf(source),
    },
  ];
}

/** Whether a parameter is the whole query string (`in: querystring` of OpenAPI 3.2, with JSON). */
function isWholeQuery({ in: place, "x-sdk": sdk }: JsonObject): boolean {
  return place === "query" && isObject(sdk) && sdk["querystring"] === true;
}

/** Returns the schema of a parameter or header, and its media type if it is described by `content`. */
function valueOf(source: Located<JsonObject>): Pick<PlannedParameter, "schema" | "mediaType"> {
  const { content } = source.node;
  const [only] = isObject(content) ? Object.entries(content) : [];
  if (only === undefined) return { schema: schemaAt(source), mediaType: undefined };
  const [mediaType, media] = only;
  return { schema: schemaIn(childPointer(source.pointer, "content", mediaType), media), mediaType };
}

function isLocation(place: Json | undefined): place is ParameterLocation {
  return typeof place === "string" && Object.hasOwn(styles, place);
}

/** Returns the headers without `Content-Type`, which is described by `content`. */
export function headersOf(root: JsonObject, response: Located<JsonObject>): PlannedHeader[] {
  return membersOf(root, response, "headers")
    .filter(([name]) => name.toLowerCase() !== "content-type")
    .map(([name, header]) => ({
      name,
      required: header.node["required"] === true,
      explode: header.node["explode"] === true,
      ...valueOf(header),
      ...textOf(root, header),
    }));
}

function textOf(root: JsonObject, header: Located<JsonObject>): Pick<PlannedHeader, "constant" | "isText"> {
  const { node } = follow(root, schemaAt(header) ?? { pointer: "", node: true });
  if (!isObject(node)) return { constant: undefined, isText: false };
  const { enum: values, const: value = isArray(values) && values.length === 1 ? values[0] : undefined } =
    node;
  const isText =
    node["type"] === "string" && Object.keys(node).every((key) => annotations.has(key) || key === "type");
  return { constant: typeof value === "string" ? value : undefined, isText };
}

const annotations = new Set(["title", "description", "deprecated", "default", "example", "examples"]);

/** Returns the members of a map below a node, with `$ref`s resolved. */
export function membersOf(
  root: JsonObject,
  owner: Located<JsonObject>,
  key: string,
): [string, Located<JsonObject>][] {
  const map = owner.node[key];
  if (!isObject(map)) return [];
  return Object.entries(map).flatMap(([name, node]): [string, Located<JsonObject>][] => {
    if (node === undefined || name.startsWith("x-")) return [];
    const target = follow(root, { pointer: childPointer(owner.pointer, key, name), node });
    return isObject(target.node) ? [[name, { pointer: target.pointer, node: target.node }]] : [];
  });
}

function schemaIn(pointer: string, media: Json | undefined): Located | undefined {
  return isObject(media) ? schemaAt({ pointer, node: media }) : undefined;
}

/** Returns the schema of a parameter, a header or a media type. */
export function schemaAt(owner: Located<JsonObject>): Located | undefined {
  const node = owner.node["schema"];
  return node === undefined ? undefined : { pointer: childPointer(owner.pointer, "schema"), node };
}
