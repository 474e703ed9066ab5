// Page tokens: a position in a list, signed, so that tokens are opaque and valid only for the list that they
// were issued for.
import { createHmac, createSecretKey, timingSafeEqual } from "node:crypto";
import type { KeyObject } from "node:crypto";

/** The filters of a list in normalised form: dates in milliseconds, absent filters omitted or undefined. */
export type PageFilters = Readonly<Record<string, string | number | undefined>>;

/** The list that a token belongs to. `resourceId` is the id in the path, if there is one. */
export interface PagedList {
  readonly accountId: string;
  readonly operationId: string;
  readonly resourceId?: string | undefined;
}

/** Position of a page: the id after which it starts (null: from the start), and the filters. */
export interface PagePosition<Filters extends PageFilters> {
  readonly filters: Filters;
  readonly after: string | null;
}

/**
 * A rejected token (400).
 *
 * - `unknown`: not issued for this account and list; which of the two does not match cannot be determined,
 *   and is not reported.
 * - `other-filters`: issued for this list, but the request's `filter` differs from the value in the token.
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

/**
 * Bytes of the signature: HMAC-SHA-256 truncated to 128 bits (RFC 2104 section 5), which cannot be guessed
 * and keeps tokens short.
 */
const signatureLength = 16;

/** Size of the token cache: clients that poll a list request the same tokens again. */
const manyTokens = 1000;

/** Issues and verifies tokens. Tokens do not expire: they hold a position, not a result. */
export class PageTokens {
  readonly #key: KeyObject;
  readonly #issued = new Map<string, string>();

  /** @param key  the result of the store's `pageTokenKey()` */
  constructor(key: Uint8Array) {
    this.#key = createSecretKey(key);
  }

  /** Returns the token of one page. The page size is not part of it. */
  issue(list: PagedList, place: PagePosition<PageFilters>): string {
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
   * Verifies a token and returns its position.
   *
   * @param given  the filters that the request has beside the token: each must be absent or equal to the
   *   token's
   * @throws {PageTokenError} if the token was not issued for this list or the filters differ
   */
  read<Filters extends PageFilters>(token: string, list: PagedList, given: Filters): PagePosition<Filters> {
    const bytes = Buffer.from(token, "base64url");
    const payload = bytes.toString("utf8", signatureLength);
    // Node's decoder ignores characters outside base64url; only the exact spelling that was issued is
    // accepted.
    if (bytes.length <= signatureLength || bytes.toString("base64url") !== token)
      throw new PageTokenError("unknown");
    if (!timingSafeEqual(bytes.subarray(0, signatureLength), this.#sign(list, payload))) {
      throw new PageTokenError("unknown");
    }
    // A valid signature proves that `issue` wrote this payload for this operation, and so with these filters.
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

/** Text that is signed together with the payload; JSON, so that no two lists have the same text. */
function boundTo({ accountId, operationId, resourceId }: PagedList): string {
  return JSON.stringify([accountId, operationId, resourceId ?? null]);
}
