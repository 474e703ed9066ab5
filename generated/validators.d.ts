// Generated from openapi.yaml by `contract generate`. Do not edit: change the document and generate again.
import type { OperationId } from "./operations.ts";

/** The document's own formats, which JSON Schema does not define: the caller supplies a check for each. */
export interface Formats {
  liquid(value: string): boolean;
}

/** A validation error in Ajv's format. */
export interface ValidationError {
  /** JSON pointer into the value. */
  instancePath: string;
  keyword: string;
  /** The message, such as `must be string`. */
  message?: string;
  /** The parameters of the message, named as Ajv does for the keyword. */
  params: Record<string, unknown>;
  /** The offending key, inside `propertyNames`. */
  propertyName?: string;
  /** The location in the document, such as `#/components/schemas/Tags/maxProperties`. */
  schemaPath: string;
}

/**
 * Validates a value. After `false`, `errors` has all errors; for very long lists, about the first hundred.
 */
export interface Validator {
  (value: unknown): boolean;
  errors?: ValidationError[] | null;
}

/** The validators of a request's parts; parts that the document does not describe have none. */
export interface RequestValidators {
  readonly path?: Validator;
  readonly query?: Validator;
  readonly headers?: Validator;
  readonly cookies?: Validator;
  readonly body?: { readonly [mediaType: string]: Validator };
}

/** The validators of a response's parts. */
export interface ResponseValidators {
  readonly headers?: Validator;
  readonly body?: { readonly [mediaType: string]: Validator };
}

/** The schemas of the document that have names. */
export type SchemaName = "SenderPoolId" | "OperationId" | "SenderId" | "Tags" | "TagKey" | "TagValue" | "Name" | "Timestamp" | "Moment" | "Location" | "IdempotencyKey" | "EntityTag" | "EntityTagCondition" | "RequestId" | "PageToken" | "Channel" | "SenderStatus" | "SenderPoolOperationStatus" | "SenderPool" | "SenderPoolList" | "CreateSenderPool" | "UpdateSenderPool" | "SenderReference" | "SenderReferenceList" | "Sender" | "SenderList" | "SenderPoolOperation" | "SenderPoolOperationStats" | "SenderPoolOperationList" | "Pagination" | "OperationAccepted" | "ResourceAccepted" | "Problem" | "ProblemError" | "BodyError" | "ParameterError" | "ErrorDetail";

/** Every validator, by operation and part, and by the name of its schema. */
export interface Validators {
  readonly requests: { readonly [Id in OperationId]: RequestValidators };
  /** By status as in the document: `200`, `4XX`, `default`. */
  readonly responses: { readonly [Id in OperationId]: { readonly [status: string]: ResponseValidators } };
  readonly schemas: { readonly [Name in SchemaName]: Validator };
}

/** Creates the validators. They never modify values: no coercion, no defaults, nothing removed. */
export function createValidators(formats: Formats): Validators;
