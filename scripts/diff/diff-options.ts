// The flags of `contract diff`, and what they mean as data.
import { type CommandArgs, type CommandOption, UsageError } from "../cli/command.ts";
import { readingOptions } from "../cli/reading-options.ts";
import type { CompareOptions, Protection } from "./comparison.ts";
import { type Grade, parseGrade, parseIgnore } from "./policy/grade.ts";

const protections: readonly Protection[] = [
  "wire",
  "tolerant-readers",
  "sdk",
  "lifecycle",
  "statuses",
  "webhooks",
];
const failures = ["breaking", "undecided", "notice", "any"] as const;
const acceptedSides = ["head", "base"] as const;

/** What ends the command with 1: `undecided` breaks and undecided places, `notice` notices, too, `any` every change. */
export type FailOn = (typeof failures)[number];
const formats = ["text", "json", "markdown", "github", "sarif", "html"] as const;
const worlds = ["closed", "open"] as const;

export type Format = (typeof formats)[number];

/** The document that a revision without a path stands for. */
export const defaultDocument = "spec/openapi.yaml";
/** What `diff accept` compares with. */
export const defaultBase = "origin/main";

export const documentOption: CommandOption = {
  type: "string",
  value: "file",
  summary: `The document that a revision without a path stands for. Default: ${defaultDocument}.`,
};
export const protectOption: CommandOption = {
  type: "string",
  multiple: true,
  value: protections.join("|"),
  summary: "Whom verdicts protect; may be repeated. Default: wire.",
};
export const acceptedOption: CommandOption = {
  type: "string",
  value: "file",
  summary: "The breaks that somebody answers for. Default: accepted-changes.yaml beside head's document.",
};

export const diffOptions: Readonly<Record<string, CommandOption>> = {
  document: documentOption,
  ...readingOptions,
  format: { type: "string", value: formats.join("|"), summary: "How findings are printed. Default: text." },
  world: {
    type: "string",
    value: worlds.join("|"),
    summary: "Whether senders send declared names only (closed, the default) or anything a schema allows.",
  },
  protect: protectOption,
  strict: { type: "boolean", summary: "Let undecided places fail, too: --fail-on undecided." },
  proofs: { type: "boolean", summary: "Print changes that were shown to be compatible." },
  operation: {
    type: "string",
    value: "id",
    summary: "Only this operation: an operationId, or a method and path.",
  },
  path: {
    type: "string",
    multiple: true,
    value: "pattern",
    summary: "Only operations of such paths: /v1/pools/*, /v1/**. May be repeated.",
  },
  tag: {
    type: "string",
    multiple: true,
    value: "tag",
    summary: "Only operations with this tag. May be repeated.",
  },
  "skip-internal": { type: "boolean", summary: "Leave out operations that say x-internal: true." },
  "skip-servers": { type: "boolean", summary: "Leave servers out." },
  extension: {
    type: "string",
    multiple: true,
    value: "x-name",
    summary: "Compare this extension, too; a change is a notice. May be repeated.",
  },
  ignore: {
    type: "string",
    multiple: true,
    value: "conditions: reason",
    summary:
      "Leave findings out: 'rule=max-length path=/v1/**: why'. Conditions: rule, path, operation, side, place, text (a regular expression). May be repeated.",
  },
  grade: {
    type: "string",
    multiple: true,
    value: "verdict conditions: reason",
    summary: "Give findings another verdict: 'notice rule=enum: why'. May be repeated.",
  },
  accepted: acceptedOption,
  "accepted-from": {
    type: "string",
    value: acceptedSides.join("|"),
    summary: "Whose accepted breaks count. With base, a change cannot accept its own. Default: head.",
  },
  "fail-on": {
    type: "string",
    value: failures.join("|"),
    summary: "What ends with exit code 1; any is every change, of prose, too. Default: breaking.",
  },
  "check-version": {
    type: "boolean",
    summary: "Let an info.version fail that claims less than the changes ask for.",
  },
  replay: {
    type: "string",
    value: "url",
    summary: "Send every request witness to a running server of head, which must refuse it.",
  },
};

/** What `contract diff` was asked for. */
export interface DiffRequest {
  readonly base: string;
  readonly head: string | undefined;
  readonly document: string;
  readonly format: Format;
  readonly compare: CompareOptions;
  readonly failOn: FailOn;
  readonly proofs: boolean;
  readonly accepted: string | undefined;
  readonly acceptedFrom: "base" | "head" | undefined;
  readonly grades: readonly Grade[];
  readonly checkVersion: boolean;
  readonly replay: string | undefined;
}

/** Throws a UsageError for a value that is none of those it can be. */
export function readDiffRequest(args: CommandArgs, now: Date): DiffRequest {
  const [base = "", head] = args.positionals;
  const replay = args.value("replay");
  if (replay !== undefined && !(/^https?:\/\//.test(replay) && URL.canParse(replay))) {
    throw new UsageError(`--replay ${replay} is no URL`, {
      expected: "expected the address of a running server",
      fix: "contract diff --replay http://127.0.0.1:3000 …",
    });
  }
  return {
    base,
    head,
    document: documentOf(args),
    format: choice(args, "format", formats) ?? "text",
    compare: compareOptions(args, now),
    failOn: choice(args, "fail-on", failures) ?? (args.flag("strict") ? "undecided" : "breaking"),
    proofs: args.flag("proofs"),
    accepted: args.value("accepted"),
    acceptedFrom: choice(args, "accepted-from", acceptedSides),
    grades: [...args.values("ignore").map(parseIgnore), ...args.values("grade").map(parseGrade)],
    checkVersion: args.flag("check-version"),
    replay,
  };
}

export function documentOf(args: CommandArgs): string {
  return args.value("document") ?? defaultDocument;
}

export function compareOptions(args: CommandArgs, now: Date): CompareOptions {
  const world = choice(args, "world", worlds);
  const operation = args.value("operation");
  const protect = args.values("protect").flatMap((value) => value.split(","));
  const wrong = protect.find((value) => !isOneOf(protections, value));
  if (wrong !== undefined) throw wrongChoice("protect", protections, wrong);
  return {
    now,
    protect: protect.filter((value) => isOneOf(protections, value)),
    ...(world === undefined ? {} : { world }),
    ...(operation === undefined ? {} : { operation }),
    paths: args.values("path"),
    tags: args.values("tag"),
    skipInternal: args.flag("skip-internal"),
    skipServers: args.flag("skip-servers"),
    extensions: extensionsOf(args),
  };
}

function extensionsOf(args: CommandArgs): readonly string[] {
  const names = args.values("extension");
  const wrong = names.find((name) => !name.startsWith("x-"));
  if (wrong === undefined) return names;
  throw new UsageError(`--extension ${wrong} is no extension`, {
    expected: `expected a name that begins with x-, got ${wrong}`,
    fix: `contract diff --extension x-${wrong} …`,
  });
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
