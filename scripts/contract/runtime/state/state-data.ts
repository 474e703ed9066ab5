// The state of an API as JSON says it: what is exported, and given back.
import type { StateResponse } from "./state-api.ts";

/** One thing of a collection. */
export interface ThingData {
  readonly id: string;
  readonly value: Readonly<Record<string, unknown>>;
  /** Counts up with every change; the entity tag is made of it. */
  readonly version: number;
  /** Counts up over all things of a tenant: the order of lists. */
  readonly order: number;
  /** Query parameters of lists that find it beside its properties, with the values it is found by. */
  readonly foundBy: Readonly<Record<string, readonly string[]>>;
}

/** Work under way. */
export interface WorkData {
  /** The operationId that started it. */
  readonly startedBy: string;
  /** The thing that tells of it. */
  readonly collection: string;
  readonly id: string;
  readonly looksLeft: number;
  /** Milliseconds since the epoch. */
  readonly began?: number;
  /** What joins which lists at its end; lists by their operationIds. */
  readonly joins: readonly {
    readonly list: string;
    readonly path: string;
    readonly collection: string;
    readonly ids: readonly string[];
  }[];
}

export interface TenantData {
  /** How many ids were given. */
  readonly made: number;
  /** By the paths of collections: `/pools/p1/senders`. */
  readonly collections: Readonly<Record<string, readonly ThingData[]>>;
  /** The ids of what has joined, by the paths of lists. */
  readonly members: Readonly<Record<string, readonly string[]>>;
  readonly work: readonly WorkData[];
  /** Things whose own status tells of work under way. */
  readonly begun?: readonly BegunData[];
  /** What was removed, by collection and id. */
  readonly gone?: readonly string[];
  /** Responses to writes with an `Idempotency-Key`. */
  readonly kept?: readonly KeptData[];
}

export interface BegunData {
  readonly collection: string;
  readonly id: string;
  readonly looksLeft: number;
  readonly began: number;
}

export interface KeptData {
  /** The operation, its path and the key. */
  readonly scope: string;
  /** The body of the request, as JSON. */
  readonly body: string;
  readonly response: StateResponse;
}

/**
 * By tenant.
 *
 * @example { "": { made: 1, collections: { "/pools": [{ id: "p1", value: { id: "p1" }, version: 1, order: 1, foundBy: {} }] }, members: {}, work: [] } }
 */
export type StateData = Readonly<Record<string, TenantData>>;
