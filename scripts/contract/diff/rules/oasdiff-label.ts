// How oasdiff builds the ids of its checks: side, part, and what happened.
import type { Action, ChangeContext } from "./rule.ts";

type Spot = `${ChangeContext["side"]}-${ChangeContext["part"]}`;

export const requests: readonly Spot[] = ["request-body", "request-property", "request-parameter"];
export const responses: readonly Spot[] = ["response-body", "response-property"];
export const bodies: readonly Spot[] = ["request-body", "request-property", ...responses];
export const everywhere: readonly Spot[] = [...requests, ...responses];

/** `request-property-max-length-decreased`: what each action is called, and the parts that oasdiff looks for it in. */
export function label(
  names: Partial<Record<Action, { readonly name: string; readonly on: readonly Spot[] }>>,
) {
  return ({ side, part, action }: ChangeContext): string | undefined => {
    const named = names[action];
    return named?.on.includes(`${side}-${part}`) === true ? `${side}-${part}-${named.name}` : undefined;
  };
}
