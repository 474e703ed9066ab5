// Rules and types that the states of all tenants share.
import type { Kind, ListOf, Model } from "./model.ts";
import type { WorkLink } from "./links.ts";
import type { Moment } from "./moment.ts";
import type { Pace } from "./pace.ts";
import type { Schemas } from "./schemas.ts";
import type { StateOperation } from "./state-api.ts";
import type { Resource } from "./resources.ts";

/** Work in progress, with the members that are added to lists at its end. */
export interface Work {
  readonly startedBy: StateOperation;
  readonly link: WorkLink;
  readonly entry: Resource;
  readonly joins: readonly Joining[];
  looksLeft: number;
  /** Milliseconds since the epoch. */
  readonly began: number;
}

/** Members, given by their ids, that are to be added to a list. */
export interface Joining {
  readonly list: ListOf;
  /** The path of the list, and that of the collection of its members. */
  readonly path: string;
  readonly collection: string;
  readonly ids: readonly string[];
}

/** What all tenants of an API share. */
export interface StateRules {
  readonly operations: Readonly<Record<string, StateOperation>>;
  readonly schemas: Schemas;
  readonly model: Model;
  /** Number of reads that show work in progress before one shows it done. */
  readonly looks: number;
  /** Returns how work progresses at present. */
  readonly pace: () => Pace;
  /** The clock (RFC 3339). */
  readonly moment: Moment;
  /** Creates values that the document's examples and minimal values cannot provide. Default: none. */
  readonly maker?: StateMaker | undefined;
}

/** Creates values that conform fully to their schemas. */
export interface StateMaker {
  /** Returns an id for a new resource, the `count`-th; undefined if there is none. */
  id(kind: Kind, count: number): unknown;
  /** Whether a value is a valid resource of the kind. */
  isResource(kind: Kind, value: unknown): boolean;
  /**
   * Returns a resource of the kind, with all required, or with all possible properties; undefined if none is
   * found.
   */
  resource(kind: Kind, isFull?: boolean): unknown;
  /** Returns a text of a schema that has a pattern; undefined if none is found. */
  text(schema: Readonly<Record<string, unknown>>): string | undefined;
}
