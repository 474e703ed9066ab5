// The flags of every command that compares: what is compared, whom verdicts protect, and how findings are
// graded.
import { type CommandArgs, type CommandOption, UsageError } from "../cli/command.ts";
import { choice, isOneOf, wrongChoice } from "../cli/choice.ts";
import type { CompareOptions, Protection } from "./comparison.ts";
import { type Grade, gradeConditions, parseGrade, parseIgnore } from "./policy/grade.ts";

const protections: readonly Protection[] = [
  "wire",
  "tolerant-readers",
  "sdk",
  "lifecycle",
  "statuses",
  "webhooks",
];
const worlds = ["closed", "open"] as const;

export const comparisonOptions: Readonly<Record<string, CommandOption>> = {
  world: {
    type: "string",
    value: worlds.join("|"),
    summary: "Whether senders send declared names only (closed) or anything a schema allows.",
    default: "closed",
  },
  protect: {
    type: "string",
    multiple: true,
    value: protections.join("|"),
    summary: "The clients that the verdict protects. May be repeated.",
    default: "wire",
  },
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
  "skip-internal": { type: "boolean", summary: "Leave out operations with x-internal: true." },
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
      "Leave findings out: 'rule=max-length path=/v1/**: why'. Conditions: rule, path, operation, side, `place`, text (a regular expression). May be repeated.",
    adds: true,
  },
  grade: {
    type: "string",
    multiple: true,
    value: "verdict conditions: reason",
    summary:
      "Give findings another verdict: 'notice rule=enum: why'. error is breaking, warn a notice, off leaves them out. The first that matches applies. Only breaking also raises what is proved compatible. May be repeated.",
    adds: true,
    conditions: gradeConditions,
  },
};

/**
 * Returns the options of `compare`.
 *
 * @throws UsageError for an invalid value
 */
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
  throw new UsageError(`--extension ${wrong} is not an extension name`, {
    expected: `expected a name that begins with x-, got ${wrong}`,
    fix: `write --extension x-${wrong}`,
  });
}

/**
 * Returns the grades of the command line, in order of precedence.
 *
 * @throws UsageError if the syntax is invalid
 */
export function gradesOf(args: CommandArgs): readonly Grade[] {
  return [...args.values("ignore").map(parseIgnore), ...args.values("grade").map(parseGrade)];
}
