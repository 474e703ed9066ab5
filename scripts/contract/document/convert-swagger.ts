// Converts a Swagger 2.0 document to OpenAPI 3.0, keeps the source locations, and reports what 3.0 cannot
// express.
// https://spec.openapis.org/oas/v2.0.html
import { upgradeFromTwoToThree } from "@scalar/openapi-upgrader/2.0-to-3.0";
import { DocumentError, type Json, type JsonObject, type SourceLocation } from "./document.ts";
import { childPointer, isArray, isObject, localPointer, refOf, resolvePointer } from "./pointer.ts";
import { roundNumbers } from "./round-numbers.ts";
import type { SourceFile } from "./source-file.ts";
import { swaggerLocation } from "./swagger-location.ts";

type Notice = (place: SourceLocation, problem: string) => void;

/**
 * Converts the content of a Swagger 2.0 file.
 *
 * @throws DocumentError, with its location, for a document that references other files for anything but
 *   schemas
 */
export function convertSwagger(file: SourceFile, notice: Notice): SourceFile {
  const root = roundNumbers(file.value) as JsonObject;
  const whole = withParameters(root, file, notice);
  const value = upgradeFromTwoToThree(whole) as unknown as JsonObject;
  requireBodies(value, whole);
  return { ...file, value, locate: (pointer) => file.locate(swaggerLocation(pointer, whole)) };
}

/**
 * Returns the document with every reference to a body or form parameter replaced by its target: 3.0 has no
 * such parameters.
 */
function withParameters(root: JsonObject, file: SourceFile, notice: Notice): JsonObject {
  const tell = (pointer: string, problem: string): void => notice(file.locate(pointer), problem);
  const parameters = (list: Json | undefined, pointer: string): Json[] =>
    (isArray(list) ? list : []).map((one, at) => parameterOf(one, childPointer(pointer, String(at))));
  const parameterOf = (one: Json, pointer: string): Json => {
    const target = withinFile(root, one, file, pointer) ?? one;
    tellFormats(target, pointer, tell);
    return isObject(target) && isInBody(target) ? target : one;
  };
  const operationOf = (operation: Json | undefined, pointer: string): Json | undefined => {
    if (!isObject(operation)) return operation;
    const { schemes, ...kept } = operation;
    if (schemes !== undefined) tell(`${pointer}/schemes`, lost("the schemes of a single operation"));
    for (const [status, response] of entriesOf(operation["responses"]))
      withinFile(root, response ?? null, file, childPointer(`${pointer}/responses`, status));
    return kept["parameters"] === undefined
      ? kept
      : { ...kept, parameters: parameters(kept["parameters"], `${pointer}/parameters`) };
  };
  const paths = entriesOf(root["paths"]).map(([path, item]): [string, Json | undefined] => {
    const pointer = childPointer("/paths", path);
    withinFile(root, item ?? null, file, pointer);
    if (!isObject(item)) return [path, item];
    const shared = parameters(item["parameters"], `${pointer}/parameters`);
    const members = Object.entries(item).map(([name, member]): [string, Json | undefined] => {
      if (name === "parameters") return [name, shared.filter((one) => !isInBody(one))];
      if (!isMethod(name) || !isObject(member)) return [name, member];
      return [name, withShared(operationOf(member, childPointer(pointer, name)), shared.filter(isInBody))];
    });
    return [path, Object.fromEntries(members)];
  });
  for (const [name, parameter] of entriesOf(root["parameters"]))
    tellFormats(parameter ?? null, childPointer("/parameters", name), tell);
  return root["paths"] === undefined ? root : { ...root, paths: Object.fromEntries(paths) };
}

/** Copies the body parameters of a path item into an operation, unless the operation has its own. */
function withShared(operation: Json | undefined, shared: readonly Json[]): Json | undefined {
  if (!isObject(operation) || shared.length === 0) return operation;
  const own = isArray(operation["parameters"]) ? operation["parameters"] : [];
  return own.some(isInBody) ? operation : { ...operation, parameters: [...own, ...shared] };
}

/**
 * Returns the target of a reference; undefined if the node is not a reference.
 *
 * @throws DocumentError for a reference to another file
 */
function withinFile(root: JsonObject, node: Json, file: SourceFile, pointer: string): Json | undefined {
  const ref = refOf(node);
  if (ref === undefined) return undefined;
  const target = localPointer(ref);
  if (target !== undefined) return resolvePointer(root, target);
  throw new DocumentError(
    `$ref ${JSON.stringify(ref)} leads to another file: of a Swagger 2.0 document only schemas may be elsewhere`,
    { place: file.locate(pointer), fix: "put it into the document, or write the document as OpenAPI 3" },
  );
}

const unwritable = new Set(["tsv"]);

function tellFormats(node: Json, pointer: string, tell: (pointer: string, problem: string) => void): void {
  if (!isObject(node)) return;
  const { collectionFormat: format, items } = node;
  if (typeof format === "string" && unwritable.has(format))
    tell(`${pointer}/collectionFormat`, lost(`collectionFormat: ${format}`));
  if (isObject(items) && items["collectionFormat"] !== undefined)
    tell(`${pointer}/items/collectionFormat`, lost("how lists within lists are written"));
}

function lost(what: string): string {
  return `OpenAPI 3.0 cannot express ${what}: it is lost in the conversion from Swagger 2.0`;
}

function isInBody(parameter: Json): boolean {
  return isObject(parameter) && (parameter["in"] === "body" || parameter["in"] === "formData");
}

function isMethod(name: string): boolean {
  return /^(get|put|post|delete|options|head|patch)$/.test(name);
}

/** Marks a form request body as required if any of its parts is required. */
function requireBodies(converted: JsonObject, written: JsonObject): void {
  for (const [path, item] of entriesOf(written["paths"])) {
    for (const [method, operation] of entriesOf(item)) {
      const parameters = isObject(operation) ? operation["parameters"] : undefined;
      if (!isArray(parameters)) continue;
      const isRequired = parameters.some((one) => isObject(one) && isInBody(one) && one["required"] === true);
      const pointer = childPointer(childPointer(childPointer("/paths", path), method), "requestBody");
      const body = resolvePointer(converted, pointer);
      if (isRequired && isObject(body)) Object.assign(body, { required: true });
    }
  }
}

function entriesOf(node: Json | undefined): [string, Json | undefined][] {
  return isObject(node) ? Object.entries(node) : [];
}
