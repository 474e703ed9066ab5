// The beginning of every report: the verdict, the review's messages, and what was compared.
import { counted, excusedMessage, headline, idleMessage, type Review, versionMessage } from "../review.ts";

/** The first lines of a report. */
export interface Beginning {
  /** `Contract diff: 2 breaking`. */
  readonly title: string;
  /** Messages about the contract, its version and its acceptances. */
  readonly messages: readonly string[];
  readonly base: string;
  readonly head: string;
  /** `12 operations compared`. */
  readonly compared: string;
}

export function beginningOf(review: Review): Beginning {
  const { base, head, counts } = review.comparison;
  const messages = [
    review.note,
    versionMessage(review.version),
    ...review.idle.map(idleMessage),
    ...(review.excused ?? []).map(excusedMessage),
  ];
  return {
    title: `Contract diff: ${headline(review)}`,
    messages: messages.filter((message) => message !== undefined),
    base,
    head,
    compared: `${counted(counts.operations, "operation")} compared`,
  };
}
