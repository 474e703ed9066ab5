// How the keys of a Responses Object cover HTTP statuses: `404`, the range `4XX`, and `default` for what no key names.

/** Whether a key stands for answers that report an error: `default` does, since successes are declared. */
export function isErrorStatus(status: string): boolean {
  return /^[45]/.test(status) || status === "default";
}

/** Whether one of the keys says what a status looks like. */
export function coversStatus(keys: readonly string[], status: string): boolean {
  return keys.some(
    (key) => key === status || key === "default" || key.toUpperCase() === `${status[0] ?? ""}XX`,
  );
}
