// Decides one pair of schemas in an exchange: finds violated demands, embeds a value in a full exchange,
// confirms it.
import type { Json } from "../../document/document.ts";
import type { Exchange } from "../../exchange/http.ts";
import { type Clause, isInside, isSameSilence, locationOf } from "../explain/clause.ts";
import { decideClause, type WholePair } from "../explain/decide-clause.ts";
import { explain } from "../explain/explain.ts";
import type { WireParameter } from "../../exchange/wire-parameter.ts";
import type { SchemaPart } from "../../containment/schema-part.ts";
import type { ChangeContext } from "../rules/rule.ts";
import type { SearchResult } from "../../containment/search.ts";
import { unconfirmed } from "./claimed-draft.ts";
import { confirmExchange } from "./confirm-exchange.ts";
import type { Draft } from "./draft.ts";
import { byRevision, type Flow, type OperationPair, type Context, walkOf } from "./context.ts";
import { decideWireForms } from "./wire-forms.ts";
import { ruleFor, ruleOf } from "../rules/table.ts";

/** A location in an exchange that a schema describes on both sides. */
export interface Slot {
  readonly flow: Flow;
  /** `body`, `query/limit`, `200/header/etag`. */
  readonly place: string;
  readonly part: ChangeContext["part"];
  /** Prefix of errors about it. */
  readonly errors: string;
  readonly sender: SchemaPart;
  readonly receiver: SchemaPart;
  /** True if values travel as text without types, so that `1` and `"1"` are the same. */
  readonly text: boolean;
  /** The parameters, or response headers, that carry the values. */
  readonly wire?: { readonly sender: WireParameter; readonly receiver: WireParameter };
  readonly sendable: Json | undefined;
  /** Returns the value its receiver reads for a parameter's value, if it accepts and misreads it. */
  readonly misread?: (value: Json) => string | undefined;
  /** Returns the exchange that contains a value. */
  embed(value: Json): Exchange;
}

/**
 * Number of demands from which the whole schemas are compared first: if that proves them compatible, no
 * demand is decided by itself. Schemas that refer to each other have a demand for every union on every way.
 */
const manyClauses = 4;

/** Returns the findings for a slot, one for each smallest location and rule. */
export function decideSchemas(context: Context, pair: OperationPair, slot: Slot): Draft[] {
  const walk = walkOf(context, slot.flow);
  if (walk.same(slot.sender.schema, slot.receiver.schema)) return [];
  if (walk.budget.isSpent) {
    walk.budget.noteCut();
    return [];
  }
  const whole: WholePair = { walk, sender: slot.sender, receiver: slot.receiver, sendable: slot.sendable };
  const { clauses, isCut } = explain(walk, [slot.sender], slot.receiver);
  const early = clauses.length < manyClauses ? undefined : decideClause(whole, wholeClause(slot), []);
  if (early?.kind === "none") return [];
  const drafts = new Map<string, Draft>();
  const held: Clause[] = [];
  for (const clause of clauses) {
    // The remaining ones are reported with their operation, and not one by one.
    if (context.budget.isSpent) {
      context.budget.noteCut();
      return [...drafts.values()];
    }
    const key = `${locationOf(clause)} ${clause.rule.id}`;
    const known = drafts.get(key);
    if (held.some((inner) => isInside(inner, clause) || isSameSilence(inner, clause))) continue;
    if (known?.verdict === "breaking") {
      // Already reported for another alternative: the union as a whole need not be.
      held.push(clause);
      continue;
    }
    const result = decideClause(whole, clause, clauses);
    const draft = draftFor(context, pair, slot, whole, { clause, result });
    if (draft === undefined) continue;
    held.push(clause);
    if (known === undefined || draft.verdict === "breaking") drafts.set(key, draft);
  }
  const said = [...drafts.values()];
  if (!said.some(({ verdict }) => verdict === "breaking"))
    return asWhole(context, pair, slot, whole, { said, early });
  if (isCut) context.budget.noteCut();
  return said;
}

/**
 * Returns the findings if no single demand shows a break: the comparison of the whole schemas overrides the
 * doubts at single locations and covers what no demand expresses.
 */
function asWhole(
  context: Context,
  pair: OperationPair,
  slot: Slot,
  whole: WholePair,
  { said, early }: { said: readonly Draft[]; early: SearchResult | undefined },
): Draft[] {
  if (context.budget.isSpent) {
    context.budget.noteCut();
    return [...said];
  }
  const clause = wholeClause(slot);
  const result = early ?? decideClause(whole, clause, []);
  if (result.kind === "none") return said.filter(({ verdict }) => verdict !== "undecided");
  const draft = draftFor(context, pair, slot, whole, { clause, result });
  // Without a proof for the whole schemas nothing is compatible, whatever the single locations give.
  if (said.length === 0) return draft === undefined ? [] : [draft];
  return draft?.verdict === "breaking" ? [...said, draft] : [...said];
}

function wholeClause({ sender, receiver }: Slot): Clause {
  return {
    steps: [],
    demand: receiver.schema,
    property: undefined,
    within: [],
    alternative: false,
    unions: [],
    insteadOf: undefined,
    rule: ruleFor("$ref"),
    said: { sender: sender.schema, receiver: receiver.schema },
    pointers: { sender: sender.pointer, receiver: receiver.pointer },
  };
}

/** Returns the finding for what a search gave for a demand. */
function draftFor(
  context: Context,
  pair: OperationPair,
  slot: Slot,
  whole: WholePair,
  { clause, result }: { clause: Clause; result: SearchResult },
): Draft | undefined {
  if (result.kind === "none") return undefined;
  if (result.kind === "undecided")
    return tooLargeDraft(slot, clause, result) ?? undecided(slot, clause, reasonOf(result));
  const exchange = slot.embed(result.instance);
  const confirmed = confirmExchange(context, pair, slot.flow, exchange, {
    errors: slot.errors,
    value: result.instance,
    inParameter: slot.part !== "body" && slot.text,
  });
  if (confirmed.kind === "witness") {
    const { witness } = confirmed;
    const known = confirmed.reason === undefined ? {} : { reason: confirmed.reason };
    // A map's schema promises its values; only undeclared names that might be present count less.
    if (!result.restsOnExplicitOpenness || isInMap(clause) || !context.closed) {
      return { ...draftOf(slot, clause), verdict: "breaking", witness, ...known };
    }
    const reason = "shown only with properties that additionalProperties allows without naming them";
    return { ...draftOf(slot, clause), verdict: "notice", witness, reason };
  }
  if (confirmed.kind === "accepted" && slot.text) {
    const wire = decideWireForms(context, pair, slot, whole);
    if (wire.kind === "none") return undefined;
    if (wire.kind === "found")
      return { ...draftOf(slot, clause), verdict: "breaking", witness: wire.witness };
    return undecided(slot, clause, wire.reason);
  }
  const errors = confirmed.kind === "accepted" ? ["it was accepted"] : confirmed.errors;
  return undecided(slot, clause, unconfirmed(errors));
}

/** True if the violated demand is a map's constraint on the values of unlisted names. */
function isInMap({ steps, rule, said }: Clause): boolean {
  return (
    steps.some(({ kind }) => kind === "others" || kind === "matching") ||
    (rule === ruleOf("unevaluated-properties") && said.receiver !== false)
  );
}

/** Returns a break whose witness certainly exists and is shown with its oversized parts shortened. */
function tooLargeDraft(
  slot: Slot,
  clause: Clause,
  { recipe, instance, reason }: Undecided,
): Draft | undefined {
  if (recipe === undefined || instance === undefined) return undefined;
  const { request, response } = slot.embed(instance);
  const cut = { unwritten: [slot.errors.trim()] };
  const exchange: Exchange =
    response === undefined
      ? { request: { ...request, ...cut } }
      : { request, response: { ...response, ...cut } };
  const rejection = [`${slot.errors.trim()} ${reason}`];
  const witness = { exchange, sender: slot.flow.sender, rejection, value: instance };
  return { ...draftOf(slot, clause), verdict: "breaking", witness, reason };
}

type Undecided = Extract<SearchResult, { kind: "undecided" }>;

function reasonOf(result: Extract<SearchResult, { kind: "undecided" }>): string {
  return result.keyword === undefined ? result.reason : `${result.keyword}: ${result.reason}`;
}

function undecided(slot: Slot, clause: Clause, reason: string): Draft {
  return { ...draftOf(slot, clause), verdict: "undecided", reason };
}

function draftOf(slot: Slot, clause: Clause): Omit<Draft, "verdict"> {
  const inside = locationOf(clause);
  return {
    side: slot.flow.side,
    place: inside === "" ? slot.place : `${slot.place}/${inside}`,
    part: slot.part === "body" && inside !== "" ? "property" : slot.part,
    rule: clause.rule,
    change: byRevision(slot.flow, clause.said),
    pointers: byRevision(slot.flow, {
      sender: clause.pointers.sender ?? slot.sender.pointer,
      receiver: clause.pointers.receiver ?? slot.receiver.pointer,
    }),
  };
}
