// The command `contract server`: generates the modules of a Fastify server from a document.
import { resolve } from "node:path";
import { type Command, type CommandArgs, type CommandIo, type ExitCode, UsageError } from "../cli/command.ts";
import { printing } from "../cli/printing.ts";
import { readingOf, readingOptions } from "../cli/reading-options.ts";
import { sameCommand } from "../cli/same-command.ts";
import { checkWay } from "../cli/write-target.ts";
import { readNamed } from "../document/read-named.ts";
import { compareFiles } from "../generate/compare-files.ts";
import { readFiles, writeFiles } from "../generate/write-files.ts";
import { selectionOf, selectionOptions, tellLosses } from "../sdk/selection-options.ts";
import { servedFiles } from "./served-files.ts";
import { writeTest } from "./write-test.ts";

export const serverCommand: Command = {
  name: "server",
  section: "server",
  summary:
    "Write a Fastify server from an OpenAPI document: routes, credentials, checks both ways, handler types.",
  usage: "[document] --out <folder> [--tags <tag>,…] [--operations <id>,…] [--with-test] [--check]",
  details:
    "What cannot be generated is named, and only that operation left out; with --strict nothing is written then, and the exit " +
    "code is 1.",
  options: {
    spec: {
      type: "string",
      value: "file",
      summary: "The document, instead of the first argument.",
      flagOnly: true,
    },
    out: { type: "string", short: "o", value: "folder", summary: "Where the generated files go." },
    ...selectionOptions,
    ...readingOptions,
    "with-test": {
      type: "boolean",
      summary:
        "Write a test next to the folder, once, that checks the server against its document (contract verify).",
      flagOnly: true,
    },
    check: {
      type: "boolean",
      summary: "Write nothing; end with 1 when a file is missing, stale or surplus.",
      flagOnly: true,
    },
  },
  positionals: { min: 0, max: 1 },
  run: server,
};

async function server(args: CommandArgs, terminal: CommandIo): Promise<ExitCode> {
  const io = printing(terminal);
  const location = args.value("spec") ?? args.positionals[0];
  const out = args.value("out");
  if (location === undefined || out === undefined) {
    throw new UsageError(`${location === undefined ? "the document" : "--out"} is missing`, {
      expected: "expected a document and a folder for the generated files, or a config that names them",
      fix: "contract server openapi.yaml --out generated",
    });
  }
  const read = await readNamed(location, { directory: io.cwd, ...readingOf(args, io) });
  const { files, losses } = await servedFiles(read, selectionOf(args));
  if (tellLosses(losses, args, io)) return 1;
  const folder = resolve(io.cwd, out);
  if (!args.flag("check")) {
    await checkWay(io.cwd, folder);
    await writeFiles(folder, files, out);
    io.err(`${out} is generated from ${location}`);
    if (args.flag("with-test")) {
      const written = await writeTest(io.cwd, { folder, out, document: location });
      io.err(
        written === undefined ? "the test is there already" : `${written} holds the server to its document`,
      );
    }
    return 0;
  }
  const differences = compareFiles(files, await readFiles(folder));
  for (const { kind, file } of differences) io.out(`${out}/${file} is ${kind}`);
  if (differences.length > 0) io.out(`fix: ${sameCommand(serverCommand, args, "check")}`);
  return differences.length === 0 ? 0 : 1;
}
