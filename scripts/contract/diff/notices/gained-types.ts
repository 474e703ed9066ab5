// Proves that a request accepts values of a type that base accepted none of: `type: string` that became
// `type: [string, integer]`.
import { sideOf } from "../../containment/schema-part.ts";
import { search } from "../../containment/search.ts";
import { free } from "../explain/decide-clause.ts";
import { schemaAlong } from "../explain/location.ts";
import { type Context, flowOf, type OperationPair } from "../decide/context.ts";
import { decideBody } from "../decide/decide-body.ts";
import { decideParameters } from "../decide/decide-parameters.ts";
import { decideResponses } from "../decide/decide-responses.ts";
import type { Draft } from "../decide/draft.ts";
import { NeutralValues } from "../decide/neutral-value.ts";
import { schemaOfType } from "./accepted-types.ts";
import type { DescribedLocation } from "./content-notices.ts";
import type { SchemaNotice } from "./schema-notices.ts";

/** Returns whether a notice holds: one of gained types only if there is a proof. */
export function isGained(
  context: Context,
  pair: OperationPair,
  described: DescribedLocation,
  notice: SchemaNotice,
): boolean {
  if (notice.gained === undefined) return true;
  if (context.budget.isSpent) {
    context.budget.noteCut();
    return false;
  }
  return described.text
    ? isGainedAsText(context, pair, described, notice)
    : isGainedAsJson(context, pair, described, notice);
}

/** True if head has a value with one of the types at this location, and base has none. */
function isGainedAsJson(
  { closed, budget }: Context,
  pair: OperationPair,
  { side, base, head }: DescribedLocation,
  { steps, gained = [] }: SchemaNotice,
): boolean {
  const { view } = flowOf(pair, side);
  const [before, after] = [
    sideOf({ root: pair.base.root, view, closed: false }, [base]),
    sideOf({ root: pair.head.root, view, closed }, [head]),
  ];
  return gained.some((type) => {
    // Without a part at the location, the schema along the path would hold.
    const rejects = [free(schemaAlong(steps, { not: schemaOfType(type) }))];
    return (
      search({ accepts: [after], rejects, budget }).kind === "found" &&
      search({ accepts: [before], rejects, budget }).kind === "none"
    );
  });
}

/** True if the way back, from head to base, breaks here by type: a text that only head accepts. */
function isGainedAsText(
  context: Context,
  pair: OperationPair,
  { side, place, part }: DescribedLocation,
  notice: SchemaNotice,
): boolean {
  const whole = notice.place === "" ? place : `${place}/${notice.place}`;
  return wayBack(context, pair, part === "parameter" ? part : side).some(
    (draft) =>
      draft.side === side &&
      draft.place === whole &&
      draft.verdict === "breaking" &&
      textual.has(draft.rule.id),
  );
}

const textual: ReadonlySet<string> = new Set(["type", "enum", "const", "any-of", "one-of", "schema"]);

const waysBack = new WeakMap<OperationPair, Map<string, readonly Draft[]>>();

/** Returns the findings about parameters, bodies or responses of the same operation from head to base. */
function wayBack(
  context: Context,
  pair: OperationPair,
  of: "parameter" | "request" | "response",
): readonly Draft[] {
  const found = waysBack.get(pair) ?? new Map<string, readonly Draft[]>();
  waysBack.set(pair, found);
  let drafts = found.get(of);
  if (drafts === undefined) {
    const { base, head, same } = context;
    const back: Context = {
      ...context,
      base: head,
      head: base,
      same: (one, other) => same(other, one),
      memos: new Map(),
      neutral: new NeutralValues(),
      described: new Map(),
    };
    const decide = { parameter: decideParameters, request: decideBody, response: decideResponses }[of];
    found.set(of, (drafts = decide(back, { base: pair.head, head: pair.base })));
  }
  return drafts;
}
