// Matches the breaks of a comparison with the accepted ones.
import type { Comparison, Finding } from "../comparison.ts";
import type { WrittenAcceptedChange } from "./accepted-change.ts";

/**
 * An entry that accepts nothing: no finding has its fingerprint (`stale`), its last day has passed
 * (`expired`), or is more than a year away (`too-long`).
 */
export interface IdleAcceptance {
  readonly entry: WrittenAcceptedChange;
  readonly state: "stale" | "expired" | "too-long";
}

/** A comparison's breaks, divided into accepted and open ones. */
export interface Acceptance {
  /** Fingerprint → the entry that accepts it. */
  readonly accepted: ReadonlyMap<string, WrittenAcceptedChange>;
  /** Fingerprints among them that base's own file does not accept; undefined if base's file is not read. */
  readonly acceptedHere?: ReadonlySet<string>;
  /** Breaks without an acceptance. */
  readonly open: readonly Finding[];
  /** Entries to remove or to renew. */
  readonly idle: readonly IdleAcceptance[];
}

/** Whose entries count: head's, with those of base distinguished, or base's alone. */
export interface BaseAcceptance {
  readonly entries: readonly WrittenAcceptedChange[];
  /** Whether entries only in head accept nothing: a change may then not accept its own breaks. */
  readonly only: boolean;
}

/**
 * Pure: `today` is the moment for expiry; an entry counts until the end of its day in UTC, and never
 * if that is more than a year away. `entries` are those of head's file.
 */
export function applyAcceptedChanges(
  comparison: Comparison,
  entries: readonly WrittenAcceptedChange[],
  today: Date,
  base?: BaseAcceptance,
): Acceptance {
  const breaks = comparison.findings.filter(({ verdict }) => verdict === "breaking");
  const found = new Set(breaks.map(({ fingerprint }) => fingerprint));
  const stateOf = entryState(found, today);
  const known = new Set(
    base?.entries.filter((entry) => stateOf(entry) === undefined).map(({ fingerprint }) => fingerprint),
  );
  const accepted = new Map<string, WrittenAcceptedChange>();
  for (const entry of base?.only === true ? base.entries : entries) {
    if (stateOf(entry) === undefined) accepted.set(entry.fingerprint, entry);
  }
  const { idle } = idleEntries(entries, found, today);
  const here = base && new Set([...accepted.keys()].filter((fingerprint) => !known.has(fingerprint)));
  const open = breaks.filter(({ fingerprint }) => !accepted.has(fingerprint));
  return { accepted, ...(here && { acceptedHere: here }), open, idle };
}

/** Returns why an entry accepts nothing; undefined if it accepts one of the breaks found. */
function entryState(found: ReadonlySet<string>, today: Date) {
  const day = today.toISOString().slice(0, 10);
  const last = latestExpiry(today);
  return ({ fingerprint, expires }: WrittenAcceptedChange): IdleAcceptance["state"] | undefined => {
    if (!found.has(fingerprint)) return "stale";
    if (expires < day) return "expired";
    return expires > last ? "too-long" : undefined;
  };
}

/** Divides entries by whether they accept one of the findings with these fingerprints. */
export function idleEntries(
  entries: readonly WrittenAcceptedChange[],
  found: ReadonlySet<string>,
  today: Date,
): { readonly live: readonly WrittenAcceptedChange[]; readonly idle: readonly IdleAcceptance[] } {
  const stateOf = entryState(found, today);
  return {
    live: entries.filter((entry) => stateOf(entry) === undefined),
    idle: entries.flatMap((entry) => {
      const state = stateOf(entry);
      return state === undefined ? [] : [{ entry, state }];
    }),
  };
}

/** Returns the latest allowed expiry date: the same day of the next year. */
export function latestExpiry(today: Date): string {
  const last = new Date(today);
  last.setUTCFullYear(last.getUTCFullYear() + 1);
  return last.toISOString().slice(0, 10);
}
