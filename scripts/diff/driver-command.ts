// `contract diff driver`: what `git diff` shows for a contract once git is told to ask (gitattributes, "external diff driver").
import type { Command, CommandArgs, CommandIo, ExitCode } from "../cli/command.ts";
import type { OpenApiDocument } from "../document/document.ts";
import { readDocument } from "../document/read-document.ts";
import { readDisk } from "../document/read-text.ts";
import { compare } from "./compare.ts";
import { terminalOf } from "./format/terminal.ts";
import { textReport } from "./format/text.ts";

export const driverCommand: Command = {
  name: "diff driver",
  summary: "Show the verdict in git diff; git calls it.",
  usage: "<path> <old-file> <old-hex> <old-mode> <new-file> <new-hex> <new-mode>",
  details: [
    "In .gitattributes:  spec/openapi.yaml diff=contract",
    'Then:               git config diff.contract.command "npx contract diff driver"',
  ].join("\n"),
  positionals: { min: 1, max: 9 },
  options: {},
  run: runDriver,
};

async function runDriver(args: CommandArgs, io: CommandIo): Promise<ExitCode> {
  const [path = "", oldFile, , , newFile] = args.positionals;
  const read = async (file: string | undefined, side: string): Promise<OpenApiDocument | undefined> => {
    // git names /dev/null for a file that is not there, and gives no files for one that is unmerged.
    if (file === undefined || file === "/dev/null") return undefined;
    return readDocument(path, {
      readText: (name) => readDisk(name === path ? file : name, io.cwd),
      nameOf: (name) => `${side}/${name}`,
    });
  };
  const [before, after] = await Promise.all([read(oldFile, "a"), read(newFile, "b")]);
  if (before === undefined || after === undefined) {
    io.out(`${path}: the contract is ${before === undefined ? "new" : "gone"}`);
    return 0;
  }
  const terminal = terminalOf(io.env, process.stdout);
  io.out(textReport(compare(before, after), { terminal, strict: false, proofs: false }));
  // git takes any other code for a driver that failed.
  return 0;
}
