// How the keys of a Responses Object cover HTTP statuses: `404`, the range `4XX`, and `default` for all
// others.

/**
 * Returns true if a key stands for error responses: `default` does, because successes are declared by status.
 */
export function isErrorStatus(status: string): boolean {
  return /^[45]/.test(status) || status === "default";
}

/** Returns true if one of the keys applies to a status. */
export function coversStatus(keys: readonly string[], status: string): boolean {
  return keys.some(
    (key) => key === status || key === "default" || key.toUpperCase() === `${status[0] ?? ""}XX`,
  );
}
