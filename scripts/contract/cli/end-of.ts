// The exit code of one of several runs of a command.
import type { CommandIo, ExitCode } from "./command.ts";
import { errorText } from "./error-text.ts";

/** Runs `run` and returns its exit code; an error is printed and does not end the other runs. */
export async function endOf(run: () => Promise<ExitCode>, io: CommandIo): Promise<ExitCode> {
  try {
    return await run();
  } catch (error) {
    const { CONTRACT_DEBUG: debug = "" } = io.env;
    (io.fail ?? io.err)(errorText(error, debug !== ""));
    return 2;
  }
}

export function worse(one: ExitCode, other: ExitCode): ExitCode {
  return one > other ? one : other;
}
