// Takes over the errors of a schema that another one refers to. The way to it is put before theirs only now: a valid
// value costs no string.

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
