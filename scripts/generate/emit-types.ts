// `types.ts`: the document as TypeScript types. The one seam behind which openapi-typescript works.
import type { GlobalContext, OpenAPI3, SchemaObject } from "openapi-typescript";
import type { JsonObject } from "../document/document.ts";
import { isObject, parsePointer } from "../document/pointer.ts";
import { headerLine } from "./header.ts";
import type { Plan, PlannedOperation } from "./plan.ts";

const dateTime = `/**
 * A moment as RFC 3339 writes it. A string to everyone; the mark, which no value carries, lets mapped types tell it from
 * other strings.
 */
export type DateTime = string & { readonly __format?: "date-time" };`;

export async function emitTypes(plan: Plan): Promise<string> {
  // Loaded here: with the TypeScript compiler behind it, it takes longer than everything else of a small document.
  const [{ transformSchema, astToString, scanDiscriminators, resolveRef }, { default: ts }] =
    await Promise.all([import("openapi-typescript"), import("typescript")]);
  const document = withOperationIds(plan.document.root, plan.operations);
  if (!isOpenApi3(document)) throw new TypeError("the document has no openapi version");
  // openapi-typescript's own entry lints and bundles first (half of its time); scripts/document has done both, and that
  // step is all that `redoc` is for.
  const context: Omit<GlobalContext, "redoc"> = {
    additionalProperties: false,
    alphabetize: false,
    arrayLength: false,
    conditionalEnums: false,
    dedupeEnums: false,
    // A default fills in what the other side left out: a client need not send it.
    defaultNonNullable: false,
    discriminators: scanDiscriminators(document, { silent: true }),
    emptyObjectsUnknown: false,
    enum: false,
    enumValues: false,
    excludeDeprecated: false,
    exportType: false,
    generatePathParams: false,
    immutable: false,
    inject: dateTime,
    injectFooter: [],
    makePathsEnum: false,
    pathParamsAsTypes: false,
    postTransform: undefined,
    propertiesRequiredByDefault: false,
    readWriteMarkers: false,
    resolve: (ref) => resolveRef(document, ref, { silent: true }),
    rootTypes: false,
    rootTypesKeepCasing: false,
    rootTypesNoSchemaPrefix: false,
    silent: true,
    transform: (schema) => {
      if (!isDateTime(schema)) return undefined;
      const reference = ts.factory.createTypeReferenceNode("DateTime");
      const nullable = Array.isArray(schema.type) && schema.type.includes("null");
      return nullable
        ? ts.factory.createUnionTypeNode([
            reference,
            ts.factory.createLiteralTypeNode(ts.factory.createNull()),
          ])
        : reference;
    },
    transformProperty: undefined,
  };
  const nodes = transformSchema(document, context as GlobalContext);
  return `${headerLine(plan.header)}\n${astToString(nodes)}`;
}

function isDateTime(schema: SchemaObject): schema is SchemaObject & { type: "string" | readonly string[] } {
  if (schema.format !== "date-time" || "enum" in schema || "const" in schema) return false;
  const types: readonly unknown[] = Array.isArray(schema.type) ? schema.type : [schema.type];
  return types.includes("string") && types.every((type) => type === "string" || type === "null");
}

function isOpenApi3(root: object): root is OpenAPI3 {
  return "openapi" in root && typeof root.openapi === "string";
}

/** The document with the planned ids in it, for operations that have none of their own. */
function withOperationIds(root: JsonObject, operations: readonly PlannedOperation[]): JsonObject {
  return operations
    .filter(({ id, source }) => id !== source.operationId)
    .reduce(
      (copy, { id, source }) => withMember(copy, [...parsePointer(source.pointer), "operationId"], id),
      root,
    );
}

/** A copy with one member set; everything beside the way to it is shared. */
function withMember(node: JsonObject, [segment, ...rest]: readonly string[], value: string): JsonObject {
  if (segment === undefined) return node;
  if (rest.length === 0) return { ...node, [segment]: value };
  const next = node[segment];
  return isObject(next) ? { ...node, [segment]: withMember(next, rest, value) } : node;
}
