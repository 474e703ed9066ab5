// A break that somebody answers for: which one, why, who, and until when.
import type { SourceLocation } from "../../document/document.ts";

/** One entry of `accepted-changes.yaml`. */
export interface AcceptedChange {
  /** The finding's fingerprint: operation, side, place and rule, not its wording. */
  readonly fingerprint: string;
  /** The finding's rule and operation, for whoever reads the file. */
  readonly rule: string;
  readonly operation: string;
  readonly reason: string;
  readonly author: string;
  /** The last day on which it counts, as `2026-12-31` (UTC). */
  readonly expires: string;
}

/** An entry, and the line it was read from. */
export interface WrittenAcceptedChange extends AcceptedChange {
  readonly source: SourceLocation;
}
