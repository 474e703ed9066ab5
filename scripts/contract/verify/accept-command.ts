// `contract verify accept`: accepts a finding, with a reason and an expiry date.
import { readFile, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { type Command, type CommandArgs, type CommandIo, type ExitCode, UsageError } from "../cli/command.ts";
import { printing } from "../cli/printing.ts";
import { checkOwnTarget } from "../cli/write-target.ts";
import { withAcceptedChange } from "../diff/accept/edit-accepted-changes.ts";
import { acceptanceOptions, readAcceptance } from "../diff/accept/read-acceptance.ts";
import { readReplayed } from "./read-replayed.ts";
import { acceptedBeside } from "./verify-command.ts";
import { defaultDocument } from "./verify-options.ts";

export const verifyAcceptCommand: Command = {
  name: "verify accept",
  summary: "Accept a finding of a server, with a reason and a last day.",
  usage: "<fingerprint…> --report <file> --reason <text>",
  details:
    "The report is what contract verify --format json printed. Entries are in accepted-findings.yaml next to the document.",
  positionals: { min: 1, max: 100 },
  options: {
    report: { type: "string", value: "file", summary: "The report that has the findings." },
    document: {
      type: "string",
      value: "file",
      summary: `The document that was verified. Default: ${defaultDocument}.`,
    },
    accepted: {
      type: "string",
      value: "file",
      summary: "The file to write. Default: accepted-findings.yaml next to the document.",
    },
    ...acceptanceOptions,
  },
  run: runAccept,
};

async function runAccept(args: CommandArgs, terminal: CommandIo): Promise<ExitCode> {
  const io = printing(terminal);
  const name = args.value("report");
  if (name === undefined)
    throw new UsageError("no report is named", {
      expected: "expected --report with the file that has the findings",
      fix: "contract verify … --format json > report.json, then --report report.json",
    });
  const { findings } = await readReplayed(resolve(io.cwd, name), name);
  const path = args.value("accepted") ?? acceptedBeside(args.value("document") ?? defaultDocument);
  const acceptance = await readAcceptance(args, io, new Date(), "contract verify accept");
  let text = await readFile(resolve(io.cwd, path), "utf8").catch(() => "");
  for (const fingerprint of args.positionals) {
    const finding = findings.get(fingerprint);
    if (finding === undefined)
      throw new UsageError(`${name} has no finding ${fingerprint}`, {
        expected: `expected one of ${[...findings.keys()].join(", ")}`,
        fix: "take a fingerprint as the report prints it",
      });
    const { check: rule, operation } = finding;
    text = withAcceptedChange(text, { fingerprint, rule, operation, ...acceptance }, "verify");
    io.out(`accepted  ${fingerprint}  ${operation}  ${rule}  until ${acceptance.expires}`);
  }
  await checkOwnTarget(io.cwd, resolve(io.cwd, path), path);
  await writeFile(resolve(io.cwd, path), text);
  io.err(`${path} is written: commit it`);
  return 0;
}
