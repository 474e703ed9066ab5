// Builds oasdiff's check ids: side, part, and action.
import type { Action, ChangeContext } from "./rule.ts";

type Spot = `${ChangeContext["side"]}-${ChangeContext["part"]}`;

export const requests: readonly Spot[] = ["request-body", "request-property", "request-parameter"];
export const responses: readonly Spot[] = ["response-body", "response-property"];
export const bodies: readonly Spot[] = ["request-body", "request-property", ...responses];
export const everywhere: readonly Spot[] = [...requests, ...responses];

/**
 * Returns a function for ids such as `request-property-max-length-decreased`: the name of each action, and
 * the parts for which oasdiff checks it.
 */
export function label(
  names: Partial<Record<Action, { readonly name: string; readonly on: readonly Spot[] }>>,
) {
  return ({ side, part, action }: ChangeContext): string | undefined => {
    const named = names[action];
    return named?.on.includes(`${side}-${part}`) === true ? `${side}-${part}-${named.name}` : undefined;
  };
}
