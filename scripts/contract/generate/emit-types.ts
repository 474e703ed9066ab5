// Emits `types.ts`: the document as TypeScript types. The only module that uses openapi-typescript.
import type { Node } from "typescript";
import type { GlobalContext, OpenAPI3 } from "openapi-typescript";
import type TypeScript from "typescript";
import { defineMember } from "../document/define-member.ts";
import type { Json, JsonObject } from "../document/document.ts";
import { liftReferences } from "../document/lift-references.ts";
import { addAll } from "../document/long-lists.ts";
import { isObject, parsePointer, refOf } from "../document/pointer.ts";
import { type Code, emit, trustedCode } from "./code.ts";
import { headerLine } from "./header.ts";
import { withoutMisleading } from "./literal.ts";
import { loadOpenapiTypescript, loadTypescript } from "./load-typescript.cjs";
import type { Plan, PlannedOperation } from "./plan.ts";
import type { ValueTypes } from "./value-types.ts";
import { EmittedSchemas } from "./types/emitted-schemas.ts";

const marked = ({ int64 }: ValueTypes): string => `/**
 * A date-time of RFC 3339. Assignable to string; the phantom property lets mapped types distinguish it from
 * other strings.
 */
export type DateTime = string & { readonly __format?: "date-time" };

/** Binary content, which OpenAPI declares as a string; requests take a Blob as well. */
export type Binary = string & { readonly __content?: "binary" };

/**
 * An integer with the format \`int64\` or \`uint64\`. A number here; the client's methods have an
 * \`Int64Value\`.
 */
export type Int64 = number & { readonly __format?: "int64" };

/** The type of these integers in the client's responses; its requests accept numbers as well. */
export type Int64Value = ${int64};`;

export function emitTypes(plan: Plan): Code {
  const { transformSchema, astToString, resolveRef } = loadOpenapiTypescript();
  const ts = loadTypescript();
  const lifted = liftReferences(plan.document).root;
  const whole = withPathItems(withOperationIds(lifted, plan.operations), plan.operations);
  const schemas = new EmittedSchemas(withOtherMethods(whole, plan.operations), plan.values);
  const document = schemas.marked;
  if (!isOpenApi3(document)) throw new TypeError("the document has no openapi version");
  // openapi-typescript's own entry point first lints and bundles (half of its time), which
  // scripts/contract/document has done already; `redoc` is only needed for that step.
  const operations = operationsInterface(ts);
  const context: Omit<GlobalContext, "redoc"> = {
    additionalProperties: false,
    alphabetize: false,
    arrayLength: false,
    conditionalEnums: false,
    dedupeEnums: false,
    // A default applies if the other side omitted the value: a client need not send it.
    defaultNonNullable: false,
    // Discriminators are expressed in the schemas' own types.
    discriminators: { objects: {}, refsHandled: [] },
    emptyObjectsUnknown: false,
    enum: false,
    enumValues: false,
    excludeDeprecated: false,
    exportType: false,
    generatePathParams: false,
    immutable: false,
    inject: marked(plan.values),
    injectFooter: plan.operations.length === 0 ? [] : [operations.node],
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
      const name = schemas.markIn(schema);
      return name === undefined ? undefined : ts.factory.createTypeReferenceNode(name);
    },
    transformProperty: undefined,
  };
  const nodes = transformSchema(document, context as GlobalContext);
  operations.close();
  // The compiler prints a syntax tree, in which texts of the document are literals and comments.
  const types = withoutMisleading(trustedCode(schemas.fill(astToString(nodes.map(withTextNames)))));
  return emit`${headerLine(plan.header)}\n${types}${schemas.declarations()}`;
}

/**
 * Returns the interface of all operations. openapi-typescript adds operations one by one and copies the list
 * of members for each, which is quadratic for twenty thousand. Here the list appears empty, and additions are
 * collected until `close`.
 */
function operationsInterface(ts: typeof TypeScript): { readonly node: TypeScript.Node; close(): void } {
  const { factory, SyntaxKind } = ts;
  const exported = factory.createModifier(SyntaxKind.ExportKeyword);
  const node = factory.createInterfaceDeclaration([exported], "operations", undefined, undefined, []);
  const members: TypeScript.TypeElement[] = [];
  Object.defineProperty(node, "members", {
    configurable: true,
    get: () => [],
    set: (added: readonly TypeScript.TypeElement[]) => addAll(members, added),
  });
  const close = (): void => {
    Object.defineProperty(node, "members", { value: factory.createNodeArray(members) });
  };
  return { node, close };
}

/** Converts numeric member names to strings, as everywhere else: `keyof` distinguishes the two. */
function withTextNames(node: Node): Node {
  const { factory, isInterfaceDeclaration, isNumericLiteral, isPropertySignature } = loadTypescript();
  if (!isInterfaceDeclaration(node) || node.name.text !== "operations") return node;
  const members = node.members.map((member) =>
    isPropertySignature(member) && isNumericLiteral(member.name)
      ? factory.updatePropertySignature(
          member,
          member.modifiers,
          factory.createStringLiteral(member.name.text),
          member.questionToken,
          member.type,
        )
      : member,
  );
  return factory.createInterfaceDeclaration(
    node.modifiers,
    node.name,
    node.typeParameters,
    node.heritageClauses,
    members,
  );
}

function isOpenApi3(root: object): root is OpenAPI3 {
  return "openapi" in root && typeof root.openapi === "string";
}

/** Returns the document with the planned ids for operations without an operationId. */
function withOperationIds(root: JsonObject, operations: readonly PlannedOperation[]): JsonObject {
  const changed = operations.filter(({ id, source }) => id !== source.operationId);
  if (changed.length === 0) return root;
  // Objects that were copied once can be modified: copying all paths for each operation would be quadratic.
  const copies = new Set<Json>();
  const whole = copyOnce(root, copies);
  for (const { id, source } of changed) {
    let node = whole;
    for (const segment of parsePointer(source.pointer)) {
      const next = node[segment];
      if (!isObject(next)) break;
      const copy = copyOnce(next, copies);
      defineMember(node, segment, copy);
      node = copy;
    }
    defineMember(node, "operationId", id);
  }
  return whole;
}

function copyOnce(node: JsonObject, copies: Set<Json>): JsonObject {
  const copy = copies.has(node) ? node : { ...node };
  copies.add(copy);
  return copy;
}

/** Inlines path items that are references: openapi-typescript omits the operations of such paths. */
function withPathItems(root: JsonObject, operations: readonly PlannedOperation[]): JsonObject {
  const paths = isObject(root["paths"]) ? root["paths"] : {};
  const items = Object.entries(paths).flatMap(([path, item]): [string, JsonObject][] => {
    if (refOf(item ?? null) === undefined) return [];
    const here = operations.filter(({ source }) => source.path === path && knownMethods.has(source.method));
    return [[path, Object.fromEntries(here.map((one) => [one.source.method.toLowerCase(), ownedBy(one)]))]];
  });
  if (items.length === 0) return root;
  const components = Object.entries(isObject(root["components"]) ? root["components"] : {});
  return {
    ...root,
    paths: { ...paths, ...Object.fromEntries(items) },
    components: Object.fromEntries(components.filter(([section]) => section !== "pathItems")),
  };
}

/** Returns an operation with everything it inherits. */
function ownedBy({ id, source }: PlannedOperation): JsonObject {
  return { ...source.operation, operationId: id, parameters: source.parameters.map(({ node }) => node) };
}

const knownMethods = new Set("GET PUT POST DELETE OPTIONS HEAD PATCH TRACE".split(" "));

/**
 * Moves operations of methods that openapi-typescript does not know (OpenAPI 3.2) to `POST` of artificial
 * paths.
 */
function withOtherMethods(root: JsonObject, operations: readonly PlannedOperation[]): JsonObject {
  const others = operations.filter(({ source }) => !knownMethods.has(source.method));
  if (others.length === 0) return root;
  const paths = others.map((operation): [string, JsonObject] => [
    `${operation.source.path} (${operation.source.method})`,
    { post: ownedBy(operation) },
  ]);
  const known = isObject(root["paths"]) ? root["paths"] : {};
  return { ...root, paths: { ...known, ...Object.fromEntries(paths) } };
}
