// The entry for checks before sending: what the server would refuse, said without asking it.
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

/** One thing wrong with a request: in the body at a JSON pointer, elsewhere at a parameter's name. */
export type RequestProblem = BodyProblem | PlacedProblem<"path" | "query" | "header" | "cookie">;

/** A request in its parts, with the values that the client's methods take: a `Date` will do for a date-time. */
export interface RequestParts<Id extends OperationId> {
  readonly path?: ParametersIn<Id, "path">;
  readonly query?: ParametersIn<Id, "query">;
  /** By the names of the header fields, in any case. */
  readonly headers?: ParametersIn<Id, "header">;
  readonly cookies?: ParametersIn<Id, "cookie">;
  readonly body?: BodyOf<Id>;
  /**
   * The media type of the body, where an operation takes several; without it the header `Content-Type`, or else JSON, a form, or
   * the first that the document has.
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

/** How a check goes. */
export interface ValidateOptions {
  /** What the document's own string formats mean, where nothing here knows them. Kept and given again, they cost nothing. */
  readonly formats?: Partial<Formats> | undefined;
}

/**
 * The document's own string formats, one check each by its name. Of a format that nothing here knows, all is well:
 * `ValidateOptions` can say what it means.
 */
export const formats: Formats = createFormats();

/**
 * Everything that is wrong with a request; an empty list when it keeps to the contract. Makes no code from strings, so that
 * it works where `eval` is forbidden. Of files, nothing but the length is looked at. Throws a TypeError that names an operationId
 * which the document does not have.
 *
 * @example
 * const problems = validateRequest("createSenderPool", { body: { name: "n", tags: { greeting: "Hello {{ name" } } });
 * // [{ in: "body", pointer: "/tags/greeting", detail: 'must match format "liquid"' }]
 */
export function validateRequest<Id extends OperationId>(
  operationId: Id,
  parts: RequestParts<Id>,
  options: ValidateOptions = {},
): RequestProblem[] {
  const { requests } = validators(options.formats);
  const { path, query, headers, cookies, body } = memberOf(requests, operationId, "operation");
  // Not every document has parameters in every place.
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
 * Everything that is wrong with a value of one of the document's schemas. Throws a TypeError that names one which it does not have.
 *
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
 * A schema of the document as other libraries take it (https://standardschema.dev). It changes nothing in a value.
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
 * The body of an operation in the same form.
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
  // As the client chooses what to send.
  const usual = [isJsonType, isForm].map((wanted) => types.find(wanted)).find((found) => found !== undefined);
  const validator = byType[type ?? usual ?? types[0] ?? ""];
  return validator === undefined || validator(body) ? [] : bodyProblems(validator.errors ?? []);
}

/** The media type of the document that a type is one of: the type itself before a range. */
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

/** Header fields by the names that the document has for them (RFC 9110, section 5.1: case does not matter). */
function declaredNames(operationId: OperationId, headers: unknown): unknown {
  const declared = operations[operationId].parameters.map(({ name }) => name);
  const entries = Object.entries(Object(headers) as object).map(([name, value]: [string, unknown]) => [
    declared.find((known) => known.toLowerCase() === name.toLowerCase()) ?? name,
    value,
  ]);
  return Object.fromEntries(entries);
}
