// The types of a comparison of two documents: its options, its findings, and the exchange that proves each
// break.
import type { Json, SourceLocation } from "../document/document.ts";
import type { Exchange } from "../exchange/http.ts";

/**
 * - `breaking`: one concrete exchange is valid for its sender and rejected by its receiver.
 * - `undecided`: the search ended without a result.
 * - `notice`: no exchange distinguishes the two documents, but the change may matter to users.
 * - `compatible`: something changed, and containment was proved.
 */
export type Verdict = "breaking" | "undecided" | "notice" | "compatible";

/** Which half of an exchange a finding is about. */
export type ExchangeSide = "request" | "response";

/** Who is protected; see `CompareOptions.protect`. */
export type Protection = "wire" | "tolerant-readers" | "sdk" | "lifecycle" | "statuses" | "webhooks";

/** Options of `compare`. */
export interface CompareOptions {
  /**
   * `closed` (default): a sender's object has only the names it declares. `open`: schemas are read literally.
   */
  readonly world?: "closed" | "open";
  /**
   * Whom the verdicts protect. Default: `["wire"]`, the declared contract. `tolerant-readers` makes
   * additional response values notices; `sdk` adds names that generated code uses; `lifecycle` adds removals
   * that no deprecation announced; `statuses` and `webhooks` add removals of success statuses and of
   * webhooks.
   */
  readonly protect?: readonly Protection[];
  /** Only the operation with this operationId, or with this method and path. */
  readonly operation?: string;
  /** Only operations whose path matches one of these patterns: `*` within a segment, `**` across them. */
  readonly paths?: readonly string[];
  /** Only operations with one of these tags. */
  readonly tags?: readonly string[];
  /** Ignore operations with `x-internal: true`, on themselves or on their path, in both documents. */
  readonly skipInternal?: boolean;
  /** Whether servers are left out of the comparison. */
  readonly skipServers?: boolean;
  /** Extensions whose changes are notices, such as `x-rate-limit`. */
  readonly extensions?: readonly string[];
  /** The current time for sunset dates; only `lifecycle` needs it. */
  readonly now?: Date;
  /** Maximum number of steps of one search. */
  readonly budget?: number;
  /** Maximum number of steps of all searches together; by default, about thirty seconds of one core. */
  readonly wholeBudget?: number;
}

/** The proof of a finding: an exchange, confirmed on both sides. */
export interface Witness {
  readonly exchange: Exchange;
  /** `base` for a request of a client, `head` for a response; reversed in webhooks and callbacks. */
  readonly sender: "base" | "head";
  /** The receiver's reasons for rejection, as a validator's messages. */
  readonly rejection: readonly string[];
  /** The body or parameter value that makes the difference, as data. */
  readonly value?: Json;
  /**
   * Set if a long part is replaced by a description of how to build it, so that the exchange cannot be sent.
   */
  readonly shortened?: true;
}

/** One effect of a change, at the smallest location where it appears. */
export interface Finding {
  readonly verdict: Verdict;
  /** The operationId, otherwise method and path. */
  readonly operation: string;
  /**
   * Method and path in head, otherwise in base: `POST /v1/SenderPools`; undefined for the document as a
   * whole.
   */
  readonly endpoint?: string | undefined;
  readonly side: ExchangeSide;
  /** Location in the exchange: `body/tags/*`, `query/limit`, `200/header/etag`. */
  readonly place: string;
  /** The id of the rule that names the change. */
  readonly rule: string;
  /** What happened: `lowered`, `removed`, `changed`, … */
  readonly action: string;
  /** Old and new value: `256 → 128`. Empty if the action is sufficient. */
  readonly detail: string;
  /** 12 hexadecimal characters derived from operation, side, location and rule; independent of wording. */
  readonly fingerprint: string;
  readonly base: FindingLocation | undefined;
  readonly head: FindingLocation | undefined;
  /** Always present if `verdict` is `breaking`, except for policies. */
  readonly witness: Witness | undefined;
  /** The policy that causes this finding if no exchange does. */
  readonly policy: "sdk" | "lifecycle" | "statuses" | "webhooks" | "path" | "grade" | undefined;
  /** Qualifies the verdict: what was undecided, or what the witness depends on. */
  readonly reason: string | undefined;
  /**
   * Whose clients break, if supported versions were compared, too: names of versions, base's included if its
   * clients break.
   */
  readonly clients?: readonly string[];
  /** The id of oasdiff's check for such a change, if there is one. */
  readonly oasdiff: string | undefined;
}

/** Location of a finding in one of the two documents. */
export interface FindingLocation {
  readonly pointer: string;
  readonly source: SourceLocation;
}

/** Number of findings of each verdict, and number of compared operations. */
export interface Counts {
  readonly operations: number;
  readonly breaking: number;
  readonly undecided: number;
  readonly notice: number;
  readonly compatible: number;
}

/**
 * The result of a comparison: `base` and `head` are the names under which the documents were read. Each
 * finding with the verdict `breaking` has a witness; see `Finding`.
 *
 * @example
 * { base: "HEAD~1:openapi.yaml", head: "openapi.yaml",
 *   counts: { operations: 12, breaking: 1, undecided: 0, notice: 0, compatible: 3 },
 *   findings: [{ verdict: "breaking", operation: "createPool", side: "request", place: "body/name",
 *     rule: "max-length", action: "lowered", detail: "256 → 128", fingerprint: "3f0c…", witness: … }, …] }
 */
export interface Comparison {
  readonly base: string;
  readonly head: string;
  readonly findings: readonly Finding[];
  readonly counts: Counts;
}
