// How the runtime is told who calls: in the plain form where every operation takes the same, else for each operation.
import type { ClientValue } from "../client-runtime.ts";
import type { Literal } from "../literal.ts";
import type { Plan, PlannedOperation } from "../plan.ts";
import { type Scheme, sentSchemes } from "./credential-schemes.ts";
import { commonRequirement, type Requirement, requirementOf } from "./requirements.ts";

/** What makes headers where the plain form is not enough. */
export const authorizations = {
  module: "credentials/authorize.ts",
  name: "authorizations",
} as const satisfies ClientValue;

/** What the runtime is told: a list where every operation takes any of it, else the arguments of its `authorizations`. */
export function credentialSettings(plan: Plan): { credentials: Literal } | { authorize: Literal[] } {
  const schemes = sentSchemes(plan);
  const plain = schemes.every(
    ({ in: place, fields }) => place === "header" && fields.every(({ renewable }) => !renewable),
  );
  const any = JSON.stringify(schemes.map((_, index) => [index]));
  const same = plan.operations.every(
    (operation) => JSON.stringify([...requirementOf(plan, operation)].sort()) === any,
  );
  const fieldsOf = ({ fields }: Scheme): Literal => fields.map(({ name, env }) => ({ name, env }));
  if (schemes.length === 0 || (plain && same)) {
    return {
      credentials: schemes.map((one) => ({ header: one.name, prefix: one.prefix, fields: fieldsOf(one) })),
    };
  }
  return {
    authorize: [
      schemes.map((one) => ({ in: one.in, name: one.name, prefix: one.prefix, fields: fieldsOf(one) })),
      commonRequirement(plan),
      plan.operations.every((operation) => asksAlways(requirementOf(plan, operation))),
    ],
  };
}

function asksAlways(requirement: Requirement): boolean {
  return requirement.length > 0 && requirement.every((one) => one.length > 0);
}

/** What the runtime has to be told of an operation; undefined when it asks for what most ask for. */
export function ownRequirement(plan: Plan, operation: PlannedOperation): Requirement | undefined {
  const own = requirementOf(plan, operation);
  return JSON.stringify(own) === JSON.stringify(commonRequirement(plan)) ? undefined : own;
}
