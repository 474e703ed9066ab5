// One thing a receiver asks of one part of an instance, and why some sender might not keep to it.
import type { Json } from "../../document/document.ts";
import type { SchemaRule } from "../rules/rule.ts";
import { locationText, schemaAlong, type Step } from "./location.ts";

/** A demand of the receiver that the sender's schema, looked at locally, does not promise to meet. */
export interface Clause {
  /** From the root of the instance to the part the demand is made of. */
  readonly steps: readonly Step[];
  /** What the receiver asks of the part: one keyword group of its schema. */
  readonly demand: Json;
  /** The property of the part that the demand is about, when it is about one. */
  readonly property: string | undefined;
  /** Schemas of the sender's that narrow the question, such as the branch of a union it came through. */
  readonly within: readonly { readonly steps: readonly Step[]; readonly schema: Json }[];
  /** Whether the receiver may accept what misses this demand, because other alternatives exist. */
  readonly alternative: boolean;
  /** The unions whose alternatives it was reached through. */
  readonly unions: readonly Json[];
  /** Set on the clause of a union as a whole: it counts when none of those reached through its alternatives holds. */
  readonly insteadOf: Json | undefined;
  /** Set where a sender says nothing of a part, and so misses all that is asked of it: one of these clauses is enough. */
  readonly silence?: { readonly asked: Json; readonly depth: number };
  readonly rule: SchemaRule;
  /** What both sides say under the rule's keywords. */
  readonly said: { readonly sender: Json | undefined; readonly receiver: Json | undefined };
  readonly pointers: { readonly sender: string | undefined; readonly receiver: string | undefined };
}

/** The demand as a schema of the whole instance. */
export function demandOf(clause: Clause): Json {
  return schemaAlong(clause.steps, clause.demand);
}

/** The place in the instance that a clause speaks about. */
export function locationOf(clause: Clause): string {
  const { steps, property } = clause;
  return locationText(property === undefined ? steps : [...steps, { kind: "property", name: property }]);
}

/** Whether two clauses are about the same part, of which the sender says nothing. */
export function isSameSilence(one: Clause, other: Clause): boolean {
  if (one.silence === undefined || one.silence.asked !== other.silence?.asked) return false;
  return silentLocation(one, one.silence.depth) === silentLocation(other, other.silence.depth);
}

const silentLocation = ({ steps }: Clause, depth: number): string =>
  locationText(steps.slice(0, steps.length - depth));

/** The same clause, seen from a step further up. */
export function below(step: Step, clause: Clause): Clause {
  return {
    ...clause,
    steps: [step, ...clause.steps],
    within: clause.within.map(({ steps, schema }) => ({ steps: [step, ...steps], schema })),
  };
}

/** The same clause, as reached through one alternative of the receiver's. */
export function through(clause: Clause, union: Json, branch: Json | undefined): Clause {
  const within = branch === undefined ? clause.within : [{ steps: [], schema: branch }, ...clause.within];
  return { ...clause, within, alternative: true, unions: [union, ...clause.unions] };
}

/** Whether a clause was reached through the alternatives of the union that another stands for, at the same place. */
export function isInside(clause: Clause, union: Clause): boolean {
  if (union.insteadOf === undefined || !clause.unions.includes(union.insteadOf)) return false;
  return locationText(clause.steps.slice(0, union.steps.length)) === locationText(union.steps);
}
