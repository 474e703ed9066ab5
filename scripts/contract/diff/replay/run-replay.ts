// `--replay`: sends the witnesses, and says what the server made of them.
import type { CommandIo } from "../../cli/command.ts";
import type { Review } from "../review.ts";
import { replay } from "./replay.ts";
import { replayReport } from "./replay-report.ts";

/** Whether the server refused every witness. The report goes where results go, or beside them. */
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
