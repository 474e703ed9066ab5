// The context shared by all decisions of one comparison: both documents, options, and earlier results.
import type { CompareOptions, ExchangeSide } from "../comparison.ts";
import type { EqualClosure } from "../equal-closure.ts";
import type { Api, ApiOperation } from "../../exchange/api.ts";
import type { Walk } from "../explain/explain.ts";
import { ExplanationMemo } from "../explain/explanation-memo.ts";
import { Budget } from "../../containment/budget.ts";
import type { Side } from "../../containment/search.ts";
import type { DescribedPairs } from "../notices/described-pair.ts";
import { NeutralValues, type ValuesByStructure } from "./neutral-value.ts";

/** One of the two compared documents. */
export type Revision = "base" | "head";

/** What all decisions of one comparison share. */
export interface Context {
  readonly base: Api;
  readonly head: Api;
  readonly same: EqualClosure;
  /** Whether senders' objects have declared names only. */
  readonly closed: boolean;
  readonly budget: Budget;
  readonly memos: Map<string, ExplanationMemo>;
  readonly neutral: NeutralValues;
  /** By the side of the exchange and the properties hidden in it. */
  readonly described: Map<string, DescribedPairs>;
}

/**
 * Returns the context of one comparison; `same` as of `equalClosure`, `values` as found by other comparisons.
 */
export function contextOf(
  base: Api,
  head: Api,
  {
    same,
    options,
    values,
  }: {
    readonly same: EqualClosure;
    readonly options: CompareOptions;
    readonly values?: ValuesByStructure;
  },
): Context {
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

/** The sender of one half of an exchange, and which properties exist in it. */
export interface Flow {
  readonly side: ExchangeSide;
  readonly sender: Revision;
  readonly receiver: Revision;
  readonly view: Side["view"];
}

/**
 * Returns the flow: clients follow base, providers follow head; webhooks and callbacks reverse who calls
 * whom.
 */
export function flowOf(pair: OperationPair, side: ExchangeSide): Flow {
  const client = (pair.base.caller === "client") === (side === "request");
  return client
    ? { side, sender: "base", receiver: "head", view: "request" }
    : { side, sender: "head", receiver: "base", view: "response" };
}

/** Returns the walk for a flow; the walks of one comparison share their results. */
export function walkOf(context: Context, flow: Flow): Walk {
  const { same, budget } = context;
  const key = `${flow.sender} ${flow.view}`;
  const memo = context.memos.get(key) ?? new ExplanationMemo();
  context.memos.set(key, memo);
  return {
    sender: { root: context[flow.sender].document.root, view: flow.view, closed: context.closed },
    receiver: { root: context[flow.receiver].document.root, view: flow.view, closed: false },
    same: flow.sender === "base" ? same : (sender, receiver) => same(receiver, sender),
    memo,
    budget,
  };
}

/** Maps sender and receiver to base and head. */
export function byRevision<T>(
  flow: Flow,
  said: { readonly sender: T; readonly receiver: T },
): { base: T; head: T } {
  return flow.sender === "base"
    ? { base: said.sender, head: said.receiver }
    : { base: said.receiver, head: said.sender };
}
