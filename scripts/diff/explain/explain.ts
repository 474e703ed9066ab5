// Finds the smallest demands of a receiver that a sender may miss, by walking down what both sides say about each part.
import type { Json } from "../../document/document.ts";
import { isObject } from "../../document/pointer.ts";
import { search } from "../schema/search.ts";
import { below, type Clause } from "./clause.ts";
import { type Demand, demandsOf, type KeywordDemand, whole } from "./demands.ts";
import type { ExplanationMemo } from "./explanation-memo.ts";
import { bare, conjuncts, keywordIn, type Reading, type SchemaPart, sideOf } from "./schema-part.ts";
import { senderPart } from "./sender-part.ts";
import { unionClauses } from "./union-clauses.ts";

/** What stays the same during one walk. */
export interface Walk {
  readonly sender: Reading;
  readonly receiver: Reading;
  /** Whether a schema of the sender's and one of the receiver's are the same text, references included. */
  readonly same: (sender: Json, receiver: Json) => boolean;
  /** One for each pair of readings. */
  readonly memo: ExplanationMemo;
  readonly budget: number | undefined;
}

/** Deeper than any instance a person reads; what is below is judged as a whole. */
const deepest = 48;

/**
 * The demands of `receiver` that values of the sender's parts may miss. None means that the receiver accepts all of
 * them; some mean that it may not: the sender's parts are taken wider than they are where that is simpler.
 */
export function explain(walk: Walk, sent: readonly SchemaPart[], read: SchemaPart): readonly Clause[] {
  // A reference and what it names are one pair, so that a walk around a circle ends where it began.
  const parts = sent.map((part) => bare(walk.sender.root, part));
  const receiver = bare(walk.receiver.root, read);
  if (walk.memo.depth >= deepest) return missed(walk, parts, whole(receiver, "$ref"));
  return walk.memo.of(parts, receiver, () => {
    const said = conjuncts(walk.sender.root, parts);
    const demands = conjuncts(walk.receiver.root, [receiver])
      .filter((asked) => !said.some((part) => walk.same(part.schema, asked.schema)))
      .flatMap((asked) => demandsOf(walk.receiver, asked, said, walk.sender));
    const clauses: Clause[] = [];
    for (const demand of demands) {
      clauses.push(...explainDemand(walk, { parts, said }, demand));
      // A sender that says nothing misses everything: that is one thing to say, not one for each keyword and level.
      if (clauses.length > 0 && said.every(saysNothing)) break;
    }
    return clauses;
  });
}

function saysNothing({ schema }: SchemaPart): boolean {
  return schema === true || (isObject(schema) && Object.keys(schema).length === 0);
}

function explainDemand(
  walk: Walk,
  sent: { parts: readonly SchemaPart[]; said: readonly SchemaPart[] },
  demand: Demand,
): readonly Clause[] {
  if (demand.kind === "keyword") return missed(walk, sent.parts, demand, sent.said);
  if (demand.kind === "union") {
    const at = {
      walk,
      explain: (parts: readonly SchemaPart[], home: SchemaPart) => explain(walk, parts, home),
      missed: (parts: readonly SchemaPart[], asked: KeywordDemand) => missed(walk, parts, asked),
    };
    return unionClauses(at, sent, demand);
  }
  const part = senderPart(walk.sender, sent.parts, demand.step);
  if (part === undefined) return [];
  return explain(walk, part, demand.part).map((clause) => below(demand.step, clause));
}

/** The clause of a demand, unless the sender's schema, looked at locally, keeps to it. */
function missed(
  walk: Walk,
  parts: readonly SchemaPart[],
  demand: KeywordDemand,
  said: readonly SchemaPart[] = conjuncts(walk.sender.root, parts),
): Clause[] {
  const result = search({
    accepts: [sideOf(walk.sender, parts)],
    refuses: [{ ...walk.receiver, closed: false, schema: demand.schema }],
    ...(walk.budget === undefined ? {} : { budget: walk.budget }),
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
