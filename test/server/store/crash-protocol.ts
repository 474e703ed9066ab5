// The protocol between a process that is going to be killed and the test that kills it.
import { seedAccount } from "../../../server/seed.ts";
import { wholeRepresentations } from "./store-fixture.ts";
import type { StoreOptions } from "../../../server/store/store.ts";

export const accountId = "AC1";

/** Small batches, so that an operation takes several steps, and the process dies between them. */
export const crashOptions: StoreOptions = {
  seed: seedAccount,
  batchSize: 2,
  idempotencyKeptFor: 86_400_000,
  representations: wholeRepresentations,
};

/**
 * A line of the writer's output. `deleting` is written before the delete: from then on the pool may exist or
 * not.
 */
export type Acknowledged =
  | {
      readonly type: "created";
      readonly poolId: string;
      readonly operationId: string;
      readonly name: string;
      readonly key: string;
    }
  | { readonly type: "updated"; readonly poolId: string; readonly turn: string }
  | { readonly type: "deleting" | "deleted"; readonly poolId: string };
