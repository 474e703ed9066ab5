// Prints a review as annotations on the changed lines, the most severe first: the common part of the formats
// for CI systems.
import type { Annotation } from "../../cli/reports/annotation.ts";
import type { Finding } from "../comparison.ts";
import {
  acceptanceText,
  excusedMessage,
  idleMessage,
  type Review,
  stateOf,
  versionMessage,
} from "../review.ts";
import { curlCommand } from "./curl-command.ts";
import { elided } from "./elide.ts";
import { responseMessage } from "./http-message.ts";
import { printableReview } from "./printable-review.ts";

/** Returns the annotations; `versionFile` is the file that contains a wrong version. */
export function annotationsOf(raw: Review, versionFile: string = raw.comparison.head): Annotation[] {
  const review = printableReview(raw);
  const version = versionMessage(review.version);
  const whole = { file: versionFile, line: 1, column: 1 };
  const own = (rule: string, title: string, place = whole) => ({ rule, title, place, fingerprint: rule });
  return [
    ...(review.note === undefined
      ? []
      : [{ ...own("contract", "contract"), level: "notice" as const, message: review.note }]),
    ...review.comparison.findings
      .filter(({ verdict }) => verdict !== "compatible")
      .map((finding) => annotation(review, finding))
      .sort((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level)),
    ...review.idle.map((idle) => ({
      ...own(`acceptance-${idle.state}`, `accepted change is ${idle.state}`, idle.entry.source),
      fingerprint: idle.entry.fingerprint,
      level: "error" as const,
      message: idleMessage(idle),
    })),
    ...(review.excused ?? []).map((excused) => ({
      ...own("excused", "a break is excused by the change that makes it", {
        file: excused.by[0] ?? versionFile,
        line: 1,
        column: 1,
      }),
      fingerprint: excused.finding.fingerprint,
      level: "warning" as const,
      message: excusedMessage(excused),
    })),
    ...(version === undefined
      ? []
      : [{ ...own("version-too-low", "info.version"), level: "error" as const, message: version }]),
  ];
}

const levels: readonly Annotation["level"][] = ["error", "warning", "notice"];

const levelOfState = {
  breaking: "error",
  undecided: "warning",
  accepted: "notice",
  notice: "notice",
  compatible: "notice",
} as const;

function annotation(review: Review, finding: Finding): Annotation {
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
    witness?.rejection.join("\n"),
    fingerprint,
  ].filter((part) => part !== undefined);
  const state = stateOf(review, finding);
  return {
    level: levelOfState[state],
    rule,
    title: `${state}: ${operation} ${side} ${place}`,
    message: message.join("\n"),
    place: source ?? { file: review.comparison.head, line: 1, column: 1 },
    fingerprint,
  };
}
