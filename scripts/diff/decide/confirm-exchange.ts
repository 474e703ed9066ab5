// Confirms a whole exchange on both sides: it must be valid for its sender, and is a witness when its receiver refuses it.
import type { Json } from "../../document/document.ts";
import type { Witness } from "../comparison.ts";
import { checkRequest, checkResponse } from "../exchange/check-exchange.ts";
import type { Exchange } from "../exchange/http.ts";
import type { Flow, OperationPair, Revision, Settings } from "./settings.ts";

export type Confirmation =
  | { readonly kind: "witness"; readonly witness: Witness }
  | { readonly kind: "accepted" }
  | { readonly kind: "unsendable"; readonly errors: readonly string[] };

export function confirmExchange(
  settings: Settings,
  pair: OperationPair,
  flow: Flow,
  exchange: Exchange,
  value?: Json,
): Confirmation {
  const check = (revision: Revision, closed: boolean) =>
    errorsOf(settings, pair, exchange, { ...flow, revision, closed });
  const errors = check(flow.sender, settings.closed);
  if (errors.length > 0) return { kind: "unsendable", errors };
  const refusal = check(flow.receiver, false);
  if (refusal.length === 0) return { kind: "accepted" };
  const witness = { exchange, sender: flow.sender, refusal };
  return { kind: "witness", witness: value === undefined ? witness : { ...witness, value } };
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
