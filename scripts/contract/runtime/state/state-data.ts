// The state of an API as JSON, for export and import.
import type { StateResponse } from "./state-api.ts";

/** One resource of a collection. */
export interface ResourceData {
  readonly id: string;
  readonly value: Readonly<Record<string, unknown>>;
  /** Incremented with every change; the entity tag is derived from it. */
  readonly version: number;
  /** Ascending over all resources of a tenant: the order of lists. */
  readonly order: number;
  /** Query parameters of lists that match the resource besides its properties, with the matching values. */
  readonly foundBy: Readonly<Record<string, readonly string[]>>;
}

/** Work in progress. */
export interface WorkData {
  /** The operationId of the call that started it. */
  readonly startedBy: string;
  /** The resource that shows its progress. */
  readonly collection: string;
  readonly id: string;
  readonly looksLeft: number;
  /** Milliseconds since the epoch. */
  readonly began?: number;
  /** The members that are added to lists at its end; lists by their operationIds. */
  readonly joins: readonly {
    readonly list: string;
    readonly path: string;
    readonly collection: string;
    readonly ids: readonly string[];
  }[];
}

/** The state of one tenant. */
export interface TenantData {
  /** Number of ids assigned so far. */
  readonly made: number;
  /** Resources by the paths of collections: `/pools/p1/senders`. */
  readonly collections: Readonly<Record<string, readonly ResourceData[]>>;
  /** The ids of members by the paths of lists. */
  readonly members: Readonly<Record<string, readonly string[]>>;
  readonly work: readonly WorkData[];
  /** Resources whose own status shows work in progress. */
  readonly begun?: readonly BegunData[];
  /** Removed resources, by collection and id. */
  readonly gone?: readonly string[];
  /** Responses to writes with an `Idempotency-Key`. */
  readonly kept?: readonly KeptData[];
}

/** Work of a resource that has not ended. */
export interface BegunData {
  readonly collection: string;
  readonly id: string;
  readonly looksLeft: number;
  readonly began: number;
}

/** A response that is kept for retries with the same idempotency key. */
export interface KeptData {
  /** The operation, its path and the key. */
  readonly scope: string;
  /** The body of the request, as JSON. */
  readonly body: string;
  readonly response: StateResponse;
}

/**
 * Data by tenant.
 *
 * @example
 * { "": {
 *   made: 1,
 *   collections: { "/pools": [{ id: "p1", value: { id: "p1" }, version: 1, order: 1, foundBy: {} }] },
 *   members: {},
 *   work: []
 * } }
 */
export type StateData = Readonly<Record<string, TenantData>>;
