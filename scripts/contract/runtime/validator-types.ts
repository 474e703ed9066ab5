// The types of validators. This text becomes part of the generated `validators.d.ts`.

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
