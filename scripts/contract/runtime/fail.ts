// Collects validation errors. A valid value allocates nothing: no list, no object, no string.
import type { ValidationError } from "./validator-types.ts";

/**
 * Returns the errors so far with one more.
 *
 * @param schema  the location of the schema whose keyword is violated
 * @param propertyName  the key that was checked, inside `propertyNames`
 */
export function fail(
  errors: ValidationError[] | null,
  instancePath: string,
  schema: string,
  keyword: string,
  params: Record<string, unknown>,
  message: string,
  propertyName?: string,
): ValidationError[] {
  const error: ValidationError = {
    instancePath,
    schemaPath: `${schema}/${keyword}`,
    keyword,
    params,
    message,
  };
  if (propertyName !== undefined) error.propertyName = propertyName;
  if (errors === null) return [error];
  errors.push(error);
  return errors;
}

/** Adds an error of the keyword `type`, the most frequent one. */
export function failType(
  errors: ValidationError[] | null,
  instancePath: string,
  schema: string,
  type: string | string[],
  propertyName?: string,
): ValidationError[] {
  return fail(errors, instancePath, schema, "type", { type }, `must be ${String(type)}`, propertyName);
}

/** Returns both lists as one. */
export function joinErrors(
  errors: ValidationError[] | null,
  more: ValidationError[] | null,
): ValidationError[] | null {
  if (errors === null || more === null) return errors ?? more;
  for (const error of more) errors.push(error);
  return errors;
}

/** Returns a key as a segment of a JSON pointer (RFC 6901, section 3). */
export function escapeKey(key: string): string {
  return key.replace(/~/g, "~0").replace(/\//g, "~1");
}
