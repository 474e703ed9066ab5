// Holds the breaks of a comparison against the accepted ones.
import type { Comparison, Finding } from "../comparison.ts";
import type { WrittenAcceptedChange } from "./accepted-change.ts";

/** An entry that accepts nothing: what it named is no finding (`stale`), or its last day has passed (`expired`). */
export interface IdleAcceptance {
  readonly entry: WrittenAcceptedChange;
  readonly state: "stale" | "expired";
}

/** A comparison's breaks, told apart by whether somebody answers for them. */
export interface Acceptance {
  /** Fingerprint → the entry that accepts it. */
  readonly accepted: ReadonlyMap<string, WrittenAcceptedChange>;
  /** Breaks that nobody accepted. */
  readonly open: readonly Finding[];
  /** Entries to remove or to renew. */
  readonly idle: readonly IdleAcceptance[];
}

/** Pure: `today` is the moment that expiry is measured against; an entry counts until the end of its day in UTC. */
export function applyAcceptedChanges(
  comparison: Comparison,
  entries: readonly WrittenAcceptedChange[],
  today: Date,
): Acceptance {
  const breaks = comparison.findings.filter(({ verdict }) => verdict === "breaking");
  const found = new Set(breaks.map(({ fingerprint }) => fingerprint));
  const day = today.toISOString().slice(0, 10);
  const accepted = new Map<string, WrittenAcceptedChange>();
  const idle: IdleAcceptance[] = [];
  for (const entry of entries) {
    if (!found.has(entry.fingerprint)) idle.push({ entry, state: "stale" });
    else if (entry.expires < day) idle.push({ entry, state: "expired" });
    else accepted.set(entry.fingerprint, entry);
  }
  return { accepted, open: breaks.filter(({ fingerprint }) => !accepted.has(fingerprint)), idle };
}
