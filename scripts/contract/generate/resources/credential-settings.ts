// The credentials settings of the runtime: in the short form if all operations have the same requirement,
// otherwise per operation.
import type { ClientValue } from "../client-runtime.ts";
import type { Literal } from "../literal.ts";
import type { Plan, PlannedOperation } from "../plan.ts";
import { type Scheme, sentSchemes } from "./credential-schemes.ts";
import { commonRequirement, type Requirement, requirementOf } from "./requirements.ts";

/** The function of the runtime that creates the headers if the short form is not sufficient. */
export const authorizations = {
  module: "credentials/authorize.ts",
  name: "authorizations",
} as const satisfies ClientValue;

/**
 * Returns the settings: a list if every operation accepts any of the schemes, otherwise the arguments of
 * `authorizations`.
 */
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

/** Returns the requirement of an operation; undefined if it is the most common one. */
export function ownRequirement(plan: Plan, operation: PlannedOperation): Requirement | undefined {
  const own = requirementOf(plan, operation);
  return JSON.stringify(own) === JSON.stringify(commonRequirement(plan)) ? undefined : own;
}
