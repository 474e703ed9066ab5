// How the fields of form bodies are read: as query parameters are.
import type { JsonObject } from "../document/document.ts";
import { child, childPointer, follow, isObject, type Located } from "../document/pointer.ts";
import type { Literal } from "./literal.ts";
import type { ParameterStyle, PlannedContent, PlannedOperation, PlannedParameter } from "./plan.ts";
import { essenceOf, isJsonType } from "../runtime/boundary/media-type.ts";
import { holdsObjects } from "./resources/operation-hooks.ts";
import type { Shape } from "../runtime/wire-parameter.ts";
import { shapeOf } from "./wire-shape.ts";

const queryStyles: readonly ParameterStyle[] = ["form", "spaceDelimited", "pipeDelimited", "deepObject"];

/** Media type → fields, of the bodies that are forms. */
export function formsOf(
  root: JsonObject,
  { body, source: { requestBody } }: PlannedOperation,
): Record<string, Literal> {
  const forms = (body?.content ?? []).flatMap((content): [string, Literal][] => {
    const essence = essenceOf(content.mediaType);
    if (essence !== "multipart/form-data" && essence !== "application/x-www-form-urlencoded") return [];
    const media = child(child(requestBody?.node, "content"), content.mediaType);
    const encoding = child(media, "encoding");
    const isMultipart = essence === "multipart/form-data";
    return [[content.mediaType, fieldsOf(root, content, { encoding, isMultipart })]];
  });
  return Object.fromEntries(forms);
}

interface FormRules {
  /** The Encoding Objects of the fields. */
  readonly encoding: JsonObject[string];
  readonly isMultipart: boolean;
}

function fieldsOf(
  root: JsonObject,
  { schema }: PlannedContent,
  { encoding, isMultipart }: FormRules,
): Literal[] {
  const place = schema && follow(root, schema);
  const properties = child(place?.node, "properties");
  return Object.entries(isObject(properties) ? properties : {}).map(([name, node]) =>
    fieldOf(
      root,
      { pointer: childPointer(place?.pointer ?? "", "properties", name), node: node ?? true },
      { name, encoding: child(encoding, name), isMultipart },
    ),
  );
}

function fieldOf(
  root: JsonObject,
  schema: Located,
  { name, encoding, isMultipart }: FormRules & { readonly name: string },
): Literal {
  const wanted = child(encoding, "style");
  const style = queryStyles.find((known) => known === wanted) ?? "form";
  const explode = child(encoding, "explode") !== false;
  const parameter: PlannedParameter = {
    name,
    place: "query",
    required: false,
    style,
    explode,
    allowReserved: false,
    source: { pointer: schema.pointer, node: {} },
    schema,
    mediaType: undefined,
  };
  return { name, style, explode, allowReserved: false, shape: { ...fieldShape() } };

  /** Fields that are objects, or lists of objects, are JSON by default (OpenAPI 3.1, section 4.8.15.1). */
  function fieldShape(): Shape {
    const shape = shapeOf(root, parameter);
    const type = child(encoding, "contentType");
    const isJson = typeof type === "string" ? isJsonType(type) : holdsObjects(root, schema.node);
    if (wanted !== undefined || !isJson) return shape;
    return shape.kind === "array" && isMultipart ? { kind: "json", list: true } : { kind: "json" };
  }
}
