// What a validator looks like. This text becomes part of the generated `validators.d.ts`.

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
