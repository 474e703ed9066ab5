// The findings about one parameter: their location and change, and their witness.
import type { Json } from "../../document/document.ts";
import type { HttpRequest } from "../../exchange/http.ts";
import { claimedDraft } from "./claimed-draft.ts";
import { confirmExchange } from "./confirm-exchange.ts";
import type { Context, Flow, OperationPair } from "./context.ts";
import type { Draft } from "./draft.ts";
import { errorLocation, type ParameterPair } from "./parameter-pairs.ts";

/** The parameter that is decided, with its operation. */
export interface ParameterAt {
  readonly context: Context;
  readonly pair: OperationPair;
  readonly flow: Flow;
  readonly parameters: ParameterPair;
}

/** Returns a finding without its verdict. */
export function draft(at: ParameterAt, rule: Draft["rule"], change: Draft["change"]): Omit<Draft, "verdict"> {
  const { base, head, place, name } = at.parameters;
  return {
    side: "request",
    place: `${place}/${name}`,
    part: "parameter",
    rule,
    change,
    pointers: { base: base?.pointer, head: head?.pointer },
  };
}

/** Returns the finding whose proof is this request; none if the receiver accepts it. */
export function witnessed(
  at: ParameterAt,
  made: Omit<Draft, "verdict">,
  request: HttpRequest,
  value?: Json,
): Draft[] {
  const { context, pair, flow } = at;
  const claim = { errors: errorsAbout(at), inParameter: true, ...(value === undefined ? {} : { value }) };
  return claimedDraft(made, confirmExchange(context, pair, flow, { request }, claim));
}

/**
 * Returns the prefix of the receiver's errors about the parameter; a path parameter may have another name
 * there.
 */
export function errorsAbout({ parameters, flow }: ParameterAt): string {
  const read = parameters[flow.receiver];
  return `${read === undefined ? `${parameters.place}/${parameters.name}` : errorLocation(read)} `;
}
