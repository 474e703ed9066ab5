// The entry point for validation: reports what the server would reject, without sending a request.
import { createFormats } from "../generated/formats.ts";
import { type OperationId, operations } from "../generated/operations.ts";
import type { components, operations as Operations } from "../generated/types.ts";
import {
  type BodyProblem,
  bodyProblems,
  parameterProblems,
  type PlacedProblem,
} from "../generated/validation-problems.ts";
import type { Formats, SchemaName, Validator } from "../generated/validators.js";
import { essence, isDeclared, isJson } from "./response/media-type.ts";
import type { Input } from "./request-types.ts";
import { asSent } from "./validate/as-sent.ts";
import { memberOf } from "./validate/member-of.ts";
import { standardOf, type StandardSchema } from "./validate/standard-schema.ts";
import { validators } from "./validate/validators.ts";

export type { StandardIssue, StandardResult, StandardSchema } from "./validate/standard-schema.ts";
export type { OperationId } from "../generated/operations.ts";
export type { BodyProblem, PlacedProblem } from "../generated/validation-problems.ts";
export type { Formats, SchemaName } from "../generated/validators.js";

/** One error of a request: in the body at a JSON pointer, elsewhere at a parameter's name. */
export type RequestProblem = BodyProblem | PlacedProblem<"path" | "query" | "header" | "cookie">;

/**
 * The parts of a request, with values as the client's methods accept them: a `Date` is accepted for a
 * date-time.
 */
export interface RequestParts<Id extends OperationId> {
  readonly path?: ParametersIn<Id, "path">;
  readonly query?: ParametersIn<Id, "query">;
  /** By the names of the header fields, case-insensitive. */
  readonly headers?: ParametersIn<Id, "header">;
  readonly cookies?: ParametersIn<Id, "cookie">;
  readonly body?: BodyOf<Id>;
  /**
   * The media type of the body, for operations that accept several; by default the header `Content-Type`, or
   * else JSON, a form, or the first that the document declares.
   */
  readonly contentType?: string | undefined;
}

type ParametersIn<Id extends OperationId, In extends "path" | "query" | "header" | "cookie"> = Input<
  NonNullable<Operations[Id]["parameters"][In]>
>;

type BodyOf<Id extends OperationId> = Operations[Id] extends { requestBody?: infer Body }
  ? NonNullable<Body> extends { content: infer Content }
    ? Input<Content[keyof Content]>
    : never
  : never;

/** Options of validation. */
export interface ValidateOptions {
  /** Checks for the document's custom string formats. Reuse the object: validators are cached by it. */
  readonly formats?: Partial<Formats> | undefined;
}

/**
 * The document's custom string formats, one check each by its name. A format without a check is not
 * validated; `ValidateOptions` can add one.
 */
export const formats: Formats = createFormats();

/**
 * Returns all errors of a request; an empty list if it is valid. Generates no code at run time, so it works
 * where `eval` is forbidden. Of files, only the length is validated.
 *
 * @throws {TypeError} for an operationId that the document does not declare
 * @example
 * const problems = validateRequest("createSenderPool", { body: { name: "n", tags: { greeting: "Hello {{ name"
 * } } });
 * // [{ in: "body", pointer: "/tags/greeting", detail: 'must match format "liquid"' }]
 */
export function validateRequest<Id extends OperationId>(
  operationId: Id,
  parts: RequestParts<Id>,
  options: ValidateOptions = {},
): RequestProblem[] {
  const { requests } = validators(options.formats);
  const { path, query, headers, cookies, body } = memberOf(requests, operationId, "operation");
  // Not every document has parameters in every location.
  const given: Readonly<Partial<Record<keyof RequestParts<Id>, unknown>>> = parts;
  return [
    ...placed("path", path, asSent(given.path ?? {})),
    ...placed("query", query, asSent(given.query ?? {})),
    ...placed("header", headers, declaredNames(operationId, asSent(given.headers ?? {}))),
    ...placed("cookie", cookies, asSent(given.cookies ?? {})),
    ...validateBody(operationId, body, asSent(given.body), given.contentType ?? headerIn(given.headers)),
  ];
}

/**
 * Returns all errors of a value of one of the document's schemas.
 *
 * @throws {TypeError} for a schema that the document does not declare
 * @example validateSchema("Tags", { region: "APAC" }) // []
 */
export function validateSchema(
  name: SchemaName,
  value: unknown,
  options: ValidateOptions = {},
): BodyProblem[] {
  const validator: Validator = memberOf(validators(options.formats).schemas, name, "schema");
  return validator(asSent(value)) ? [] : bodyProblems(validator.errors ?? []);
}

/**
 * A schema of the document for libraries that accept Standard Schema (https://standardschema.dev). It does
 * not modify values.
 *
 * @example const { issues } = standardSchema("Tags")["~standard"].validate({ region: 1 });
 */
export function standardSchema<Name extends SchemaName>(
  name: Name,
  options: ValidateOptions = {},
): StandardSchema<SchemaValue<Name>> {
  return standardOf((value) => validateSchema(name, value, options));
}

/**
 * The body of an operation as a Standard Schema.
 *
 * @example const form = standardBody("createSenderPool");
 */
export function standardBody<Id extends OperationId>(
  operationId: Id,
  options: ValidateOptions = {},
): StandardSchema<BodyOf<Id>> {
  const { body } = memberOf(validators(options.formats).requests, operationId, "operation");
  return standardOf((value) => validateBody(operationId, body, asSent(value), undefined));
}

type SchemaValue<Name> = Name extends keyof components["schemas"]
  ? Input<components["schemas"][Name]>
  : unknown;

function placed<Place extends "path" | "query" | "header" | "cookie">(
  place: Place,
  validator: Validator | undefined,
  values: unknown,
): PlacedProblem<Place>[] {
  if (validator === undefined || validator(values)) return [];
  return parameterProblems(place, validator.errors ?? []);
}

function validateBody(
  operationId: OperationId,
  byType: Readonly<Record<string, Validator>> = {},
  body: unknown,
  contentType: unknown,
): BodyProblem[] {
  const rules: { readonly required: boolean; readonly mediaTypes: readonly string[] } | undefined =
    operations[operationId].body;
  if (body === undefined) {
    return rules?.required === true ? [{ in: "body", pointer: "", detail: "must be sent" }] : [];
  }
  const type = typeof contentType === "string" ? declaredType(rules?.mediaTypes, contentType) : undefined;
  if (typeof contentType === "string" && type === undefined && rules !== undefined)
    return [{ in: "body", pointer: "", detail: `must be ${rules.mediaTypes.join(" or ")}` }];
  const types = Object.keys(byType);
  // The same choice as the client's.
  const usual = [isJsonType, isForm].map((wanted) => types.find(wanted)).find((found) => found !== undefined);
  const validator = byType[type ?? usual ?? types[0] ?? ""];
  return validator === undefined || validator(body) ? [] : bodyProblems(validator.errors ?? []);
}

/** Returns the declared media type that a type matches: an exact match before a range. */
function declaredType(declared: readonly string[] | undefined, type: string): string | undefined {
  const same = declared?.find((one) => essence(one) === essence(type));
  return same ?? declared?.find((one) => isDeclared(essence(type), essence(one)));
}

function headerIn(headers: unknown): unknown {
  const entries = Object.entries(Object(headers) as object) as [string, unknown][];
  return entries.find(([name]) => name.toLowerCase() === "content-type")?.[1];
}

function isJsonType(type: string): boolean {
  return isJson(essence(type));
}

function isForm(type: string): boolean {
  return /^(multipart\/form-data|application\/x-www-form-urlencoded)/i.test(type);
}

/** Renames header fields to their declared names (RFC 9110, section 5.1: names are case-insensitive). */
function declaredNames(operationId: OperationId, headers: unknown): unknown {
  const declared = operations[operationId].parameters.map(({ name }) => name);
  const entries = Object.entries(Object(headers) as object).map(([name, value]: [string, unknown]) => [
    declared.find((known) => known.toLowerCase() === name.toLowerCase()) ?? name,
    value,
  ]);
  return Object.fromEntries(entries);
}
