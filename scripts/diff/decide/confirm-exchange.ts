// Confirms a whole exchange on both sides: it must be valid for its sender, and is a witness when its receiver refuses it.
import type { Json } from "../../document/document.ts";
import type { Witness } from "../comparison.ts";
import type { ApiOperation } from "../exchange/api.ts";
import { checkRequest, checkResponse } from "../exchange/check-exchange.ts";
import type { Exchange, HttpRequest } from "../exchange/http.ts";
import { routeRequest } from "../exchange/route-request.ts";
import type { Flow, OperationPair, Revision, Settings } from "./settings.ts";

export type Confirmation =
  | { readonly kind: "witness"; readonly witness: Witness }
  | { readonly kind: "accepted" }
  | { readonly kind: "unsendable"; readonly errors: readonly string[] };

/** What an exchange is to show. */
export interface Claim {
  /** How the errors begin that count: a request that is refused for something else shows nothing. */
  readonly errors: string;
  /** The body or parameter value that makes the difference. */
  readonly value?: Json;
}

export function confirmExchange(
  settings: Settings,
  pair: OperationPair,
  flow: Flow,
  exchange: Exchange,
  claim: Claim,
): Confirmation {
  const errors = errorsOf(settings, pair, exchange, {
    ...flow,
    revision: flow.sender,
    closed: settings.closed,
  });
  if (errors.length > 0) return { kind: "unsendable", errors };
  const arrived = { ...exchange, request: rerouted(settings, pair, flow, exchange.request) };
  const refusal = errorsOf(settings, pair, arrived, { ...flow, revision: flow.receiver, closed: false });
  const counting = refusal.filter((error) => error.startsWith(claim.errors));
  if (counting.length === 0) return { kind: "accepted" };
  const others = refusal.filter((error) => !counting.includes(error));
  const witness = { exchange, sender: flow.sender, refusal: [...counting, ...others] };
  return {
    kind: "witness",
    witness: claim.value === undefined ? witness : { ...witness, value: claim.value },
  };
}

/** A server that is gone is a finding of its own; what else changed is asked of one that is there. */
function rerouted(settings: Settings, pair: OperationPair, flow: Flow, request: HttpRequest): HttpRequest {
  const receiver: ApiOperation = pair[flow.receiver];
  const [server] = receiver.servers;
  const reaches = !("error" in routeRequest(settings[flow.receiver], receiver, request));
  const sameTemplate = pair.base.template.key === pair.head.template.key;
  return reaches || server === undefined || !sameTemplate ? request : { ...request, server };
}

function errorsOf(
  settings: Settings,
  pair: OperationPair,
  { request, response }: Exchange,
  as: Flow & { revision: Revision; closed: boolean },
): readonly string[] {
  const { revision, receiver, side, view, closed } = as;
  const manner = { view, closed };
  if (side === "request") return checkRequest(settings[revision], pair[revision], request, manner);
  if (response === undefined) return [];
  const asked = request.headers.find(([name]) => name === "accept")?.[1];
  return checkResponse(pair[revision], response, manner, revision === receiver ? asked : undefined);
}
