// Limits the running time of a function in this thread, such as matching an untrusted regular expression with
// a backtracking engine.
import { runInNewContext } from "node:vm";

/**
 * Returns the result of `run`; undefined if it takes longer than `milliseconds`. Regular expressions are
 * aborted too, and a `catch` inside `run` does not see the abort.
 */
export function withinTime<Result>(run: () => Result, milliseconds: number): { value: Result } | undefined {
  let value: { value: Result } | undefined;
  const call = (): void => {
    value = { value: run() };
  };
  try {
    runInNewContext("call()", { call }, { timeout: milliseconds });
    return value;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ERR_SCRIPT_EXECUTION_TIMEOUT") return undefined;
    throw error;
  }
}
