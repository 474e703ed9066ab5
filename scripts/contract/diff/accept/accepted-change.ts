// The acceptance of a break: which one, why, by whom, and until when.
import type { SourceLocation } from "../../document/document.ts";

/** One entry of `accepted-changes.yaml`. */
export interface AcceptedChange {
  /** The finding's fingerprint: derived from operation, side, location and rule, not from its wording. */
  readonly fingerprint: string;
  /** The finding's rule and operation, for readers of the file. */
  readonly rule: string;
  readonly operation: string;
  readonly reason: string;
  readonly author: string;
  /** The last day on which the entry counts, as `2026-12-31` (UTC). */
  readonly expires: string;
}

/** An entry with the line it was read from. */
export interface WrittenAcceptedChange extends AcceptedChange {
  readonly source: SourceLocation;
}
