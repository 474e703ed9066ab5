// Types of the data that a mock stores, and of its storage.
import type { Pace } from "../runtime/state/pace.ts";
import type { StateRequest } from "../runtime/state/state-api.ts";
import type { TenantData } from "../runtime/state/state-data.ts";
import type { DataFile } from "./data-file.ts";
import type { SeedData } from "./mock-api.d.ts";

/** Data of one tenant, by document name. */
export type MockData = Readonly<Record<string, TenantData | undefined>>;

/** One entry of the data file's log: a request that was processed, or data that was set. */
export type Logged =
  | {
      readonly at: string;
      readonly document: string;
      readonly request: StateRequest;
      /** Omitted for `look`. */
      readonly pace?: Pace;
    }
  | { readonly tenant: string; readonly data: MockData | null };

/** The storage of a state. */
export type StateFile = Pick<DataFile, "read" | "append" | "flush" | "compact" | "close">;

/** Options of a mock's state. */
export interface MockStateOptions {
  /** Initial data of tenants. */
  readonly seeds?: readonly { readonly tenant: string; readonly data: SeedData }[] | undefined;
  readonly file?: StateFile | undefined;
  /** Number of reads for which a job is reported as running before it is reported as done. Default: 1. */
  readonly looks?: number | undefined;
}
