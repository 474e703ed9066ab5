// How the runs of a command for several documents end.
import type { CommandIo, ExitCode } from "./command.ts";
import { errorText } from "./error-text.ts";

/** How a run ends; what keeps it from running is printed, and ends no other. */
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
