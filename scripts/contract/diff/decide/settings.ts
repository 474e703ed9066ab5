// What all decisions of one comparison share: both documents, the world they are read in, and what was decided before.
import type { CompareOptions, ExchangeSide } from "../comparison.ts";
import type { EqualClosure } from "../equal-closure.ts";
import type { Api, ApiOperation } from "../../exchange/api.ts";
import type { Walk } from "../explain/explain.ts";
import { ExplanationMemo } from "../explain/explanation-memo.ts";
import { Budget } from "../../containment/budget.ts";
import type { Side } from "../../containment/search.ts";
import type { DescribedPairs } from "../notices/described-pair.ts";
import { NeutralValues, type ValuesByText } from "./neutral-value.ts";

export type Revision = "base" | "head";

export interface Settings {
  readonly base: Api;
  readonly head: Api;
  readonly same: EqualClosure;
  /** Whether senders' objects carry declared names only. */
  readonly closed: boolean;
  readonly budget: Budget;
  readonly memos: Map<string, ExplanationMemo>;
  readonly neutral: NeutralValues;
  /** By the side of the exchange and what does not exist in it. */
  readonly described: Map<string, DescribedPairs>;
}

/** What all decisions of one comparison share; `same` is as `equalClosure` says, `values` are those that other comparisons found. */
export function settingsOf(
  base: Api,
  head: Api,
  {
    same,
    options,
    values,
  }: {
    readonly same: EqualClosure;
    readonly options: CompareOptions;
    readonly values?: ValuesByText;
  },
): Settings {
  return {
    base,
    head,
    same,
    closed: options.world !== "open",
    budget: new Budget(options.budget, options.wholeBudget),
    memos: new Map(),
    neutral: new NeutralValues(values),
    described: new Map(),
  };
}

/** One operation in both documents. */
export interface OperationPair {
  readonly base: ApiOperation;
  readonly head: ApiOperation;
}

/** Who sends one half of an exchange, and which properties exist in it. */
export interface Flow {
  readonly side: ExchangeSide;
  readonly sender: Revision;
  readonly receiver: Revision;
  readonly view: Side["view"];
}

/** Clients speak as base says, providers as head says; who calls whom flips in webhooks and callbacks. */
export function flowOf(pair: OperationPair, side: ExchangeSide): Flow {
  const client = (pair.base.caller === "client") === (side === "request");
  return client
    ? { side, sender: "base", receiver: "head", view: "request" }
    : { side, sender: "head", receiver: "base", view: "response" };
}

/** The walk for a flow; those of one comparison share what they find. */
export function walkOf(settings: Settings, flow: Flow): Walk {
  const { same, budget } = settings;
  const key = `${flow.sender} ${flow.view}`;
  const memo = settings.memos.get(key) ?? new ExplanationMemo();
  settings.memos.set(key, memo);
  return {
    sender: { root: settings[flow.sender].document.root, view: flow.view, closed: settings.closed },
    receiver: { root: settings[flow.receiver].document.root, view: flow.view, closed: false },
    same: flow.sender === "base" ? same : (sender, receiver) => same(receiver, sender),
    memo,
    budget,
  };
}

/** What sender and receiver say, as what base and head say. */
export function byRevision<T>(
  flow: Flow,
  said: { readonly sender: T; readonly receiver: T },
): { base: T; head: T } {
  return flow.sender === "base"
    ? { base: said.sender, head: said.receiver }
    : { base: said.receiver, head: said.sender };
}
