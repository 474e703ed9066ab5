// Ends what runs too long in this thread: an expression of a stranger that an engine matches by trying.
import { runInNewContext } from "node:vm";

/** Undefined where it took longer; regular expressions are ended, too, and no `catch` within sees that. */
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
