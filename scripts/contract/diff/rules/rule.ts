// The type of a rule: it names and locates a change, and never decides whether the change breaks anything.
import type { Json } from "../../document/document.ts";

/** What happened to an element. */
export type Action =
  | "added"
  | "removed"
  | "changed"
  | "raised"
  | "lowered"
  | "narrowed"
  | "widened"
  | "renamed"
  | "required"
  | "optional"
  | "announced"
  | "withdrawn";

/** A change as a rule receives it: the values in base and head, undefined where there is none. */
export interface Change {
  readonly base: Json | undefined;
  readonly head: Json | undefined;
}

/** The location of a change in an exchange; oasdiff's ids are derived from it. */
export interface ChangeContext {
  readonly side: "request" | "response";
  readonly part: "body" | "property" | "parameter" | "header";
  readonly action: Action;
}

/** The properties of a rule. */
export interface Rule {
  readonly id: string;
  /** The side of an exchange on which it can be found. */
  readonly direction: "request" | "response" | "both";
  readonly area:
    "document" | "operation" | "parameter" | "body" | "response" | "header" | "security" | "schema";
  readonly kind: "structure" | "constraint" | "annotation" | "name";
  /** One sentence: the change it names. */
  readonly summary: string;
  describe(change: Change): { readonly action: Action; readonly detail: string };
  /** The id of oasdiff's check for the same change. */
  readonly oasdiff?: (context: ChangeContext) => string | undefined;
}

/** A rule about keywords of a schema. */
export interface SchemaRule extends Rule {
  readonly area: "schema";
  /** The keywords it covers. */
  readonly keywords: readonly string[];
}

/** Returns rules by id, from rows without their common properties. */
export function rulesOf<Id extends string>(
  common: Pick<Rule, "direction" | "area" | "kind">,
  rows: Readonly<Record<Id, Omit<Rule, "id" | "direction" | "area" | "kind">>>,
): Readonly<Record<Id, Rule>> {
  const entries = Object.entries<(typeof rows)[Id]>(rows).map(([id, row]) => [id, { ...common, ...row, id }]);
  return Object.fromEntries(entries) as Record<Id, Rule>;
}

/** A row of a table of schema rules; `direction` is "both" by default. */
type SchemaRow = Omit<SchemaRule, "id" | "direction" | "area"> & Partial<Pick<Rule, "direction">>;

/** Returns schema rules by id. */
export function schemaRules<Id extends string>(
  rows: Readonly<Record<Id, SchemaRow>>,
): Readonly<Record<Id, SchemaRule>> {
  const entries = Object.entries<SchemaRow>(rows).map(([id, row]) => [
    id,
    { direction: "both", ...row, area: "schema", id },
  ]);
  return Object.fromEntries(entries) as Record<Id, SchemaRule>;
}
