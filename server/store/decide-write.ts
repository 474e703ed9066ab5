// Decides the outcome of one write from the rows that a store found for it; shared by all stores.
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

/**
 * State of an idempotency key: unused; in use by a write in progress (`held`); or the kept response of an
 * earlier write.
 */
export type KeptKey = undefined | "held" | { readonly bodyFingerprint: string; readonly answer: string };

/** The stored state that a write depends on. */
export interface Found {
  readonly key: KeptKey;
  /** The pool that the write names; not needed for a create. */
  readonly pool: StoredSenderPool | undefined;
  /** Whether the sender of a removal is in the pool; ignored for other writes. */
  readonly isMember: boolean;
}

/**
 * Decides the outcome of a write; for `done`, the caller applies its changes. A retry gets the first
 * response, whatever has happened to the pool since. Errors take precedence in this order: 404, 422, 412.
 */
export function decideWrite({ kind, write }: StoreWrite, { key, pool, isMember }: Found): WriteOutcome {
  if (key === "held") return { outcome: "in-progress" };
  const isSame = key?.bodyFingerprint === write.idempotency?.bodyFingerprint;
  if (key !== undefined && isSame) return { outcome: "replayed", response: key.answer };
  if (kind !== "create" && pool === undefined) return { outcome: "not-found", missing: "pool" };
  if (key !== undefined) return { outcome: "key-reused" };
  if ((kind === "update" || kind === "delete") && pool !== undefined) {
    if (!ifMatchHolds(write.ifMatch, pool.version)) return { outcome: "precondition-failed" };
  }
  if (kind === "remove" && !isMember) return { outcome: "not-found", missing: "member" };
  return { outcome: "done" };
}
