// `contract diff driver`: what `git diff` shows for a contract once git is told to ask (gitattributes, "external diff driver").
import type { Command, CommandArgs, CommandIo, ExitCode } from "../../cli/command.ts";
import { errorText } from "../../cli/error-text.ts";
import { printable } from "../../cli/printable.ts";
import { installedCommand } from "../accept/accept-command-line.ts";
import { compare } from "../compare.ts";
import { type Terminal, terminalOf } from "../format/terminal.ts";
import { textReport } from "../format/text.ts";
import type { DrivenFile } from "./locate-blob.ts";
import { readDrivenDocument } from "./read-driven-document.ts";
import { readGitCommand } from "./read-git-command.ts";
import { readOrdinaryDiff } from "./read-ordinary-diff.ts";

export const driverCommand: Command = {
  name: "diff driver",
  summary: "Show the verdict above the ordinary diff in git diff; git calls it.",
  usage: "<path> <old-file> <old-hex> <old-mode> <new-file> <new-hex> <new-mode>",
  details: [
    "In .gitattributes:  spec/openapi.yaml diff=contract",
    `Then:               git config diff.contract.command "${installedCommand} diff driver"`,
  ].join("\n"),
  positionals: { min: 1, max: 9 },
  literal: true,
  options: {},
  run: runDriver,
};

const nothing = "/dev/null";

/** Ends with 0 whatever happens: git takes any other code for a driver that failed, and ends the whole diff. */
async function runDriver(args: CommandArgs, io: CommandIo): Promise<ExitCode> {
  const [path = "", oldFile, oldHex = "", , newFile, newHex = "", , newPath = path] = args.positionals;
  const name = printable(path);
  if (oldFile === undefined || newFile === undefined) {
    io.out(`${name}: unmerged: no verdict`);
    return 0;
  }
  // Where a pager shows it, the stream is a pipe, and colours are seen all the same.
  const { GIT_PAGER_IN_USE: pager } = io.env;
  const terminal = terminalOf(pager === undefined ? io.env : { FORCE_COLOR: "1", ...io.env }, process.stdout);
  const before = { path, file: oldFile, hex: oldHex };
  const after = { path: newPath, file: newFile, hex: newHex };
  try {
    io.out(await verdict(before, after, { terminal, cwd: io.cwd }));
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
  { terminal, cwd }: { readonly terminal: Terminal; readonly cwd: string },
): Promise<string> {
  const isNew = before.file === nothing;
  if (isNew || after.file === nothing) {
    return `${printable(after.path)}: the contract is ${isNew ? "new" : "gone"}`;
  }
  const command = await readGitCommand();
  const [base, head] = await Promise.all([
    readDrivenDocument(before, "a", { command, cwd }),
    readDrivenDocument(after, "b", { command, cwd }),
  ]);
  return textReport(compare(base, head), { terminal, proofs: false });
}
