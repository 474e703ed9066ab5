// A requirement of a receiver on one part of an instance that a sender might not satisfy.
import type { Json } from "../../document/document.ts";
import type { SchemaRule } from "../rules/rule.ts";
import { locationText, schemaAlong, type Step } from "./location.ts";

/** A demand of the receiver that the sender's schema, examined locally, does not guarantee. */
export interface Clause {
  /** The path from the root of the instance to the part that the demand applies to. */
  readonly steps: readonly Step[];
  /** The receiver's requirement on the part: one keyword group of its schema. */
  readonly demand: Json;
  /** The property of the part that the demand is about, if it is about one. */
  readonly property: string | undefined;
  /** The sender's schemas that restrict the query, such as the selected branch of a union. */
  readonly within: readonly { readonly steps: readonly Step[]; readonly schema: Json }[];
  /** True if the receiver may accept a violation of this demand because there are other alternatives. */
  readonly alternative: boolean;
  /** The unions through whose alternatives it was reached. */
  readonly unions: readonly Json[];
  /**
   * Set on the clause of a union as a whole: it counts if no clause reached through its alternatives holds.
   */
  readonly insteadOf: Json | undefined;
  /**
   * Set if the sender declares nothing about a part and so guarantees none of its demands: one of these
   * clauses is enough.
   */
  readonly silence?: { readonly demanded: Json; readonly depth: number };
  readonly rule: SchemaRule;
  /** The values of the rule's keywords on both sides. */
  readonly said: { readonly sender: Json | undefined; readonly receiver: Json | undefined };
  readonly pointers: { readonly sender: string | undefined; readonly receiver: string | undefined };
}

/** Returns the demand as a schema of the whole instance. */
export function demandOf(clause: Clause): Json {
  return schemaAlong(clause.steps, clause.demand);
}

/** Returns the location in the instance that a clause applies to. */
export function locationOf(clause: Clause): string {
  const { steps, property } = clause;
  return locationText(property === undefined ? steps : [...steps, { kind: "property", name: property }]);
}

/** True if two clauses are about the same part, about which the sender declares nothing. */
export function isSameSilence(one: Clause, other: Clause): boolean {
  if (one.silence === undefined || one.silence.demanded !== other.silence?.demanded) return false;
  return silentLocation(one, one.silence.depth) === silentLocation(other, other.silence.depth);
}

const silentLocation = ({ steps }: Clause, depth: number): string =>
  locationText(steps.slice(0, steps.length - depth));

/** Returns the same clause with one more step before its path. */
export function below(step: Step, clause: Clause): Clause {
  return {
    ...clause,
    steps: [step, ...clause.steps],
    within: clause.within.map(({ steps, schema }) => ({ steps: [step, ...steps], schema })),
  };
}

/** Returns the same clause as reached through one of the receiver's alternatives. */
export function through(clause: Clause, union: Json, branch: Json | undefined): Clause {
  const within = branch === undefined ? clause.within : [{ steps: [], schema: branch }, ...clause.within];
  return { ...clause, within, alternative: true, unions: [union, ...clause.unions] };
}

/**
 * True if a clause was reached through the alternatives of the union of another clause, at the same location.
 */
export function isInside(clause: Clause, union: Clause): boolean {
  if (union.insteadOf === undefined || !clause.unions.includes(union.insteadOf)) return false;
  return locationText(clause.steps.slice(0, union.steps.length)) === locationText(union.steps);
}
