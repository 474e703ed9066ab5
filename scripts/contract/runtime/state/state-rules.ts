// What the state of every tenant goes by, and the words for what happens in it.
import type { Kind, ListOf, Model } from "./model.ts";
import type { WorkLink } from "./links.ts";
import type { Moment } from "./moment.ts";
import type { Pace } from "./pace.ts";
import type { Schemas } from "./schemas.ts";
import type { StateOperation } from "./state-api.ts";
import type { Thing } from "./things.ts";

/** Work under way: who joins which list at its end. */
export interface Work {
  readonly startedBy: StateOperation;
  readonly link: WorkLink;
  readonly entry: Thing;
  readonly joins: readonly Joining[];
  looksLeft: number;
  /** Milliseconds since the epoch. */
  readonly began: number;
}

/** Things, named by their ids, that are to join a list. */
export interface Joining {
  readonly list: ListOf;
  /** The path of the list, and that of the collection that its things are in. */
  readonly path: string;
  readonly collection: string;
  readonly ids: readonly string[];
}

/** What all tenants of an API have in common. */
export interface StateRules {
  readonly operations: Readonly<Record<string, StateOperation>>;
  readonly schemas: Schemas;
  readonly model: Model;
  /** How often work is seen under way before it is seen done. */
  readonly looks: number;
  /** How work goes on at the moment. */
  readonly pace: () => Pace;
  /** What the clock says (RFC 3339). */
  readonly moment: Moment;
  /** Makes what the document's examples and smallest values do not come to. Default: nothing. */
  readonly maker?: StateMaker | undefined;
}

/** Makes values that keep to schemas in full, where somebody can. */
export interface StateMaker {
  /** An id for a new thing, the `count`-th; undefined where there is none. */
  id(kind: Kind, count: number): unknown;
  /** Whether a value is a thing of the kind. */
  isThing(kind: Kind, value: unknown): boolean;
  /** A thing of the kind, with all that it requires, or with all that it may have; undefined where none is found. */
  thing(kind: Kind, isFull?: boolean): unknown;
}
