// The flags of the commands that accept breaks: by whom, why, and until when.
import { type CommandArgs, type CommandIo, type CommandOption, UsageError } from "../../cli/command.ts";
import { isDay } from "../../cli/day.ts";
import { isReason, sampleReason } from "../../cli/reason.ts";
import { git } from "../../document/git.ts";
import type { AcceptedChange } from "./accepted-change.ts";
import { latestExpiry } from "./apply-accepted-changes.ts";

/** Default number of days until an entry expires. */
const defaultDays = 90;
const day = 24 * 60 * 60 * 1000;

export const acceptanceOptions = {
  reason: { type: "string", value: "text", summary: "Why this is right.", flagOnly: true },
  author: {
    type: "string",
    value: "name",
    summary: "The person who accepts it. Default: git's user.name.",
    flagOnly: true,
  },
  expires: {
    type: "string",
    value: "date",
    summary: "The last day on which it counts.",
    default: `${defaultDays} days from now`,
    flagOnly: true,
  },
} satisfies Readonly<Record<string, CommandOption>>;

/** @param command the command as typed, for the fixes in messages */
export async function readAcceptance(
  args: CommandArgs,
  io: CommandIo,
  today: Date,
  command: string,
): Promise<Pick<AcceptedChange, "reason" | "author" | "expires">> {
  const reason = args.value("reason")?.trim();
  if (reason === undefined || !isReason(reason)) {
    throw new UsageError("what is accepted needs a reason", {
      expected: `expected --reason with a sentence that a reader understands a year from now, got ${reason === undefined ? "none" : JSON.stringify(reason)}`,
      fix: `${command} <fingerprint> --reason "${sampleReason}"`,
    });
  }
  const expires =
    args.value("expires") ?? new Date(today.getTime() + defaultDays * day).toISOString().slice(0, 10);
  const [first, last] = [today.toISOString().slice(0, 10), latestExpiry(today)];
  if (!isDay(expires) || expires < first || expires > last) {
    throw new UsageError(`--expires ${expires} is not a date within a year`, {
      expected: `expected a date from ${first} to ${last}, got ${expires}`,
      fix: "leave --expires out, or name such a day",
    });
  }
  return { reason, author: args.value("author") ?? (await gitUser(io, command)), expires };
}

async function gitUser({ cwd }: CommandIo, command: string): Promise<string> {
  const name = (await git(["config", "user.name"], cwd)).text().trim();
  if (name !== "") return name;
  throw new UsageError("no person accepts it", {
    expected: "expected --author, or git's user.name",
    fix: `${command} … --author "A. Person"`,
  });
}
