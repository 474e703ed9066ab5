// `contract diff`: says what a change of the contract does to those who use it, with an exchange that proves each break.
import type { Command, CommandArgs, CommandIo, ExitCode } from "../cli/command.ts";
import { UsageError } from "../cli/command.ts";
import { compare } from "./compare.ts";
import type { Comparison, CompareOptions, Protection } from "./comparison.ts";
import { jsonReport } from "./format/json.ts";
import { terminalOf } from "./format/terminal.ts";
import { textReport } from "./format/text.ts";
import { readSide } from "./read-side.ts";

const protections: readonly Protection[] = ["wire", "tolerant-readers", "sdk", "lifecycle"];
const formats = ["text", "json"] as const;
const worlds = ["closed", "open"] as const;

export const diffCommand: Command = {
  name: "diff",
  summary: "Compare two revisions of the contract; show an exchange for each break.",
  usage: "<base> [head]",
  details: [
    "BASE and HEAD are files or git revisions: old.yaml, origin/main, HEAD~3:spec/openapi.yaml. Without HEAD, the",
    "document in the working tree is compared. Exit code 1 when something would break clients of BASE.",
  ].join("\n"),
  positionals: { min: 1, max: 2 },
  options: {
    document: {
      type: "string",
      value: "file",
      summary: "The document that a revision without a path stands for. Default: spec/openapi.yaml.",
    },
    format: { type: "string", value: formats.join("|"), summary: "How findings are printed. Default: text." },
    world: {
      type: "string",
      value: worlds.join("|"),
      summary: "Whether senders send declared names only (closed, the default) or anything a schema allows.",
    },
    protect: {
      type: "string",
      multiple: true,
      value: protections.join("|"),
      summary: "Whom verdicts protect; may be repeated. Default: wire.",
    },
    strict: { type: "boolean", summary: "Let undecided places fail, too." },
    proofs: { type: "boolean", summary: "Print changes that were shown to be compatible." },
    operation: {
      type: "string",
      value: "id",
      summary: "Only this operation: an operationId, or a method and path.",
    },
  },
  run: runDiff,
};

async function runDiff(args: CommandArgs, io: CommandIo): Promise<ExitCode> {
  const [base = "", named] = args.positionals;
  const format = choice(args, "format", formats) ?? "text";
  const options = compareOptions(args);
  const path = args.value("document") ?? "spec/openapi.yaml";
  const [before, after] = await Promise.all([
    readSide(base, path, io.cwd),
    readSide(named ?? path, path, io.cwd),
  ]);
  const comparison = compare(before, after, options);
  if (options.operation !== undefined && comparison.counts.operations === 0)
    throw unknownOperation(options.operation);
  const strict = args.flag("strict");
  const proofs = args.flag("proofs");
  const clean = isClean(comparison, strict);
  const terminal = terminalOf(io.env, process.stdout);
  io.out(
    format === "json"
      ? jsonReport(comparison, { proofs, clean })
      : textReport(comparison, { terminal, strict, proofs }),
  );
  return clean ? 0 : 1;
}

function isClean({ counts }: Comparison, strict: boolean): boolean {
  return counts.breaking === 0 && !(strict && counts.undecided > 0);
}

function compareOptions(args: CommandArgs): CompareOptions {
  const world = choice(args, "world", worlds);
  const operation = args.value("operation");
  const protect = args.values("protect").flatMap((value) => value.split(","));
  const wrong = protect.find((value) => !isOneOf(protections, value));
  if (wrong !== undefined) throw wrongChoice("protect", protections, wrong);
  return {
    now: new Date(),
    protect: protect.filter((value) => isOneOf(protections, value)),
    ...(world === undefined ? {} : { world }),
    ...(operation === undefined ? {} : { operation }),
  };
}

function choice<T extends string>(args: CommandArgs, name: string, choices: readonly T[]): T | undefined {
  const value = args.value(name);
  if (value === undefined || isOneOf(choices, value)) return value;
  throw wrongChoice(name, choices, value);
}

function isOneOf<T extends string>(choices: readonly T[], value: string): value is T {
  return choices.some((one) => one === value);
}

function wrongChoice(name: string, choices: readonly string[], got: string): UsageError {
  return new UsageError(`--${name} ${got} is not known`, {
    expected: `expected ${choices.join(", ")}, got ${got}`,
    fix: `contract diff --${name} ${choices[0] ?? ""} …`,
  });
}

function unknownOperation(operation: string): UsageError {
  return new UsageError(`no operation is called ${operation}`, {
    expected: `expected an operationId, or a method and path, of either document, got ${operation}`,
    fix: "contract diff --operation 'GET /path' …",
  });
}
