// The command `contract generate`: generates everything from a document.
import { resolve } from "node:path";
import type { Command, CommandArgs, CommandIo, ExitCode } from "../cli/command.ts";
import { printing } from "../cli/printing.ts";
import { readingOf, readingOptions } from "../cli/reading-options.ts";
import { UsageError } from "../cli/command.ts";
import { locationText } from "../cli/error-text.ts";
import { sameCommand } from "../cli/same-command.ts";
import { checkWay } from "../cli/write-target.ts";
import { readNamed } from "../document/read-named.ts";
import { foreignPatterns } from "../schema/patterns/document-patterns.ts";
import { variableOptions, variablesOf, withAllowedVariables } from "./allowed-variables.ts";
import { emitClient } from "../sdk/emit-client.ts";
import { emitServer } from "../server/emit-server.ts";
import { emitControl } from "./emit-control.ts";
import { compareFiles, type FileDifference } from "./compare-files.ts";
import { generatedFiles } from "./generated-files.ts";
import { planOf } from "./plan.ts";
import { readFiles, writeFiles } from "./write-files.ts";

export const generateCommand: Command = {
  name: "generate",
  section: "generate",
  summary: "Write types, validators, routes and a client from an OpenAPI document.",
  usage: "[document] --out <folder> [--server] [--control] [--check]",
  details:
    "Files that are up to date are not written. Files in the folder that an earlier run generated and this one " +
    "does not are deleted.",
  options: {
    out: { type: "string", short: "o", value: "folder", summary: "Where the generated files go." },
    server: {
      type: "boolean",
      summary: "Write the Fastify plugin, too, as `contract server` does.",
    },
    control: {
      type: "boolean",
      summary: "Also write the modules of a control surface for testers: faults, journal, verification.",
    },
    check: {
      type: "boolean",
      summary: "Write nothing; end with 1 when a file is missing, stale or surplus.",
      flagOnly: true,
    },
    ...variableOptions,
    ...readingOptions,
  },
  positionals: { min: 0, max: 1 },
  run: generate,
};

async function generate(args: CommandArgs, terminal: CommandIo): Promise<ExitCode> {
  const io = printing(terminal);
  const [location] = args.positionals;
  const out = args.value("out");
  if (location === undefined || out === undefined) {
    throw new UsageError(`${location === undefined ? "the document" : "--out"} is missing`, {
      expected: "expected a document and a folder for the generated files, or a config that names them",
      fix: `contract generate ${location ?? "openapi.yaml"} --out generated`,
    });
  }
  const document = await readNamed(location, { directory: io.cwd, ...readingOf(args, io) });
  const allowed = withAllowedVariables(document, variablesOf(args.values("env")));
  for (const { name, place } of allowed.refused) {
    io.err(`${locationText(place)}: ${name} is not read by the client; --env ${name} allows it`);
  }
  const plan = planOf(allowed.document);
  const files = new Map([...(await generatedFiles(plan, document)), ...(await emitClient(plan))]);
  if (args.flag("server")) for (const [file, text] of await emitServer(plan)) files.set(file, text);
  if (args.flag("control")) files.set("control.ts", await emitControl(plan));
  for (const { place, problem } of foreignPatterns(document)) io.err(`${locationText(place)}: ${problem}`);
  const folder = resolve(io.cwd, out);
  if (!args.flag("check")) {
    await checkWay(io.cwd, folder);
    const differences = await writeFiles(folder, files, out);
    for (const difference of differences) io.err(`${out}/${difference.file}: ${outcomeOf(difference)}`);
    io.err(differences.length === 0 ? `${out} is up to date` : `${out} is generated from ${location}`);
    return 0;
  }
  const differences = compareFiles(files, await readFiles(folder));
  const [first] = differences;
  if (first === undefined) return 0;
  for (const { kind, file } of differences) io.out(`${out}/${file} is ${kind}`);
  for (const line of describe(first, out)) io.out(line);
  io.out(`fix: ${fixOf(first, { args, out, io })}`);
  return 1;
}

/** Describes what writing did about a difference. */
function outcomeOf(difference: FileDifference): string {
  if (difference.kind === "missing") return "new";
  if (difference.kind === "stale") return "changed";
  return difference.generated ? "deleted" : "not generated, left alone";
}

function describe(difference: FileDifference, out: string): string[] {
  const path = `${out}/${difference.file}`;
  if (difference.kind === "missing") return [`${path}: expected a file, got none`];
  if (difference.kind === "surplus") return [`${path}: expected no such file`];
  const { line, expected, got } = difference;
  const show = (text: string | undefined) => (text === undefined ? "the end of the file" : excerpt(text));
  return [
    `${path}:${line} is not what the document generates`,
    `expected ${show(expected)}`,
    `got      ${show(got)}`,
  ];
}

/** Returns a line, truncated if it is long. */
function excerpt(line: string): string {
  return JSON.stringify(line.length > 160 ? `${line.slice(0, 160)}…` : line);
}

function fixOf(
  first: FileDifference,
  { args, out, io }: { args: CommandArgs; out: string; io: CommandIo },
): string {
  if (first.kind === "surplus" && !first.generated)
    return `move ${out}/${first.file} elsewhere, or delete it`;
  // The npm script that runs this command, which is what the user typed; set by npm.
  const script = io.env["npm_lifecycle_event"];
  return script === undefined || script === "npx"
    ? sameCommand(generateCommand, args, "check")
    : `npm run ${script}`;
}
