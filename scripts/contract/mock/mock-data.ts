// What a mock keeps, and where.
import type { Pace } from "../runtime/state/pace.ts";
import type { StateRequest } from "../runtime/state/state-api.ts";
import type { TenantData } from "../runtime/state/state-data.ts";
import type { DataFile } from "./data-file.ts";
import type { SeedData } from "./mock-api.d.ts";

/** The state of a tenant, by the names of documents. */
export type MockData = Readonly<Record<string, TenantData | undefined>>;

/** A change as the file keeps it: a request that was answered, or data that was put in place. */
export type Logged =
  | {
      readonly at: string;
      readonly document: string;
      readonly request: StateRequest;
      /** Left out for `look`. */
      readonly pace?: Pace;
    }
  | { readonly tenant: string; readonly data: MockData | null };

/** Where a state is kept. */
export type StateFile = Pick<DataFile, "read" | "append" | "flush" | "compact" | "close">;

export interface MockStateOptions {
  /** What every tenant begins with. */
  readonly seeds?: readonly { readonly tenant: string; readonly data: SeedData }[] | undefined;
  readonly file?: StateFile | undefined;
  /** How often work is seen under way before it is seen done. Default: 1. */
  readonly looks?: number | undefined;
}
