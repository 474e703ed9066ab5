// What a comparison of two documents says: its options, its findings, and the exchange that proves each break.
import type { Json, SourceLocation } from "../document/document.ts";
import type { Exchange } from "../exchange/http.ts";

/**
 * - `breaking`: one concrete exchange is valid for its sender and refused by its receiver.
 * - `undecided`: the search ended without an answer.
 * - `notice`: no exchange tells the two documents apart, yet someone may care.
 * - `compatible`: something changed, and containment was shown.
 */
export type Verdict = "breaking" | "undecided" | "notice" | "compatible";

/** Which half of an exchange a finding is about. */
export type ExchangeSide = "request" | "response";

/** Who is protected; see `CompareOptions.protect`. */
export type Protection = "wire" | "tolerant-readers" | "sdk" | "lifecycle" | "statuses" | "webhooks";

/** How `compare` reads the two documents. */
export interface CompareOptions {
  /** `closed` (default): a sender's object carries only the names it declares. `open`: schemas are read literally. */
  readonly world?: "closed" | "open";
  /**
   * Whom the verdicts protect. Default: `["wire"]`, the declared contract.
   * `tolerant-readers` makes gained response values notices; `sdk` adds names that generated code is made of;
   * `lifecycle` adds removals that no deprecation announced; `statuses` and `webhooks` add removals of success statuses
   * and of webhooks.
   */
  readonly protect?: readonly Protection[];
  /** Only operations whose operationId, or whose method and path, is this. */
  readonly operation?: string;
  /** Only operations whose path is one of these patterns: `*` within a segment, `**` across them. */
  readonly paths?: readonly string[];
  /** Only operations with one of these tags. */
  readonly tags?: readonly string[];
  /** Read both documents without the operations that say `x-internal: true`, themselves or by their path. */
  readonly skipInternal?: boolean;
  /** Whether servers are left out of the comparison. */
  readonly skipServers?: boolean;
  /** Extensions whose changes are notices, such as `x-rate-limit`. */
  readonly extensions?: readonly string[];
  /** The moment that sunset dates are measured against; needed by `lifecycle` alone. */
  readonly now?: Date;
  /** Steps that one search may spend. */
  readonly budget?: number;
  /** Steps that all searches together may spend; by default, some thirty seconds of one core. */
  readonly wholeBudget?: number;
}

/** Why a finding is believed: an exchange, confirmed on both sides. */
export interface Witness {
  readonly exchange: Exchange;
  /** `base` for a request of a client, `head` for an answer; the other way round in webhooks and callbacks. */
  readonly sender: "base" | "head";
  /** What the receiver says against it, in a validator's words. */
  readonly refusal: readonly string[];
  /** The body or parameter value that makes the difference, as data. */
  readonly value?: Json;
  /** Set where something long in it is said by how it is made, so that it is no exchange to send. */
  readonly shortened?: true;
}

/** One thing a change does, at the smallest place where it shows. */
export interface Finding {
  readonly verdict: Verdict;
  /** The operationId, else method and path. */
  readonly operation: string;
  /** Method and path as head, else base, has them: `POST /v1/SenderPools`; undefined for the document as a whole. */
  readonly endpoint?: string | undefined;
  readonly side: ExchangeSide;
  /** Where in the exchange: `body/tags/*`, `query/limit`, `200/header/etag`. */
  readonly place: string;
  /** The id of the rule that names the change. */
  readonly rule: string;
  /** What happened to it: `lowered`, `removed`, `changed`, … */
  readonly action: string;
  /** From what to what: `256 → 128`. Empty when the action says all. */
  readonly detail: string;
  /** 12 hexadecimal characters made of operation, side, place and rule; stable under wording. */
  readonly fingerprint: string;
  readonly base: FindingLocation | undefined;
  readonly head: FindingLocation | undefined;
  /** Always there when `verdict` is `breaking`, policies apart. */
  readonly witness: Witness | undefined;
  /** The policy that makes this a finding where no exchange does. */
  readonly policy: "sdk" | "lifecycle" | "statuses" | "webhooks" | "path" | "grade" | undefined;
  /** Why a verdict is not what it seems: what was undecided, or what the witness rests on. */
  readonly reason: string | undefined;
  /** Whose clients break, where supported versions were looked at, too: names of versions, and base's where its clients do. */
  readonly clients?: readonly string[];
  /** The id that oasdiff has for such a change, where it has one. */
  readonly oasdiff: string | undefined;
}

/** Where one of the two documents says it. */
export interface FindingLocation {
  readonly pointer: string;
  readonly source: SourceLocation;
}

/** How many findings there are of each verdict, and how many operations were looked at. */
export interface Counts {
  readonly operations: number;
  readonly breaking: number;
  readonly undecided: number;
  readonly notice: number;
  readonly compatible: number;
}

/** All that a comparison says. */
export interface Comparison {
  readonly base: string;
  readonly head: string;
  readonly findings: readonly Finding[];
  readonly counts: Counts;
}
