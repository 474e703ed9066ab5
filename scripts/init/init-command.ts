// `contract init`: what a repository needs to have its contract looked at in every pull request.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { checkOwnTarget } from "../cli/write-target.ts";
import type { Command, CommandArgs, CommandIo, ExitCode } from "../cli/command.ts";
import { readingOf, readingOptions } from "../cli/reading-options.ts";
import { readDocument } from "../document/read-document.ts";
import { workflowFile } from "./workflow-file.ts";

const workflowPath = ".github/workflows/contract.yml";
const attributesPath = ".gitattributes";

export const initCommand: Command = {
  name: "init",
  summary: "Prepare a repository for the diff in its pull requests.",
  usage: "[document]",
  details: [
    `Writes ${workflowPath} and a line in ${attributesPath}; a file that is there already is left as it is.`,
    "The document is spec/openapi.yaml unless named.",
  ].join("\n"),
  positionals: { min: 0, max: 1 },
  options: {
    ...readingOptions,
    command: {
      type: "string",
      value: "command",
      summary: "How the workflow runs this tool. Default: npx contract.",
    },
  },
  run: runInit,
};

async function runInit(args: CommandArgs, io: CommandIo): Promise<ExitCode> {
  const [document = "spec/openapi.yaml"] = args.positionals;
  await readDocument(document, { directory: io.cwd, ...readingOf(args) });
  const command = args.value("command") ?? "npx contract";
  await writeOnce(workflowPath, await workflowFile(document, command), io);
  await addLine(attributesPath, `${document} diff=contract`, io);
  io.out(
    [
      "",
      "Next:",
      `  git add ${workflowPath} ${attributesPath}`,
      `  git config diff.contract.command "${command} diff driver"   # this clone's git diff shows the verdict`,
      `  ${command} diff origin/main                                  # as a line of a pre-commit hook`,
    ].join("\n"),
  );
  return 0;
}

async function writeOnce(path: string, text: string, io: CommandIo): Promise<void> {
  const full = resolve(io.cwd, path);
  await checkOwnTarget(io.cwd, full, path);
  await mkdir(dirname(full), { recursive: true });
  try {
    await writeFile(full, text, { flag: "wx" });
    io.out(`written  ${path}`);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
    io.out(`kept     ${path}: it is there already`);
  }
}

async function addLine(path: string, line: string, io: CommandIo): Promise<void> {
  const full = resolve(io.cwd, path);
  await checkOwnTarget(io.cwd, full, path);
  const text = await readFile(full, "utf8").catch(() => "");
  if (text.split(/\r?\n/).includes(line)) {
    io.out(`kept     ${path}: it has the line already`);
    return;
  }
  await writeFile(full, `${text}${text === "" || text.endsWith("\n") ? "" : "\n"}${line}\n`);
  io.out(`written  ${path}`);
}
