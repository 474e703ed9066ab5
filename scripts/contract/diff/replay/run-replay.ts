// `--replay`: sends the witnesses, and reports the responses of the server.
import type { CommandIo } from "../../cli/command.ts";
import type { Review } from "../review.ts";
import { replay } from "./replay.ts";
import { replayReport } from "./replay-report.ts";

/**
 * Returns whether the server rejected every witness. The report is printed with the results, or beside them.
 */
export async function runReplay(
  url: string,
  { comparison }: Review,
  isResult: boolean,
  io: CommandIo,
): Promise<boolean> {
  const { CONTRACT_CREDENTIALS: credentials } = io.env;
  const replayed = await replay(comparison, url, credentials === undefined ? {} : { credentials });
  const report = replayReport(replayed, url);
  if (isResult) io.out(report);
  else io.err(report);
  return replayed.every(({ outcome }) => outcome === "refused");
}
