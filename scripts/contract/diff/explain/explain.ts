// Finds the smallest demands of a receiver that a sender may violate, by comparing both schemas part by part.
import type { Json } from "../../document/document.ts";
import { isArray, isObject } from "../../document/pointer.ts";
import { keywordsWith, vocabulary } from "../../vocabulary.ts";
import type { Budget } from "../../containment/budget.ts";
import { nodeAt } from "../../containment/schema-node.ts";
import { scopeOf } from "../../containment/scope.ts";
import { search } from "../../containment/search.ts";
import { below, type Clause } from "./clause.ts";
import { type Demand, demandsOf, type KeywordDemand, whole } from "./demands.ts";
import type { ExplainedPair, Item } from "./explained-pair.ts";
import { ExplanationMemo } from "./explanation-memo.ts";
import {
  bare,
  conjuncts,
  keywordIn,
  type Reading,
  type SchemaPart,
  sideOf,
} from "../../containment/schema-part.ts";
import { senderPart } from "./sender-part.ts";
import { unionItems, type UnionWalk } from "./union-items.ts";
import { type Explanation, walkPairs } from "./walk-pairs.ts";

/** The constants of one walk. */
export interface Walk {
  readonly sender: Reading;
  readonly receiver: Reading;
  /**
   * Returns whether one of the sender's schemas and one of the receiver's are textually equal, references
   * included.
   */
  readonly same: (sender: Json, receiver: Json) => boolean;
  /** The cache of this pair of readings. */
  readonly memo: ExplanationMemo;
  readonly budget: Budget;
}

/**
 * Returns the demands of `receiver` that values of the sender's parts may violate. If there are none, the
 * receiver accepts all of them; if there are some, it may not: the sender's parts are approximated from above
 * where that is simpler.
 */
export function explain(walk: Walk, sent: readonly SchemaPart[], read: SchemaPart): Explanation {
  return walkPairs(pairOf(walk, sent, read), walk.budget);
}

/** Steps charged for reading a pair, per demand. */
const pairCost = 1;

function pairOf(walk: Walk, sent: readonly SchemaPart[], read: SchemaPart): ExplainedPair {
  // A reference and its target are one pair, so that a walk around a cycle ends where it began.
  const parts = sent.map((part) => bare(walk.sender.root, part));
  const receiver = bare(walk.receiver.root, read);
  const pair = (): ExplainedPair => {
    const said = conjuncts(walk.sender.root, parts);
    const demands = conjuncts(walk.receiver.root, [receiver])
      .filter((demanded) => !said.some((part) => walk.same(part.schema, demanded.schema)))
      .flatMap((demanded) => demandsOf(walk.receiver, demanded, said, walk.sender));
    walk.budget.spend(pairCost * (1 + demands.length));
    const deeper = said.some(branches) ? opened(walk) : walk;
    if (said.every(saysNothing)) return silent(walk, { parts, said }, receiver, demands).map(asItem);
    return demands.flatMap((demand) => itemsOf({ walk, deeper }, { parts, said }, demand));
  };
  return walk.memo.of(parts, receiver, { budget: walk.budget, read: pair });
}

/**
 * Returns the clauses for a sender that declares nothing and so violates everything: reported once, not once
 * per keyword and level. The whole schema decides which one is reported, since it may declare more.
 */
function silent(walk: Walk, sent: Sent, receiver: SchemaPart, demands: readonly Demand[]): Clause[] {
  const said = [...sent.said];
  return demands.flatMap((demand) => {
    const isStep = demand.kind === "step";
    const demanded: KeywordDemand = isStep
      ? whole(demand.part, firstKeyword(demand.part.schema))
      : { ...demand, kind: "keyword" };
    const clauses = missed(walk, isStep ? [{ schema: true }] : sent.parts, demanded, said);
    return clauses.map((clause) => ({
      ...(isStep ? below(demand.step, clause) : clause),
      silence: { demanded: receiver.schema, depth: isStep ? 1 : 0 },
    }));
  });
}

const firstKeyword = (schema: Json): string =>
  isObject(schema) ? (Object.keys(schema)[0] ?? "$ref") : "$ref";

/**
 * Keywords whose subschemas may or may not apply to the same value, so that their effect on its parts is
 * unknown.
 */
const branching = ["anyOf", "oneOf", "if", "dependentSchemas", "$dynamicRef"];

function branches({ schema }: SchemaPart): boolean {
  return isObject(schema) && branching.some((keyword) => schema[keyword] !== undefined);
}

/** Keywords that demand the same wherever they stand. */
const alone: ReadonlySet<string> = new Set(
  keywordsWith({ diff: "alone" }).filter((keyword) => vocabulary[keyword].kind === "assertion"),
);

const openedWalks = new WeakMap<ExplanationMemo, Walk>();

/**
 * Returns the same walk with the sender read as open. Names are known from every branch: below a branch the
 * wider approximation is that any name may be sent.
 */
function opened(walk: Walk): Walk {
  if (!walk.sender.closed) return walk;
  const open = openedWalks.get(walk.memo) ?? {
    ...walk,
    sender: { ...walk.sender, closed: false },
    memo: new ExplanationMemo(),
  };
  openedWalks.set(walk.memo, open);
  return open;
}

function saysNothing({ schema }: SchemaPart): boolean {
  return schema === true || (isObject(schema) && Object.keys(schema).length === 0);
}

interface Sent {
  readonly parts: readonly SchemaPart[];
  readonly said: readonly SchemaPart[];
}

function itemsOf(at: { readonly walk: Walk; readonly deeper: Walk }, sent: Sent, demand: Demand): Item[] {
  const { walk } = at;
  if (demand.kind === "keyword") return missed(walk, sent.parts, demand, sent.said).map(asItem);
  if (demand.kind === "union") {
    const union: UnionWalk = {
      walk,
      pair: (parts, home) => pairOf(opened(walk), parts, home),
      missed: (demanded, within) => missed(walk, sent.parts, demanded, sent.said, within),
    };
    return unionItems(union, sent, demand);
  }
  const part = senderPart(walk.sender, sent.parts, demand.step);
  if (part === undefined) return [];
  const wrap = (clause: Clause): Clause => below(demand.step, clause);
  let pair: ExplainedPair | undefined;
  return [{ pair: () => (pair ??= pairOf(at.deeper, part, demand.part)), wrap }];
}

const asItem = (clause: Clause): Item => ({ clause });

/** Returns the clause of a demand, unless the sender's schema, examined locally, satisfies it. */
function missed(
  walk: Walk,
  parts: readonly SchemaPart[],
  demand: KeywordDemand,
  said: readonly SchemaPart[] = conjuncts(walk.sender.root, parts),
  within?: SchemaPart,
): Clause[] {
  if (isStated(walk, demand, said)) return [];
  const narrowed = within === undefined ? [] : [{ ...walk.sender, closed: false, ...within }];
  const result = search({
    accepts: [sideOf(walk.sender, parts), ...narrowed],
    rejects: [{ ...walk.receiver, closed: false, schema: demand.schema }],
    budget: walk.budget,
  });
  if (result.kind === "none") return [];
  const same = keywordIn(said, demand.keyword);
  const sender = demand.sender ?? { value: same?.value, pointer: same?.pointer };
  return [
    {
      steps: [],
      demand: demand.schema,
      property: demand.property,
      within: [],
      alternative: false,
      unions: [],
      insteadOf: undefined,
      rule: demand.rule,
      said: { sender: sender.value, receiver: demand.value },
      pointers: { sender: sender.pointer ?? parts[0]?.pointer, receiver: demand.pointer },
    },
  ];
}

/**
 * True if one of the sender's schemas makes the same demand in the same words, so that no search has to prove
 * it.
 */
function isStated({ sender, same }: Walk, { schema, property }: KeywordDemand, said: readonly SchemaPart[]) {
  if (!isObject(schema)) return false;
  const words = Object.keys(schema);
  if (words.length !== 1 || !words.every((word) => alone.has(word) || word === "required")) return false;
  const [word = ""] = words;
  if (word === "required") return property !== undefined && requires(sender, said, property);
  return said.some((part) => isObject(part.schema) && same({ [word]: part.schema[word] }, schema));
}

/** True if one of the sender's schemas requires a property that exists in its view. */
function requires(sender: Reading, said: readonly SchemaPart[], name: string): boolean {
  const scope = scopeOf(sender.root, sender.view);
  return (
    said.some(({ schema }) => {
      const required = isObject(schema) ? schema["required"] : undefined;
      return isArray(required) && required.includes(name);
    }) && said.every(({ schema }) => !nodeAt(scope, schema, "").hidden.has(name))
  );
}
