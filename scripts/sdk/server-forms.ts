// How the fields of form bodies are read: as query parameters are.
import type { JsonObject } from "../document/document.ts";
import { child, childPointer, follow, isObject, type Located } from "../document/pointer.ts";
import type { Literal } from "../generate/literal.ts";
import type { ParameterStyle, PlannedContent, PlannedOperation, PlannedParameter } from "../generate/plan.ts";
import { mediaEssence } from "../generate/resources/media-types.ts";
import { shapeOf } from "../generate/wire-shape.ts";

const queryStyles: readonly ParameterStyle[] = ["form", "spaceDelimited", "pipeDelimited", "deepObject"];

/** Media type → fields, of the bodies that are forms. */
export function formsOf(
  root: JsonObject,
  { body, source: { requestBody } }: PlannedOperation,
): Record<string, Literal> {
  const forms = (body?.content ?? []).flatMap((content): [string, Literal][] => {
    const essence = mediaEssence(content.mediaType);
    if (essence !== "multipart/form-data" && essence !== "application/x-www-form-urlencoded") return [];
    const media = child(child(requestBody?.node, "content"), content.mediaType);
    return [[content.mediaType, fieldsOf(root, content, child(media, "encoding"))]];
  });
  return Object.fromEntries(forms);
}

function fieldsOf(root: JsonObject, { schema }: PlannedContent, encoding: JsonObject[string]): Literal[] {
  const place = schema && follow(root, schema);
  const properties = child(place?.node, "properties");
  return Object.entries(isObject(properties) ? properties : {}).map(([name, node]) =>
    fieldOf(
      root,
      { pointer: childPointer(place?.pointer ?? "", "properties", name), node: node ?? true },
      { name, encoding: child(encoding, name) },
    ),
  );
}

function fieldOf(
  root: JsonObject,
  schema: Located,
  { name, encoding }: { name: string; encoding: JsonObject[string] },
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
  const shape = shapeOf(root, parameter);
  // Fields that are objects are JSON by default (OpenAPI 3.1, section 4.8.15.1).
  const isJson = shape.kind === "object" && wanted === undefined;
  return { name, style, explode, allowReserved: false, shape: isJson ? { kind: "json" } : { ...shape } };
}
