// What becomes of one write, given what the database holds and has locked for it.
import { ifMatchHolds } from "../etag.ts";
import type { StoredSenderPool, WriteOutcome } from "../store.ts";
import type { WriteRequest } from "./write-request.ts";

/** What was kept for an idempotency key: nothing, or this; or another process holds the key right now. */
export type KeyState = undefined | "held" | { readonly bodyFingerprint: string; readonly answer: string };

/** What a write finds. Rows are locked until the transaction ends. */
export interface Found {
  readonly key: KeyState;
  readonly pool: StoredSenderPool | undefined;
  /** Whether the sender that a removal names is in the pool. */
  readonly isMember: boolean;
}

/** How the write ends; with `done`, its changes are to be made. A repetition is answered first, then comes what can be wrong with it. */
export function decideWrite({ kind, write }: WriteRequest, { key, pool, isMember }: Found): WriteOutcome {
  if (key === "held") return { outcome: "in-progress" };
  const isSame = key?.bodyFingerprint === write.idempotency?.bodyFingerprint;
  if (key !== undefined && isSame) return { outcome: "replayed", answer: key.answer };
  if (kind !== "create" && pool === undefined) return { outcome: "not-found", missing: "pool" };
  if (key !== undefined) return { outcome: "key-reused" };
  if ((kind === "update" || kind === "delete") && pool !== undefined) {
    if (!ifMatchHolds(write.ifMatch, pool.version)) return { outcome: "precondition-failed" };
  }
  if (kind === "remove" && !isMember) return { outcome: "not-found", missing: "member" };
  return { outcome: "done" };
}
