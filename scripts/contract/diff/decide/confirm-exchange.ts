// Confirms an exchange on both sides: it must be valid for its sender, and is a witness if its receiver
// rejects it.
import type { Json } from "../../document/document.ts";
import type { Witness } from "../comparison.ts";
import type { ApiOperation } from "../../exchange/api.ts";
import { compiledSoFar } from "../../containment/validator.ts";
import { checkRequest, checkResponse } from "../../exchange/check-exchange.ts";
import type { Exchange, HttpRequest } from "../../exchange/http.ts";
import { isAgreed } from "../../exchange/serialise.ts";
import { routeRequest } from "../../exchange/route-request.ts";
import type { Flow, OperationPair, Revision, Context } from "./context.ts";

/**
 * The result of validating an exchange on both sides: it proves a break, both sides accept it, or its sender
 * may not send it.
 */
export type Confirmation =
  | { readonly kind: "witness"; readonly witness: Witness; readonly reason: string | undefined }
  | { readonly kind: "accepted" }
  | { readonly kind: "unsendable"; readonly errors: readonly string[] };

/** What an exchange must demonstrate. */
export interface Claim {
  /** Prefix of the errors that count: a request rejected for another reason demonstrates nothing. */
  readonly errors: string;
  /** The body or parameter value that makes the difference. */
  readonly value?: Json;
  /** True if the value travels as a parameter or header, and not in a media type of its own. */
  readonly inParameter?: boolean;
}

export function confirmExchange(
  context: Context,
  pair: OperationPair,
  flow: Flow,
  built: Exchange,
  claim: Claim,
): Confirmation {
  const compiledBefore = compiledSoFar();
  const confirmed = confirm(context, pair, flow, built, claim);
  context.budget.spend(exchangeCost + compileCost * (compiledSoFar() - compiledBefore));
  return confirmed;
}

/**
 * Steps charged for writing an exchange and confirming it on both sides, and for compiling one of its
 * schemas.
 */
const exchangeCost = 150;
const compileCost = 15;

function confirm(
  context: Context,
  pair: OperationPair,
  flow: Flow,
  built: Exchange,
  claim: Claim,
): Confirmation {
  const sent = { ...flow, revision: flow.sender, closed: context.closed };
  const first = errorsOf(context, pair, built, sent);
  const exchange = admitted(flow, built, claim, first);
  const errors = exchange === built ? first : errorsOf(context, pair, exchange, sent);
  if (errors.length > 0) return { kind: "unsendable", errors };
  const reason = reasonOf(claim);
  const arrived = { ...exchange, request: rerouted(context, pair, flow, exchange.request) };
  const rejection = errorsOf(context, pair, arrived, { ...flow, revision: flow.receiver, closed: false });
  const counting = rejection.filter((error) => error.startsWith(claim.errors));
  if (counting.length === 0) return { kind: "accepted" };
  const others = rejection.filter((error) => !counting.includes(error));
  const witness = { exchange, sender: flow.sender, rejection: [...counting, ...others] };
  return {
    kind: "witness",
    witness: claim.value === undefined ? witness : { ...witness, value: claim.value },
    reason,
  };
}

/**
 * Routes the request to a server that head still has. A removed server is a finding of its own; other changes
 * are tested on a remaining one.
 */
function rerouted(context: Context, pair: OperationPair, flow: Flow, request: HttpRequest): HttpRequest {
  const receiver: ApiOperation = pair[flow.receiver];
  const [server] = receiver.servers;
  const reaches = !("error" in routeRequest(context[flow.receiver], receiver, request));
  const sameTemplate = pair.base.template.key === pair.head.template.key;
  return reaches || server === undefined || !sameTemplate ? request : { ...request, server };
}

function errorsOf(
  context: Context,
  pair: OperationPair,
  { request, response }: Exchange,
  as: Flow & { revision: Revision; closed: boolean },
): readonly string[] {
  const { revision, receiver, side, view, closed } = as;
  const manner = { view, closed };
  if (side === "request") {
    return known(request.unwritten, checkRequest(context[revision], pair[revision], request, manner));
  }
  if (response === undefined) return [];
  const accept = request.headers.find(([name]) => name === "accept")?.[1];
  const errors = checkResponse(pair[revision], response, manner, revision === receiver ? accept : undefined);
  return known(response.unwritten, errors);
}

/** Marks as unwritten those parts that the claim is not about and whose values the sender would not send. */
function admitted({ side }: Flow, exchange: Exchange, claim: Claim, errors: readonly string[]): Exchange {
  const places = errors.flatMap(
    (error) => /^(?:body|(?:path|query|header|cookie|querystring)\/\S+)(?= )/.exec(error) ?? [],
  );
  const own = claim.errors.trim().split(" ")[0] ?? "";
  if (places.length < errors.length || places.length === 0 || places.includes(own)) return exchange;
  const { request, response } = exchange;
  const mark = <T extends { readonly unwritten?: readonly string[] }>(message: T): T => ({
    ...message,
    unwritten: [...new Set([...(message.unwritten ?? []), ...places])],
  });
  if (side === "request") return { ...exchange, request: mark(request) };
  return response === undefined ? exchange : { ...exchange, response: mark(response) };
}

/** Removes errors about unwritten parts. */
function known(unwritten: readonly string[] = [], errors: readonly string[]): readonly string[] {
  return errors.filter((error) => !unwritten.some((place) => error.startsWith(`${place} `)));
}

/** Returns what a reader must know about a witness. */
function reasonOf({ value, inParameter }: Claim): string | undefined {
  if (inParameter !== true || value === undefined || isAgreed(value)) return undefined;
  return "OpenAPI does not define how values nested in this one are serialized; it is shown in the most common form";
}
