// Adds the errors of a referenced schema to those of the referring one. Paths are prefixed only when there
// are errors, so a valid value allocates no strings.

interface Found {
  instancePath: string;
  propertyName?: string;
}

/**
 * @param all  the errors so far
 * @param found  the errors of the schema referred to
 * @param propertyName  the key that was checked, inside `propertyNames`
 */
export function addErrors(
  all: Found[] | null,
  found: Found[],
  instancePath: string,
  propertyName?: string,
): Found[] {
  for (const error of found) {
    error.instancePath = instancePath + error.instancePath;
    if (propertyName !== undefined) error.propertyName = propertyName;
  }
  if (all === null) return found;
  for (const error of found) all.push(error);
  return all;
}
