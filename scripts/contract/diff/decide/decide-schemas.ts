// Decides one pair of schemas where values travel: finds what is missed, embeds it in a whole exchange, confirms it.
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
import { byRevision, type Flow, type OperationPair, type Settings, walkOf } from "./settings.ts";
import { decideWireForms } from "./wire-forms.ts";
import { ruleFor, ruleOf } from "../rules/table.ts";

/** A place in an exchange that a schema describes on both sides. */
export interface Slot {
  readonly flow: Flow;
  /** `body`, `query/limit`, `200/header/etag`. */
  readonly place: string;
  readonly part: ChangeContext["part"];
  /** How errors about it begin. */
  readonly errors: string;
  readonly sender: SchemaPart;
  readonly receiver: SchemaPart;
  /** Whether values travel as text without types, so that `1` and `"1"` are one. */
  readonly text: boolean;
  /** The parameters, or headers of a response, that the values are of. */
  readonly wire?: { readonly sender: WireParameter; readonly receiver: WireParameter };
  readonly sendable: Json | undefined;
  /** What its receiver takes a parameter's value for, where it accepts it and takes it for another. */
  readonly misread?: (value: Json) => string | undefined;
  /** The exchange around a value. */
  embed(value: Json): Exchange;
}

/** Findings for a slot, one for each smallest place and rule. */
export function decideSchemas(settings: Settings, pair: OperationPair, slot: Slot): Draft[] {
  const walk = walkOf(settings, slot.flow);
  if (walk.same(slot.sender.schema, slot.receiver.schema)) return [];
  const whole: WholePair = { walk, sender: slot.sender, receiver: slot.receiver, sendable: slot.sendable };
  const { clauses, isCut } = explain(walk, [slot.sender], slot.receiver);
  const drafts = new Map<string, Draft>();
  const held: Clause[] = [];
  for (const clause of clauses) {
    // Those left over are told with their operation, and not one by one.
    if (settings.budget.isSpent) {
      settings.budget.noteCut();
      return [...drafts.values()];
    }
    const key = `${locationOf(clause)} ${clause.rule.id}`;
    const known = drafts.get(key);
    if (held.some((inner) => isInside(inner, clause) || isSameSilence(inner, clause))) continue;
    if (known?.verdict === "breaking") {
      // Said already, of another alternative: the union as a whole need not be.
      held.push(clause);
      continue;
    }
    const draft = decideOne(settings, pair, slot, whole, clause, clauses);
    if (draft === undefined) continue;
    held.push(clause);
    if (known === undefined || draft.verdict === "breaking") drafts.set(key, draft);
  }
  const said = [...drafts.values()];
  if (!said.some(({ verdict }) => verdict === "breaking")) return asWhole(settings, pair, slot, whole, said);
  if (isCut) settings.budget.noteCut();
  return said;
}

/**
 * What is said when no single demand shows a break: the schemas as wholes have the last word, on doubts that their
 * places leave as well as on what no demand speaks of.
 */
function asWhole(
  settings: Settings,
  pair: OperationPair,
  slot: Slot,
  whole: WholePair,
  said: readonly Draft[],
): Draft[] {
  if (settings.budget.isSpent) {
    settings.budget.noteCut();
    return [...said];
  }
  const clause = wholeClause(slot);
  const result = decideClause(whole, clause, []);
  if (result.kind === "none") return said.filter(({ verdict }) => verdict !== "undecided");
  const draft = decideOne(settings, pair, slot, whole, clause, []);
  // Without a proof from the wholes nothing is compatible, whatever the places come to.
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

function decideOne(
  settings: Settings,
  pair: OperationPair,
  slot: Slot,
  whole: WholePair,
  clause: Clause,
  clauses: readonly Clause[],
): Draft | undefined {
  const result = decideClause(whole, clause, clauses);
  if (result.kind === "none") return undefined;
  if (result.kind === "undecided")
    return tooLargeDraft(slot, clause, result) ?? undecided(slot, clause, reasonOf(result));
  const exchange = slot.embed(result.instance);
  const confirmed = confirmExchange(settings, pair, slot.flow, exchange, {
    errors: slot.errors,
    value: result.instance,
    inParameter: slot.part !== "body" && slot.text,
  });
  if (confirmed.kind === "witness") {
    const { witness } = confirmed;
    const known = confirmed.reason === undefined ? {} : { reason: confirmed.reason };
    // A map's own values are what its schema promises; only names that merely might be there count less.
    if (!result.restsOnExplicitOpenness || isInMap(clause) || !settings.closed) {
      return { ...draftOf(slot, clause), verdict: "breaking", witness, ...known };
    }
    const reason = "shown only with properties that additionalProperties allows without naming them";
    return { ...draftOf(slot, clause), verdict: "notice", witness, reason };
  }
  if (confirmed.kind === "accepted" && slot.text) {
    const wire = decideWireForms(settings, pair, slot, whole);
    if (wire.kind === "none") return undefined;
    if (wire.kind === "found")
      return { ...draftOf(slot, clause), verdict: "breaking", witness: wire.witness };
    return undecided(slot, clause, wire.reason);
  }
  const errors = confirmed.kind === "accepted" ? ["it was accepted"] : confirmed.errors;
  return undecided(slot, clause, unconfirmed(errors));
}

/** Whether what is missed is what a map asks of the values of names that are not listed. */
function isInMap({ steps, rule, said }: Clause): boolean {
  return (
    steps.some(({ kind }) => kind === "others" || kind === "matching") ||
    (rule === ruleOf("unevaluated-properties") && said.receiver !== false)
  );
}

/** A break whose witness is there for certain, and is shown with what is too large in it cut short. */
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
  const refusal = [`${slot.errors.trim()} ${reason}`];
  const witness = { exchange, sender: slot.flow.sender, refusal, value: instance };
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
