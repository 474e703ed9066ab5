// Reads the fields of form bodies, which are serialized like query parameters, and the parts of bodies
// without names.
import type { Json, JsonObject } from "../document/document.ts";
import { child, type Located } from "../document/pointer.ts";
import { formProperties, otherFields } from "./form-properties.ts";
import type { Literal } from "./literal.ts";
import { isPositional, type PartPlan, partPlansOf, partType } from "./positional-parts.ts";
import type { ParameterStyle, PlannedContent, PlannedOperation, PlannedParameter } from "./plan.ts";
import { essenceOf, isJsonType } from "../runtime/boundary/media-type.ts";
import { holdsObjects } from "./resources/operation-hooks.ts";
import type { Shape } from "../runtime/wire-parameter.ts";
import { type Files, filesIn } from "./types/files-in.ts";
import { scalarTypesOf, shapeOf } from "./wire-shape.ts";

const queryStyles: readonly ParameterStyle[] = ["form", "spaceDelimited", "pipeDelimited", "deepObject"];

/**
 * Returns the fields by media type, for bodies that are forms; for bodies of parts without names, the parts.
 */
export function formsOf(
  root: JsonObject,
  { body, source: { requestBody } }: PlannedOperation,
): Record<string, Literal> {
  const forms = (body?.content ?? []).flatMap((content): [string, Literal][] => {
    const essence = essenceOf(content.mediaType);
    const { schema } = content;
    const media = child(child(requestBody?.node, "content"), content.mediaType);
    if (schema !== undefined && isPositional(root, content))
      return [[content.mediaType, partsIn(root, schema, media)]];
    if (essence !== "multipart/form-data" && essence !== "application/x-www-form-urlencoded") return [];
    const encoding = child(media, "encoding");
    const files = essence === "multipart/form-data" ? filesIn(root) : undefined;
    return [[content.mediaType, fieldsOf(root, content, { encoding, files })]];
  });
  return Object.fromEntries(forms);
}

/** Returns the `FormParts` of a body. */
function partsIn(root: JsonObject, schema: Located, media: Json | undefined): Literal {
  const files = filesIn(root);
  const { first, rest } = partPlansOf(root, schema, media);
  const partIn = (one: PartPlan): Literal => {
    const type = partType(one);
    const isJson = type === "" ? holdsObjects(root, one.schema.node) : isJsonType(type);
    return {
      types: scalarTypesOf(root, one.schema),
      isJson: isJson || undefined,
      files: isJson ? undefined : files(one.schema),
    };
  };
  return { first: first.map(partIn), rest: partIn(rest) };
}

interface FormRules {
  /** The Encoding Objects of the fields. */
  readonly encoding: JsonObject[string];
  /** Undefined if no field is a file. */
  readonly files: ((schema: Located) => Files) | undefined;
}

/** Returns the declared fields, and the one for all undeclared names. */
function fieldsOf(root: JsonObject, { schema }: PlannedContent, { encoding, files }: FormRules): Literal[] {
  const others = otherFields(root, schema);
  const named = [...formProperties(root, schema)].map(([name, place]) =>
    fieldOf(root, place, { name, encoding: child(encoding, name), files }),
  );
  if (others === undefined) return named;
  return [...named, fieldOf(root, others, { name: "", encoding: undefined, files, isOther: true })];
}

function fieldOf(
  root: JsonObject,
  schema: Located,
  {
    name,
    encoding,
    files,
    isOther = false,
  }: FormRules & { readonly name: string; readonly isOther?: boolean },
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
  const shape = { ...fieldShape() };
  const held = shape.kind === "json" ? undefined : files?.(schema);
  return {
    name,
    style,
    explode,
    allowReserved: false,
    shape,
    ...(held === undefined ? {} : { files: held }),
    ...(isOther ? { isOther } : {}),
  };

  /** Fields that are objects or lists of objects are JSON by default (OpenAPI 3.1, section 4.8.15.1). */
  function fieldShape(): Shape {
    const shape = shapeOf(root, parameter);
    const type = child(encoding, "contentType");
    const isJson = typeof type === "string" ? isJsonType(type) : holdsObjects(root, schema.node);
    if (wanted !== undefined || !isJson) return shape;
    return shape.kind === "array" && files !== undefined ? { kind: "json", list: true } : { kind: "json" };
  }
}
