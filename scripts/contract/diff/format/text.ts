// The text format: findings for people in a terminal or a log, the verdict in the last line.
import { printable } from "../../cli/printable.ts";
import type { Comparison, Finding, Verdict } from "../comparison.ts";
import type { IgnoredFinding } from "../policy/grade.ts";
import { acceptanceText, counted, type Review, reviewOf, stateOf, tallyOf } from "../review.ts";
import { painter, type Paint, type Terminal } from "../../cli/terminal.ts";
import { witnessLines } from "./text-witness.ts";
import { bySameChange } from "../same-change.ts";
import { cut } from "./elide.ts";
import { printableReview } from "./printable-review.ts";

/** Options of the text format. */
export interface TextOptions {
  readonly terminal: Terminal;
  /** Whether changes proved compatible are printed. */
  readonly proofs: boolean;
}

const colours: Readonly<Record<Verdict | "accepted", "red" | "green" | "yellow" | "dim">> = {
  breaking: "red",
  accepted: "yellow",
  undecided: "yellow",
  notice: "dim",
  compatible: "green",
};

/** Width of the column of verdicts. */
const indent = 12;

/** Returns the report of a comparison without acceptances. */
export function textReport(
  comparison: Comparison,
  options: TextOptions,
  ignored: readonly IgnoredFinding[] = [],
): string {
  const open = comparison.findings.filter(({ verdict }) => verdict === "breaking");
  return textReview({ ...reviewOf(comparison, { accepted: new Map(), open, idle: [] }), ignored }, options);
}

/** Returns the whole report. No line is wider than the terminal. */
export function textReview(raw: Review, options: TextOptions): string {
  const review = printableReview(raw);
  const paint = painter(options.terminal);
  const { findings } = review.comparison;
  const shown = findings.filter(({ verdict }) => options.proofs || verdict !== "compatible");
  const groups = bySameChange(shown, ({ fingerprint }) => review.accepted.has(fingerprint));
  const order = ["breaking", "undecided", "accepted", "notice", "compatible"] as const;
  const blocks = order.flatMap((state) =>
    groups
      .filter(([first]) => first !== undefined && stateOf(review, first) === state)
      .map((group) => block(review, group, options.terminal, paint)),
  );
  const brief = blocks.map((lines) => (lines.length > 2 ? [...lines, ""] : lines)).flat();
  if (brief.length > 0 && brief.at(-1) !== "") brief.push("");
  return [...brief, ...verdictLines(review, options, paint)].join("\n");
}

/** Returns one finding as the report prints it. */
export function findingLines(finding: Finding, terminal: Terminal): string[] {
  const counts = { operations: 0, breaking: 0, undecided: 0, notice: 0, compatible: 0 };
  const comparison = { base: "", head: "", findings: [finding], counts };
  const review = printableReview(reviewOf(comparison, { accepted: new Map(), open: [], idle: [] }));
  return block(review, review.comparison.findings, terminal, painter(terminal));
}

function block(review: Review, group: readonly Finding[], terminal: Terminal, paint: Paint): string[] {
  const [first, ...others] = group;
  if (first === undefined) return [];
  const accepted = review.accepted.get(first.fingerprint);
  const width = terminal.columns - indent;
  const margin = " ".repeat(indent);
  const lines = [
    paint("dim", cut(sourceLine(first, review.comparison.base), width)),
    ...(first.reason === undefined ? [] : wrapped(first.reason, width)),
    ...(accepted === undefined ? [] : wrapped(acceptanceText(review, accepted), width)),
    ...(first.witness === undefined
      ? []
      : witnessLines(first.witness, width).map((line) => marked(line, paint))),
    ...(others.length === 0 ? [] : wrapped(alsoLine(first, others), width).map((line) => paint("dim", line))),
  ];
  return [
    ...headLines(first, stateOf(review, first), { terminal, paint }),
    ...lines.map((line) => margin + line),
  ];
}

function headLines(
  finding: Finding,
  state: Verdict | "accepted",
  { terminal, paint }: { readonly terminal: Terminal; readonly paint: Paint },
): string[] {
  const { operation, side, place, rule, action, detail, policy } = finding;
  const words = [
    operation,
    side,
    place,
    `${rule} ${action} ${detail}`.trim(),
    policy === undefined ? "" : `(${policy})`,
  ];
  const width = terminal.columns - indent;
  const lines = wrapped(words.filter((word) => word !== "").join("  "), width);
  const last = lines.at(-1) ?? "";
  const room = width - Array.from(last).length - finding.fingerprint.length;
  if (room >= 2) lines[lines.length - 1] = `${last}${" ".repeat(room)}${paint("dim", finding.fingerprint)}`;
  else lines.push(paint("dim", finding.fingerprint));
  const label = paint(colours[state], state.padEnd(indent));
  return lines.map((line, index) => (index === 0 ? label : " ".repeat(indent)) + line);
}

/** Returns `spec/openapi.yaml:214:9 (base 211:9)`. */
function sourceLine({ base, head, clients }: Finding, named: string): string {
  const at = (place: Finding["base"]) => place && `${place.source.line}:${place.source.column}`;
  // For clients of another version, the old location is in that version.
  const before = clients === undefined || clients.includes(named) ? "base" : `${base?.source.file ?? ""}:`;
  if (head === undefined)
    return base === undefined ? "" : `${base.source.file}:${at(base) ?? ""} (base only)`;
  const old =
    base === undefined ? "new in head" : `${before}${before === "base" ? " " : ""}${at(base) ?? ""}`;
  return `${head.source.file}:${at(head) ?? ""}  (${old})`;
}

function alsoLine(first: Finding, others: readonly Finding[]): string {
  const names = new Set(
    others.map(({ operation, place }) => (operation === first.operation ? place : operation)),
  );
  const shown = [...names].slice(0, 6).join(", ");
  return `also in ${shown}${names.size > 6 ? ` and ${names.size - 6} more` : ""}`;
}

function marked(line: string, paint: Paint): string {
  return line
    .replace(/(?<=: )(accepted|may respond so)/, (word) => paint("green", word))
    .replace(/(?<=(?:base|head): )([45][0-9][0-9]|does not allow it)$/, (word) => paint("red", word));
}

/** Wraps words into lines no wider than `width`; a wider word is cut. */
function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/(?<=\s)(?=\S)/)) {
    if (line !== "" && Array.from(line + word.trimEnd()).length > width) {
      lines.push(line.trimEnd());
      line = "";
    }
    line += Array.from(word).length > width ? cut(word, width) : word;
  }
  return [...lines, line.trimEnd()];
}

function verdictLines(review: Review, { terminal }: TextOptions, paint: Paint): string[] {
  const { counts } = review.comparison;
  const { undecided, ignored, graded, notices, accepted, changes } = tallyOf(review);
  const [state, sentence] = verdictSentence(review);
  const asides = [
    changes > 0 && accepted > 0 ? `${accepted} accepted` : "",
    state !== "undecided" && undecided > 0 ? `${undecided} undecided` : "",
    state !== "ignored" && ignored > 0 ? `${ignored} ignored` : "",
    state !== "ignored" && state !== "graded down" && graded > 0 ? `${graded} graded down` : "",
    notices > 0 ? counted(notices, "notice") : "",
    `${counted(counts.operations, "operation")} compared`,
  ].filter((aside) => aside !== "");
  const colour = state === "breaking" ? "red" : state === "compatible" ? "green" : "yellow";
  const whole = `${state}: ${sentence} (${asides.join(", ")})`;
  // The last line is the verdict, so everything that does not fit beside it comes before.
  return Array.from(whole).length <= terminal.columns
    ? [paint(colour, whole)]
    : [
        ...wrapped(asides.join(", "), terminal.columns),
        paint(colour, cut(`${state}: ${sentence}`, terminal.columns)),
      ];
}

/** Returns the most severe remaining verdict; *compatible* only if everything was proved. */
function verdictSentence(review: Review): [string, string] {
  const base = clientsOf(review);
  const { changes, places, accepted, acceptedHere, undecided, ignored, graded, excused } = tallyOf(review);
  if (changes > 0) {
    const elsewhere = places > changes ? `, in ${places} places` : "";
    return ["breaking", `${counted(changes, "change")} would break clients of ${base}${elsewhere}`];
  }
  if (undecided > 0) {
    return ["undecided", `${counted(undecided, "place")} could not be shown to be compatible with ${base}`];
  }
  if (accepted > 0) {
    const here = acceptedHere > 0 ? `, ${acceptedHere} by this pull request` : "";
    return ["accepted", `${counted(accepted, "break")} of clients of ${base} accepted${here}`];
  }
  if (excused > 0)
    return [
      "excused",
      `${counted(excused, "break")} of clients of ${base}, by an edit of this change itself`,
    ];
  if (ignored > 0) {
    const also = graded > 0 ? `, and ${graded} graded down,` : "";
    return ["ignored", `${counted(ignored, "finding")}${also} against clients of ${base}`];
  }
  if (graded > 0) return ["graded down", `${counted(graded, "finding")} against clients of ${base}`];
  return ["compatible", `no change breaks clients of ${base}`];
}

/** Returns the versions whose clients open breaks affect; base if there are none. */
function clientsOf({ open, comparison: { base } }: Review): string {
  const names = [...new Set(open.flatMap(({ clients = [base] }) => clients))].map(printable);
  if (names.length === 0) return base;
  return names.length > 3 ? `${names.slice(0, 3).join(", ")} and ${names.length - 3} more` : names.join(", ");
}
