// Decides values that travel as text without types: `1` and `"1"` are the same, so their texts are compared.
import type { Json } from "../../document/document.ts";
import { isArray } from "../../document/pointer.ts";
import type { Witness } from "../comparison.ts";
import {
  areComparable,
  isSpread,
  parameterSets,
  wireMessages,
  withForeignDelimiter,
} from "../../exchange/wire-message.ts";
import type { WireParameter } from "../../exchange/wire-parameter.ts";
import { wireSchema } from "../../exchange/wire-schema.ts";
import { free, type WholePair } from "../explain/decide-clause.ts";
import { sideOf } from "../../containment/schema-part.ts";
import type { Budget } from "../../containment/budget.ts";
import { search, type SearchResult } from "../../containment/search.ts";
import { confirmExchange } from "./confirm-exchange.ts";
import type { Slot } from "./decide-schemas.ts";
import type { OperationPair, Context } from "./context.ts";

/** A witness, a proof that none exists, or the reason why neither was found. */
export type WireDecision =
  | { readonly kind: "found"; readonly witness: Witness }
  | { readonly kind: "none" }
  | { readonly kind: "undecided"; readonly reason: string };

/** Returns whether the receiver rejects some text that the sender may send. */
export function decideWireForms(
  context: Context,
  pair: OperationPair,
  slot: Slot,
  whole: WholePair,
): WireDecision {
  const results = slot.wire === undefined ? [bodyTexts(whole)] : parameterTexts(slot.wire, whole);
  if (results.every(({ kind }) => kind === "none")) return { kind: "none" };
  const values = results.flatMap((result) =>
    result.kind === "found" ? [valueOf(slot, result.instance)] : [],
  );
  const accepted: Json[] = [];
  for (const value of [...values, ...telltales(whole)]) {
    const confirmed = confirmExchange(context, pair, slot.flow, slot.embed(value), {
      errors: slot.errors,
      value,
    });
    if (confirmed.kind === "witness") return { kind: "found", witness: confirmed.witness };
    if (confirmed.kind === "accepted") accepted.push(value);
  }
  // All texts are accepted, but some are misread.
  for (const value of accepted) {
    const rejection = slot.misread?.(value);
    if (rejection === undefined) continue;
    const witness = { exchange: slot.embed(value), sender: slot.flow.sender, rejection: [rejection], value };
    return { kind: "found", witness };
  }
  return {
    kind: "undecided",
    reason: "types differ, and not all texts that these values travel as can be compared",
  };
}

/** Searches the bodies of forms, XML and plain text: whole values with texts at their leaves. */
function bodyTexts({ walk, sender, receiver }: WholePair): SearchResult {
  return rejected(
    walk.budget,
    wireSchema(walk.sender, sender, "upper"),
    wireSchema(walk.receiver, receiver, "lower"),
  );
}

/** Searches what is under the parameter's name, then objects, which may be under other names. */
function parameterTexts(
  wire: { sender: WireParameter; receiver: WireParameter },
  whole: WholePair,
): SearchResult[] {
  const { walk } = whole;
  const sent = parameterSets(walk.sender, wire.sender, "upper");
  const read = parameterSets(walk.receiver, wire.receiver, "lower");
  const sameStyle = writesObjectsAlike(wire.sender, wire.receiver);
  const objects =
    sent.objects.length === 0
      ? ({ kind: "none" } as const)
      : rejected(
          walk.budget,
          { anyOf: sent.objects },
          { anyOf: [...(sameStyle ? read.objects : []), false] },
        );
  if (!areComparable(wire.sender, wire.receiver)) return [{ kind: "undecided", reason: "" }, objects];
  const several = objects.kind === "none" ? { ...sent, objects: [] } : sent;
  const known = withForeignDelimiter(wire.sender, wire.receiver, several);
  const texts = rejected(
    walk.budget,
    wireMessages(wire.sender, known, "upper", textLimits(wire.sender), wire.receiver),
    wireMessages(wire.receiver, read, "lower", true),
  );
  // If their names are not separate, objects are among the texts; in a path nothing else is possible.
  const isPath = wire.sender.place === "path";
  return isSpread(wire.sender) && (isPath || read.objects.length > 0) ? [texts, objects] : [texts];
}

/**
 * True if both write objects alike: delimiters do not matter to members that travel under names of their own.
 */
function writesObjectsAlike(a: WireParameter, b: WireParameter): boolean {
  if (a.style === b.style) return a.explode === b.explode;
  const named = [a, b].every(({ style, explode }) => explode && style !== "deepObject");
  return named && (a.place === "query" || a.place === "cookie");
}

function textLimits({ place }: WireParameter): Json {
  if (place === "header") return { pattern: "^[!-~]([ -~]*[!-~])?$" };
  return place === "path" ? { minLength: 1, not: { enum: [".", ".."] } } : true;
}

function rejected(budget: Budget, sent: Json, read: Json): SearchResult {
  return search({ accepts: [free(sent)], rejects: [free(read)], budget });
}

/** Returns a value that is serialised as the texts found. */
function valueOf({ wire }: Slot, found: Json): Json {
  if (wire === undefined || !isArray(found)) return found;
  const texts = found.flatMap((one) => (isArray(one) ? one : [one]));
  const [only] = texts;
  return texts.length === 1 && only !== undefined ? only : texts;
}

/** Texts that, alone or as a part, reveal how a reader parses. */
const tellingTexts: readonly Json[] = [
  { type: "string", pattern: "[^0-9.truefalse-]" },
  { type: "string", pattern: "," },
  { type: "string", pattern: "[0-9]" },
  { type: "string", maxLength: 1 },
  { type: "string", minLength: 4 },
  { type: "string", minLength: 20 },
  { type: "number", not: { type: "integer" } },
  { type: "number", exclusiveMaximum: 0 },
  { type: "integer", minimum: 0, maximum: 9 },
  { type: "integer", minimum: 10 },
  { type: "number", minimum: 1_000_000 },
  { type: "boolean" },
];

const tellingValues: readonly Json[] = [
  { type: "array", minItems: 2 },
  { type: "array", minItems: 3, maxItems: 3 },
  { type: "array", minItems: 2, items: { type: "number", minimum: 11 } },
  { type: "number", minimum: 0, not: { type: "integer" } },
  { type: "string", pattern: "[.]" },
  ...[2, 1].flatMap((minItems) => tellingTexts.map((items) => ({ type: "array", minItems, items }))),
  { type: "object", minProperties: 2 },
  { type: "array" },
  { type: "object" },
  ...tellingTexts,
  ...tellingTexts.map((part) => ({ type: "object", minProperties: 1, additionalProperties: part })),
];

/** Yields values that show differences which approximations hide. */
function* telltales({ walk, sender, sendable }: WholePair): Generator<Json> {
  const limits = sendable === undefined ? [] : [free(sendable)];
  for (const one of tellingValues) {
    const result = search({
      accepts: [sideOf(walk.sender, [sender]), ...limits, free(one)],
      rejects: [],
      budget: walk.budget,
    });
    if (result.kind === "found") yield result.instance;
  }
}
