// Generated from openapi.yaml by `contract generate`. Do not edit: change the document and generate again.
import type { OperationId } from "./operations.ts";

/** The document's own formats, which JSON Schema does not define: the caller supplies a check for each. */
export interface Formats {
  liquid(value: string): boolean;
}

/** One thing wrong, in Ajv's words. */
export interface ValidationError {
  /** A JSON pointer into the value. */
  instancePath: string;
  keyword: string;
  /** The sentence, such as `must be string`. */
  message?: string;
  /** What the sentence speaks of, by the keyword's own names. */
  params: Record<string, unknown>;
  /** The offending key, inside `propertyNames`. */
  propertyName?: string;
  /** The place in the document, `#/components/schemas/Tags/maxProperties`. */
  schemaPath: string;
}

/** Checks a value. After `false`, `errors` holds all that is wrong; in endless lists, the first hundred or so. */
export interface Validator {
  (value: unknown): boolean;
  errors?: ValidationError[] | null;
}

/** The parts of a request; a part that the document does not describe has no validator. */
export interface RequestValidators {
  readonly path?: Validator;
  readonly query?: Validator;
  readonly headers?: Validator;
  readonly cookies?: Validator;
  readonly body?: { readonly [mediaType: string]: Validator };
}

/** The parts of an answer. */
export interface ResponseValidators {
  readonly headers?: Validator;
  readonly body?: { readonly [mediaType: string]: Validator };
}

/** The schemas of the document that have names. */
export type SchemaName = "SenderPoolId" | "OperationId" | "SenderId" | "Tags" | "TagKey" | "TagValue" | "Name" | "Timestamp" | "Moment" | "Location" | "IdempotencyKey" | "EntityTag" | "EntityTagCondition" | "RequestId" | "PageToken" | "Channel" | "SenderStatus" | "SenderPoolOperationStatus" | "SenderPool" | "SenderPoolList" | "CreateSenderPool" | "UpdateSenderPool" | "SenderReference" | "SenderReferenceList" | "Sender" | "SenderList" | "SenderPoolOperation" | "SenderPoolOperationStats" | "SenderPoolOperationList" | "Pagination" | "OperationAccepted" | "ResourceAccepted" | "Problem" | "ProblemError" | "BodyError" | "ParameterError" | "ErrorDetail";

/** Every validator, by operation and part, and by the name of its schema. */
export interface Validators {
  readonly requests: { readonly [Id in OperationId]: RequestValidators };
  /** By status as the document writes it: `200`, `4XX`, `default`. */
  readonly responses: { readonly [Id in OperationId]: { readonly [status: string]: ResponseValidators } };
  readonly schemas: { readonly [Name in SchemaName]: Validator };
}

/** Makes the validators. They change nothing in what they check: no coercion, no defaults, nothing removed. */
export function createValidators(formats: Formats): Validators;
