// What becomes of one write, given what a store holds for it: one decision, whatever the store.
import { ifMatchHolds } from "./etag.ts";
import type { StoredSenderPool } from "./items.ts";
import type {
  AddSenderPoolSenders,
  CreateSenderPool,
  DeleteSenderPool,
  RemoveSenderPoolSender,
  UpdateSenderPool,
  WriteOutcome,
} from "./writes.ts";

/** One of the contract's five writes. */
export type StoreWrite =
  | { readonly kind: "create"; readonly write: CreateSenderPool }
  | { readonly kind: "update"; readonly write: UpdateSenderPool }
  | { readonly kind: "delete"; readonly write: DeleteSenderPool }
  | { readonly kind: "add"; readonly write: AddSenderPoolSenders }
  | { readonly kind: "remove"; readonly write: RemoveSenderPoolSender };

/** What was kept for an idempotency key: nothing, or this; or another process holds the key right now. */
export type KeptKey = undefined | "held" | { readonly bodyFingerprint: string; readonly answer: string };

/** What a write finds. */
export interface Found {
  readonly key: KeptKey;
  /** The pool that the write names; a creation needs none. */
  readonly pool: StoredSenderPool | undefined;
  /** Whether the sender that a removal names is in the pool; of no account for other writes. */
  readonly isMember: boolean;
}

/**
 * How the write ends; with `done`, its changes are to be made. A repetition gets its first response, whatever happened to the pool since;
 * then comes what can be wrong with the write: 404 before 422 before 412.
 */
export function decideWrite({ kind, write }: StoreWrite, { key, pool, isMember }: Found): WriteOutcome {
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
