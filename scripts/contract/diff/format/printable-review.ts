// Escapes the texts of a review for printing in a line: texts from documents, files or users cannot add
// control characters or markup.
import { printable } from "../../cli/printable.ts";
import type { WrittenAcceptedChange } from "../accept/accepted-change.ts";
import type { Comparison, Finding, FindingLocation } from "../comparison.ts";
import type { Review } from "../review.ts";

/** Escapes all texts except the exchanges of witnesses: each format escapes those as its syntax allows. */
export function printableReview(review: Review): Review {
  const { accepted, idle, version, note, ignored, excused } = review;
  return {
    ...review,
    comparison: printableComparison(review.comparison),
    accepted: new Map([...accepted].map(([fingerprint, entry]) => [fingerprint, printableEntry(entry)])),
    idle: idle.map((one) => ({ ...one, entry: printableEntry(one.entry) })),
    version: version && {
      ...version,
      base: printable(version.base),
      head: printable(version.head),
    },
    ...(note !== undefined && { note: printable(note) }),
    ...(excused && {
      excused: excused.map(({ finding, by }) => ({
        finding: printableFinding(finding),
        by: by.map(printable),
      })),
    }),
    ...(ignored && {
      ignored: ignored.map(({ finding, reason, ...grade }) => ({
        ...grade,
        finding: printableFinding(finding),
        reason: printable(reason),
      })),
    }),
  };
}

export function printableComparison(comparison: Comparison): Comparison {
  return {
    ...comparison,
    base: printable(comparison.base),
    head: printable(comparison.head),
    findings: comparison.findings.map(printableFinding),
  };
}

function printableFinding(finding: Finding): Finding {
  const { operation, place, action, detail, reason, witness, base, head, clients } = finding;
  return {
    ...finding,
    ...(clients && { clients: clients.map(printable) }),
    operation: printable(operation),
    place: printable(place),
    action: printable(action),
    detail: printable(detail),
    reason: reason && printable(reason),
    base: base && printableLocation(base),
    head: head && printableLocation(head),
    witness: witness && { ...witness, rejection: witness.rejection.map(printable) },
  };
}

function printableLocation({ pointer, source }: FindingLocation): FindingLocation {
  return { pointer, source: { ...source, file: printable(source.file) } };
}

function printableEntry(entry: WrittenAcceptedChange): WrittenAcceptedChange {
  const { rule, operation, reason, author, expires, source } = entry;
  return {
    ...entry,
    rule: printable(rule),
    operation: printable(operation),
    reason: printable(reason),
    author: printable(author),
    expires: printable(expires),
    source: { ...source, file: printable(source.file) },
  };
}
