// The text format: findings as a person reads them in a terminal or a log, the verdict in the last line.
import type { Comparison, Finding, Verdict } from "../comparison.ts";
import { painter, type Paint, type Terminal } from "./terminal.ts";
import { witnessLines } from "./text-witness.ts";
import { bySameChange } from "../same-change.ts";
import { cut } from "./elide.ts";

export interface TextOptions {
  readonly terminal: Terminal;
  /** Whether undecided places count as findings. */
  readonly strict: boolean;
  /** Whether changes that were shown to be compatible are printed. */
  readonly proofs: boolean;
}

const colours: Readonly<Record<Verdict, "red" | "green" | "yellow" | "dim">> = {
  breaking: "red",
  undecided: "yellow",
  notice: "dim",
  compatible: "green",
};

/** Width of the column that verdicts stand in. */
const indent = 12;

/** The whole report. No line is wider than the terminal. */
export function textReport(comparison: Comparison, options: TextOptions): string {
  const paint = painter(options.terminal);
  const shown = comparison.findings.filter(({ verdict }) => options.proofs || verdict !== "compatible");
  const groups = bySameChange(shown);
  const order: readonly Verdict[] = ["breaking", "undecided", "notice", "compatible"];
  const blocks = order.flatMap((verdict) =>
    groups
      .filter(([first]) => first?.verdict === verdict)
      .map((group) => block(group, options.terminal, paint)),
  );
  const brief = blocks.map((lines) => (lines.length > 2 ? [...lines, ""] : lines)).flat();
  if (brief.length > 0 && brief.at(-1) !== "") brief.push("");
  return [...brief, ...verdictLines(comparison, options, paint)].join("\n");
}

function block([first, ...others]: readonly Finding[], terminal: Terminal, paint: Paint): string[] {
  if (first === undefined) return [];
  const width = terminal.columns - indent;
  const margin = " ".repeat(indent);
  const lines = [
    paint("dim", cut(sourceLine(first), width)),
    ...(first.reason === undefined ? [] : wrapped(first.reason, width)),
    ...(first.witness === undefined
      ? []
      : witnessLines(first.witness, width).map((line) => marked(line, paint))),
    ...(others.length === 0 ? [] : wrapped(alsoLine(first, others), width).map((line) => paint("dim", line))),
  ];
  return [...headLines(first, terminal, paint), ...lines.map((line) => margin + line)];
}

function headLines(finding: Finding, terminal: Terminal, paint: Paint): string[] {
  const { verdict, operation, side, place, rule, action, detail, policy } = finding;
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
  const label = paint(colours[verdict], verdict.padEnd(indent));
  return lines.map((line, index) => (index === 0 ? label : " ".repeat(indent)) + line);
}

/** `spec/openapi.yaml:214:9 (base 211:9)`. */
function sourceLine({ base, head }: Finding): string {
  const at = (place: Finding["base"]) => place && `${place.source.line}:${place.source.column}`;
  if (head === undefined)
    return base === undefined ? "" : `${base.source.file}:${at(base) ?? ""} (base only)`;
  const before = base === undefined ? "new in head" : `base ${at(base) ?? ""}`;
  return `${head.source.file}:${at(head) ?? ""}  (${before})`;
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
    .replace(/(?<=: )(accepted|may answer this)/, (word) => paint("green", word))
    .replace(/(?<=(?:base|head): )([45][0-9][0-9]|does not allow it)$/, (word) => paint("red", word));
}

/** Words in lines no wider than `width`; a word that is wider is cut. */
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

function verdictLines(comparison: Comparison, { strict, terminal }: TextOptions, paint: Paint): string[] {
  const { counts, base } = comparison;
  const changes = bySameChange(comparison.findings.filter(({ verdict }) => verdict === "breaking")).length;
  const places = counts.breaking > changes ? `, in ${counts.breaking} places` : "";
  const asides = [
    counts.undecided > 0 ? `${counts.undecided} undecided` : "",
    counts.notice > 0 ? plural(counts.notice, "notice") : "",
    `${plural(counts.operations, "operation")} compared`,
  ].filter((aside) => aside !== "");
  const sentence =
    counts.breaking > 0
      ? `breaking: ${plural(changes, "change")} would break clients of ${base}${places}`
      : strict && counts.undecided > 0
        ? `undecided: ${plural(counts.undecided, "place")} could not be shown to be compatible with ${base}`
        : `compatible: no change breaks clients of ${base}`;
  const colour = counts.breaking > 0 ? "red" : strict && counts.undecided > 0 ? "yellow" : "green";
  const whole = `${sentence} (${asides.join(", ")})`;
  // The last line is the verdict, so what does not fit beside it stands before it.
  return Array.from(whole).length <= terminal.columns
    ? [paint(colour, whole)]
    : [...wrapped(asides.join(", "), terminal.columns), paint(colour, cut(sentence, terminal.columns))];
}

function plural(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
