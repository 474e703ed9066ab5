// `contract diff release`: does info.version claim what has changed since the last release asks for?
import type { Command, CommandArgs, CommandIo, ExitCode } from "../cli/command.ts";
import { git } from "../document/git.ts";
import { compareWithCallers, versionsOf } from "./compare-sides.ts";
import { compareOptions, documentOf, documentOption, protectOption } from "./diff-options.ts";
import { readSides } from "./read-sides.ts";
import { versionMessage, versionReview } from "./review.ts";

export const releaseCommand: Command = {
  name: "diff release",
  summary: "Check info.version against what changed since the last release.",
  usage: "",
  details: "The last release is the newest tag behind HEAD that is called v and a version.",
  options: { document: documentOption, protect: protectOption },
  run: runRelease,
};

async function runRelease(args: CommandArgs, io: CommandIo): Promise<ExitCode> {
  const described = await git(["describe", "--tags", "--abbrev=0", "--match", "v[0-9]*"], io.cwd);
  if (described.failed) {
    io.out("no release yet: no tag behind HEAD is called v and a version");
    return 0;
  }
  const tag = described.text().trim();
  const sides = await readSides(tag, undefined, documentOf(args), io.cwd);
  const comparison = await compareWithCallers(sides, compareOptions(args, new Date()));
  const version = versionReview(comparison, versionsOf(sides));
  io.out(versionMessage(version) ?? `info.version claims enough: ${version.base} (${tag}) → ${version.head}`);
  return version.enough ? 0 : 1;
}
