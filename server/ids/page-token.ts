// Page tokens: where a walk over a list stands, signed, so that they stay opaque and nobody moves them elsewhere.
import { createHmac, createSecretKey, timingSafeEqual } from "node:crypto";
import type { KeyObject } from "node:crypto";

/** The filters of a list as the server compares them: dates as milliseconds, an absent one left out or undefined. */
export type PageFilters = Readonly<Record<string, string | number | undefined>>;

/** Which list a token belongs to. `resourceId` is the id in the path, when there is one. */
export interface PagedList {
  readonly accountId: string;
  readonly operationId: string;
  readonly resourceId?: string | undefined;
}

/** Where a page starts: after this id (null: at the start), under these filters. */
export interface PagePlace<Filters extends PageFilters> {
  readonly filters: Filters;
  readonly after: string | null;
}

/**
 * A token that is refused (400).
 *
 * - `unknown`: not one of ours for this account and list; which of these is not told, and cannot be.
 * - `other-filters`: it is, but the request also has `filter` with another value than the token carries.
 */
export class PageTokenError extends Error {
  override readonly name = "PageTokenError";
  readonly reason: "unknown" | "other-filters";
  readonly filter: string | undefined;

  constructor(reason: PageTokenError["reason"], filter?: string) {
    super(
      filter === undefined
        ? "must be a token from a page of this list"
        : `must be used with the ${filter} it was made with`,
    );
    this.reason = reason;
    this.filter = filter;
  }
}

/** HMAC-SHA-256 cut to 128 bits (RFC 2104 section 5): nobody guesses it, and tokens stay short. */
const signatureLength = 16;

/** Tokens that are remembered: whoever looks at a list again and again asks for the same ones. */
const manyTokens = 1000;

/** Issues and reads tokens. They do not expire: they hold a place, not a result. */
export class PageTokens {
  readonly #key: KeyObject;
  readonly #issued = new Map<string, string>();

  /** @param key what the store's `pageTokenKey()` gives */
  constructor(key: Uint8Array) {
    this.#key = createSecretKey(key);
  }

  /** The token of one page. The page size is not part of it. */
  issue(list: PagedList, place: PagePlace<PageFilters>): string {
    const payload = JSON.stringify([place.after, place.filters]);
    const remembered = boundTo(list) + payload;
    const before = this.#issued.get(remembered);
    if (before !== undefined) return before;
    const token = Buffer.concat([this.#sign(list, payload), Buffer.from(payload)]).toString("base64url");
    if (this.#issued.size === manyTokens) this.#issued.clear();
    this.#issued.set(remembered, token);
    return token;
  }

  /**
   * The page a token stands for.
   *
   * @param given the filters beside the token: each may be absent, or must be the token's
   * @throws {PageTokenError} when the token is none of this list's or the filters differ
   */
  read<Filters extends PageFilters>(token: string, list: PagedList, given: Filters): PagePlace<Filters> {
    const bytes = Buffer.from(token, "base64url");
    const payload = bytes.toString("utf8", signatureLength);
    // Node's decoder skips what is no base64url; only the one spelling we issue is a token.
    if (bytes.length <= signatureLength || bytes.toString("base64url") !== token)
      throw new PageTokenError("unknown");
    if (!timingSafeEqual(bytes.subarray(0, signatureLength), this.#sign(list, payload))) {
      throw new PageTokenError("unknown");
    }
    // The signature says that `issue` wrote this, for this very operation, and so with these filters.
    const [after, filters] = JSON.parse(payload) as [string | null, Filters];
    for (const [name, value] of Object.entries(given)) {
      if (value !== undefined && value !== filters[name]) throw new PageTokenError("other-filters", name);
    }
    return { filters, after };
  }

  #sign(list: PagedList, payload: string): Buffer {
    return createHmac("sha256", this.#key)
      .update(boundTo(list))
      .update(payload)
      .digest()
      .subarray(0, signatureLength);
  }
}

/** What a token is signed with beside its payload; JSON, so that no two lists have the same text. */
function boundTo({ accountId, operationId, resourceId }: PagedList): string {
  return JSON.stringify([accountId, operationId, resourceId ?? null]);
}
