// `contract diff driver`: the output of `git diff` for a contract if git is configured to run it
// (gitattributes, "external diff driver").
import type { Command, CommandArgs, CommandIo, ExitCode } from "../../cli/command.ts";
import { parseCommandLine } from "../../cli/parse-command-line.ts";
import { errorText } from "../../cli/error-text.ts";
import { printable } from "../../cli/printable.ts";
import { installedCommand } from "../accept/accept-command-line.ts";
import { compare } from "../compare.ts";
import { compareOptions, comparisonOptions, gradesOf } from "../comparison-options.ts";
import { gradeFindings } from "../policy/grade.ts";
import { type Terminal, terminalOf } from "../../cli/terminal.ts";
import { textReport } from "../format/text.ts";
import type { DrivenFile } from "./locate-blob.ts";
import { readDrivenDocument } from "./read-driven-document.ts";
import { readGitCommand } from "./read-git-command.ts";
import { readOrdinaryDiff } from "./read-ordinary-diff.ts";

export const driverCommand: Command = {
  name: "diff driver",
  summary: "Show the verdict above the ordinary diff in git diff; git calls it.",
  usage: "[flags --] <path> <old-file> <old-hex> <old-mode> <new-file> <new-hex> <new-mode>",
  details: [
    "In .gitattributes:  spec/openapi.yaml diff=contract",
    `Then:               git config diff.contract.command "${installedCommand} diff driver"`,
    "Flags end with --:  contract diff driver --skip-servers --ignore 'rule=prose: not here' --",
  ].join("\n"),
  positionals: { min: 1, max: 100 },
  literal: true,
  options: comparisonOptions,
  run: runDriver,
};

/**
 * Splits the arguments: those of the configured command, up to `--`, and those that git appends: git's path
 * may begin with a dash, too.
 */
function taken(given: readonly string[]): { flags: readonly string[]; words: readonly string[] } {
  const end = given[0]?.startsWith("-") === true ? given.indexOf("--") : -1;
  return { flags: given.slice(0, Math.max(end, 0)), words: given.slice(end + 1) };
}

const nothing = "/dev/null";

/** Always returns 0: git takes any other code as a failed driver, and aborts the whole diff. */
async function runDriver(args: CommandArgs, io: CommandIo): Promise<ExitCode> {
  const { flags, words } = taken(args.positionals);
  const [path = "", oldFile, oldHex = "", oldMode = "", newFile, newHex = "", newMode = "", newPath = path] =
    words;
  const name = printable(path);
  if (oldFile === undefined || newFile === undefined) {
    io.out(`${name}: unmerged: no verdict`);
    return 0;
  }
  // With a pager the stream is a pipe, but colours are visible all the same.
  const { GIT_PAGER_IN_USE: pager } = io.env;
  const terminal = terminalOf(pager === undefined ? io.env : { FORCE_COLOR: "1", ...io.env }, process.stdout);
  const before = { path, file: oldFile, hex: oldHex, mode: oldMode };
  const after = { path: newPath, file: newFile, hex: newHex, mode: newMode };
  try {
    io.out(await verdict(before, after, { terminal, flags, cwd: io.cwd }));
  } catch (error) {
    const [problem = ""] = errorText(error, false).split("\n");
    io.out(`${name}: no verdict: ${problem}`);
  }
  const patch = await readOrdinaryDiff(before, after, { colour: terminal.colour, cwd: io.cwd });
  io.out(patch === undefined ? `${name}: no ordinary diff` : `\n${patch}`);
  return 0;
}

async function verdict(
  before: DrivenFile,
  after: DrivenFile,
  {
    terminal,
    flags,
    cwd,
  }: { readonly terminal: Terminal; readonly flags: readonly string[]; readonly cwd: string },
): Promise<string> {
  const isNew = before.file === nothing;
  if (isNew || after.file === nothing) {
    return `${printable(after.path)}: the contract is ${isNew ? "new" : "gone"}`;
  }
  const args = parseCommandLine({ ...driverCommand, literal: false, positionals: { min: 0, max: 0 } }, flags);
  const [options, grades] = [compareOptions(args, new Date()), gradesOf(args)];
  const command = await readGitCommand();
  const [base, head] = await Promise.all([
    readDrivenDocument(before, "a", { command, cwd }),
    readDrivenDocument(after, "b", { command, cwd }),
  ]);
  const { comparison, ignored } = gradeFindings(compare(base, head, options), grades);
  return textReport(comparison, { terminal, proofs: false }, ignored);
}
