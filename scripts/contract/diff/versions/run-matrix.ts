// `contract diff --supported …` without a base: compares every version with every other, and with the working
// tree's document.
import { choice, wrongChoice } from "../../cli/choice.ts";
import { type CommandArgs, type CommandIo, type ExitCode, UsageError } from "../../cli/command.ts";
import { readingOf } from "../../cli/reading-options.ts";
import { compareOptions, gradesOf } from "../comparison-options.ts";
import { documentOf } from "../document-option.ts";
import { formats } from "../format/print-review.ts";
import { terminalOf } from "../../cli/terminal.ts";
import { readBeside, readSide, type SideLocation } from "../side-location.ts";
import { matrixReport } from "./matrix-report.ts";
import type { Play } from "./played.ts";
import { matrixFormats, printMatrix } from "./print-matrix.ts";
import { readSupported, type ReadVersion } from "./read-supported.ts";

/** Prints the matrix. The exit code is 1 if the newest version's server breaks a supported client. */
export async function runMatrix(args: CommandArgs, io: CommandIo): Promise<ExitCode> {
  if (args.values("supported").length === 0)
    throw new UsageError("contract diff has nothing to compare with", {
      expected:
        "expected a base, or versions: contract diff <base> [head], contract diff --supported <versions>",
      fix: "contract diff origin/main, or contract diff --supported 'v1.*'",
    });
  rejectOfBase(args);
  const format = matrixFormat(args);
  const today = new Date();
  const versions = [...(await readSupported(args, io)), ...(await readHead(args, io))];
  if (versions.length < 2)
    throw new UsageError("there is one version, and nothing to compare it with", {
      expected: "expected two versions, or one and the document in the working tree",
      fix: "write --supported once more, or --document with the path of the document",
    });
  const report = matrixReport(versions, {
    ...compareOptions(args, today),
    grades: gradesOf(args),
    today,
    strict: args.flag("strict") || args.value("fail-on") === "undecided",
  });
  const played = args.flag("run") ? await playOf(versions)(report.cells) : undefined;
  io.out(printMatrix({ ...report, played }, format, terminalOf(io.env, process.stdout)));
  return report.clean ? 0 : 1;
}

/** Seconds after which no further exchange is played. */
const longestPlay = 60;

/** Loads clients and servers only if they are used. */
function playOf(versions: readonly ReadVersion[]): Play {
  return async (cells) => {
    const { playMatrix } = await import("../../play/play-matrix.ts");
    return playMatrix(versions, cells, longestPlay);
  };
}

/** Options that concern one pair of documents. */
const ofBase = ["replay", "check-version", "accepted", "accepted-from", "proofs"];

function rejectOfBase(args: CommandArgs): void {
  const given = ofBase.find((name) => args.flag(name));
  if (given === undefined) return;
  throw new UsageError(`--${given} is about a base and a head`, {
    expected: "expected a base together with --supported",
    fix: `write contract diff <base> --${given}, or leave --${given} out`,
  });
}

function matrixFormat(args: CommandArgs) {
  const format = choice(args, "format", formats) ?? "text";
  const known = matrixFormats.find((name) => name === format);
  if (known === undefined) throw wrongChoice("format", matrixFormats, format);
  return known;
}

/** Reads the working tree's document, the newest version, if it exists or `--document` names it. */
async function readHead(args: CommandArgs, io: CommandIo): Promise<ReadVersion[]> {
  const path = documentOf(args);
  const location: SideLocation = { kind: "file", path, named: true };
  const isThere = (await readBeside(location, path, io.cwd)) !== undefined;
  if (!isThere && args.value("document") === undefined) return [];
  return [{ name: path, source: path, document: await readSide(location, io.cwd, readingOf(args, io)) }];
}
