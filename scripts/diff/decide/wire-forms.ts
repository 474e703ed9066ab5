// Decides values that travel as text without types: `1` and `"1"` are one, so their texts are compared.
import type { Json } from "../../document/document.ts";
import type { Witness } from "../comparison.ts";
import { wireSchema, wireSchemaOfLists } from "../exchange/wire-schema.ts";
import type { WholePair } from "../explain/decide-clause.ts";
import { free } from "../explain/decide-clause.ts";
import { search } from "../schema/search.ts";
import { confirmExchange } from "./confirm-exchange.ts";
import type { Slot } from "./decide-schemas.ts";
import type { OperationPair, Settings } from "./settings.ts";

export type WireDecision =
  | { readonly kind: "found"; readonly witness: Witness }
  | { readonly kind: "none" }
  | { readonly kind: "undecided"; readonly reason: string };

/** Whether some text that the sender may send is refused by the receiver. */
export function decideWireForms(
  settings: Settings,
  pair: OperationPair,
  slot: Slot,
  whole: WholePair,
): WireDecision {
  const { walk } = whole;
  const sent = wireSchema(walk.sender, whole.sender);
  const asked = slot.lists
    ? wireSchemaOfLists(walk.receiver, whole.receiver)
    : wireSchema(walk.receiver, whole.receiver);
  if (sent === undefined || asked === undefined) {
    return {
      kind: "undecided",
      reason: "types differ, and the texts these values travel as cannot be compared",
    };
  }
  const result = search({
    accepts: [
      { ...walk.sender, schema: sent },
      ...(whole.sendable === undefined ? [] : [free(whole.sendable)]),
    ],
    refuses: [{ ...walk.receiver, schema: asked }],
    ...(walk.budget === undefined ? {} : { budget: walk.budget }),
  });
  if (result.kind === "none") return result;
  if (result.kind === "undecided") return { kind: "undecided", reason: result.reason };
  return confirmed(settings, pair, slot, result.instance);
}

function confirmed(settings: Settings, pair: OperationPair, slot: Slot, value: Json): WireDecision {
  const exchange = slot.embed(value);
  const confirmation = confirmExchange(settings, pair, slot.flow, exchange, { errors: slot.errors, value });
  if (confirmation.kind === "witness") return { kind: "found", witness: confirmation.witness };
  return { kind: "undecided", reason: "an example was found among the texts and could not be confirmed" };
}
