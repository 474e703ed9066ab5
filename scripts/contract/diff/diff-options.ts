// The flags of `contract diff`, and their parsed values.
import { type CommandArgs, type CommandOption, UsageError } from "../cli/command.ts";
import { choice } from "../cli/choice.ts";
import { readingOptions } from "../cli/reading-options.ts";
import type { Acceptors } from "./accept/acceptors.ts";
import type { CompareOptions } from "./comparison.ts";
import { compareOptions, comparisonOptions, gradesOf } from "./comparison-options.ts";
import { documentOf, documentOption } from "./document-option.ts";
import type { FailOn } from "./format/formatter.ts";
import { type Format, formats } from "./format/print-review.ts";
import type { Grade } from "./policy/grade.ts";
import { type RepairForm, repairForms } from "./repair/repair-output.ts";
import { supportedOption } from "./versions/read-supported.ts";

const failures: readonly FailOn[] = ["breaking", "undecided", "notice", "any"];

/** Platforms to which this command writes comments itself. */
export const commentLocations = ["gitlab"] as const;

/** The default base. */
export const defaultBase = "origin/main";

export const acceptedOption: CommandOption = {
  type: "string",
  value: "file",
  summary: "File of accepted breaking changes.",
  default: "accepted-changes.yaml next to head's document",
};

export const diffOptions: Readonly<Record<string, CommandOption>> = {
  document: documentOption,
  ...readingOptions,
  format: { type: "string", value: formats.join("|"), summary: "How findings are printed.", default: "text" },
  supported: supportedOption,
  matrix: {
    type: "boolean",
    summary: "Compare the supported versions with one another; the default for --supported without a base.",
    flagOnly: true,
  },
  run: {
    type: "boolean",
    summary:
      "Play the exchanges of the matrix: the client generated from a row's document against a mock of the column's, on this machine.",
    flagOnly: true,
  },
  comment: {
    type: "string",
    value: commentLocations.join("|"),
    summary:
      "Write the verdict into a comment of the merge request that the CI runs for, or update it there.",
    flagOnly: true,
  },
  ...comparisonOptions,
  strict: { type: "boolean", summary: "Fail on undecided findings, too: --fail-on undecided." },
  proofs: { type: "boolean", summary: "Print changes that were shown to be compatible." },
  accepted: acceptedOption,
  "accepted-from": {
    type: "string",
    multiple: true,
    value: "base|head|owners|@name",
    summary:
      "Whose acceptances apply, in addition to base's: head's own, those of the file's owners (CODEOWNERS at base), of a person. With base, a change can neither accept nor excuse its own breaks. May be repeated.",
    default: "head",
  },
  "approved-by": {
    type: "string",
    multiple: true,
    value: "name",
    summary:
      "Author or approver of the change, as reported by the platform; --accepted-from checks against them. May be repeated.",
    flagOnly: true,
  },
  "fail-on": {
    type: "string",
    value: failures.join("|"),
    summary: "What ends with exit code 1; any is every change, of prose, too.",
    default: "breaking",
  },
  "check-version": {
    type: "boolean",
    summary: "Fail if info.version is bumped by less than the changes require.",
  },
  repair: {
    type: "boolean",
    summary:
      "Print the smallest edit of head that removes each break, and a patch. With --format text or markdown.",
  },
  "repair-as": {
    type: "string",
    value: repairForms.join("|"),
    summary:
      "Print only the repair: a patch for git apply, an Overlay 1.1, or the body of a review for GitHub.",
  },
  replay: {
    type: "string",
    value: "url",
    summary: "Send every witness request to a running server of head, which must reject it.",
    flagOnly: true,
  },
};

/** The parsed flags of `contract diff`. */
export interface DiffRequest {
  readonly base: string;
  readonly head: string | undefined;
  readonly document: string;
  readonly format: Format;
  readonly compare: CompareOptions;
  readonly failOn: FailOn;
  readonly proofs: boolean;
  readonly accepted: string | undefined;
  readonly acceptors: Acceptors;
  readonly grades: readonly Grade[];
  readonly checkVersion: boolean;
  readonly replay: string | undefined;
  /** The form in which a repair is printed; `beside` the report. */
  readonly repair: RepairForm | "beside" | undefined;
}

/**
 * Parses the flags.
 *
 * @throws UsageError for an invalid value
 */
export function readDiffRequest(args: CommandArgs, now: Date): DiffRequest {
  const [base = defaultBase, head] = args.positionals;
  const replay = args.value("replay");
  if (replay !== undefined && !(/^https?:\/\//.test(replay) && URL.canParse(replay))) {
    throw new UsageError(`--replay ${replay} is not a URL`, {
      expected: "expected the address of a running server",
      fix: "contract diff --replay http://127.0.0.1:3000 …",
    });
  }
  if (args.flag("run"))
    throw new UsageError("--run plays the exchanges of the matrix", {
      expected: "expected --supported without a base, or --matrix",
      fix: "write contract diff --supported 'v1.*' --run",
    });
  const format = choice(args, "format", formats) ?? "text";
  const repair = choice(args, "repair-as", repairForms) ?? (args.flag("repair") ? "beside" : undefined);
  if (repair === "beside" && format !== "text" && format !== "markdown")
    throw new UsageError(`--repair is not printed with --format ${format}`, {
      expected: "expected --format text or markdown, or --repair-as",
      fix: "write --repair-as overlay",
    });
  return {
    base,
    head,
    document: documentOf(args),
    format,
    compare: compareOptions(args, now),
    failOn: choice(args, "fail-on", failures) ?? (args.flag("strict") ? "undecided" : "breaking"),
    proofs: args.flag("proofs"),
    accepted: args.value("accepted"),
    acceptors: acceptorsOf(args),
    grades: gradesOf(args),
    checkVersion: args.flag("check-version"),
    replay,
    repair,
  };
}

function acceptorsOf(args: CommandArgs): Acceptors {
  const list = (name: string): string[] =>
    args
      .values(name)
      .flatMap((value) => value.split(/[\s,]+/))
      .filter((word) => word !== "");
  const from = list("accepted-from");
  const wrong = from.find((word) => !/^(base|head|owners|@\S+|\S+@\S+)$/.test(word));
  if (wrong === undefined) return { from, approvedBy: list("approved-by") };
  throw new UsageError(`--accepted-from ${wrong} is not known`, {
    expected: `expected head, base, owners, or a person such as @alice, got ${wrong}`,
    fix: "write --accepted-from base",
  });
}
