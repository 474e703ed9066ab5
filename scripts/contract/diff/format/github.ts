// A review as annotations on the changed lines: GitHub's workflow commands, one a line.
import type { Finding } from "../comparison.ts";
import { acceptanceText, idleMessage, type Review, stateOf, versionMessage } from "../review.ts";
import { curlCommand } from "./curl-command.ts";
import { elided } from "./elide.ts";
import { responseMessage } from "./http-message.ts";
import { printableReview } from "./printable-review.ts";

type Level = "error" | "warning" | "notice";

/** Annotations, the gravest first: GitHub shows ten of each level and step. `versionFile` is where a wrong version is written. */
export function formatGithub(raw: Review, versionFile: string = raw.comparison.head): string {
  const review = printableReview(raw);
  const version = versionMessage(review.version);
  const whole = { file: versionFile, line: 1, column: 1 };
  const lines = [
    ...(review.note === undefined ? [] : [command("notice", { ...whole, title: "contract" }, review.note)]),
    ...review.comparison.findings
      .filter(({ verdict }) => verdict !== "compatible")
      .map((finding) => ({ level: levelOf(review, finding), text: annotation(review, finding) }))
      .sort((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level))
      .map(({ text }) => text),
    ...review.idle.map((idle) =>
      command(
        "error",
        { ...idle.entry.source, title: `accepted change is ${idle.state}` },
        idleMessage(idle),
      ),
    ),
    ...(version === undefined ? [] : [command("error", { ...whole, title: "info.version" }, version)]),
  ];
  return lines.length > 0 ? `${lines.join("\n")}\n` : "";
}

const levels: readonly Level[] = ["error", "warning", "notice"];

const levelOfState = {
  breaking: "error",
  undecided: "warning",
  accepted: "notice",
  notice: "notice",
  compatible: "notice",
} as const;

function levelOf(review: Review, finding: Finding): Level {
  return levelOfState[stateOf(review, finding)];
}

function annotation(review: Review, finding: Finding): string {
  const { operation, side, place, rule, action, detail, fingerprint, witness, reason } = finding;
  const source = (finding.head ?? finding.base)?.source;
  const accepted = review.accepted.get(fingerprint);
  const proof = witness?.exchange.response
    ? responseMessage(witness.exchange.response)
    : witness && curlCommand(witness.exchange.request);
  const message = [
    `${rule} ${action} ${detail}`.trim(),
    accepted && acceptanceText(review, accepted),
    reason,
    proof && elided(proof, 1000),
    witness?.refusal.join("\n"),
    fingerprint,
  ].filter((part) => part !== undefined);
  return command(
    levelOf(review, finding),
    {
      ...(source ?? { file: review.comparison.head, line: 1, column: 1 }),
      title: `${stateOf(review, finding)}: ${operation} ${side} ${place}`,
    },
    message.join("\n"),
  );
}

function command(
  level: Level,
  { file, line, column, title }: { file: string; line: number; column: number; title: string },
  message: string,
): string {
  const properties = Object.entries({ file, line, col: column, title })
    .map(([name, value]) => `${name}=${escapeProperty(String(value))}`)
    .join(",");
  return `::${level} ${properties}::${escapeData(message)}`;
}

/** As @actions/core writes them: `%`, carriage return and line feed; in properties the separators, too. */
function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
