// Expands the keywords about arrays, asserted and negated.
import { type Assertion, sizeAssertions } from "./expand-scalar.ts";
import { accepting, any, alwaysFalse, type Formula, type ItemLayer, rejecting } from "./formula.ts";
import type { Keywords } from "./keywords.ts";
import { inner, type SchemaNode } from "./schema-node.ts";

/** Returns the assertions about an array, except `unevaluatedItems`. */
export function arrayAssertions(node: SchemaNode, keywords: Keywords, group: number): Assertion[] {
  const { numbers, single, uniqueItems } = keywords;
  const assertions = sizeAssertions(numbers.minItems, numbers.maxItems);
  const layer = itemLayer(node, keywords, group);
  if (layer) assertions.push({ holds: { is: "items", layer }, fails: any([...misfits(layer)]) });
  if (single.contains !== undefined) {
    assertions.push(containsAssertion(inner(node, single.contains, "contains"), numbers));
  }
  if (uniqueItems) {
    assertions.push({ holds: { is: "distinct", holds: true }, fails: { is: "distinct", holds: false } });
  }
  return assertions;
}

/** Returns `prefixItems` and `items` as one layer. */
export function itemLayer(
  node: SchemaNode,
  { lists, single }: Keywords,
  group: number,
): ItemLayer | undefined {
  const { prefixItems } = lists;
  const { items } = single;
  if (!prefixItems && items === undefined) return undefined;
  return {
    prefix: (prefixItems ?? []).map((schema, at) =>
      accepting(inner(node, schema, `prefixItems/${at}`), group),
    ),
    rest: items === undefined ? undefined : accepting(inner(node, items, "items"), group),
  };
}

function* misfits({ prefix, rest }: ItemLayer): Generator<Formula> {
  for (const [at, { node }] of prefix.entries()) {
    if (node.schema !== true) yield { is: "item", at, literal: rejecting(node) };
  }
  if (rest && rest.node.schema !== true) {
    yield { is: "someItem", from: prefix.length, literal: rejecting(rest.node) };
  }
}

/** Expands `contains` with its counts; its schema is read as written, not closed. */
function containsAssertion(
  node: SchemaNode,
  { minContains = 1, maxContains = Infinity }: Keywords["numbers"],
): Assertion {
  const literal = accepting(node, 0);
  const count = (min: number, max: number): Formula =>
    min > max ? alwaysFalse : { is: "count", literal, min, max };
  const tooFew = minContains > 0 ? [count(0, minContains - 1)] : [];
  const tooMany = maxContains < Infinity ? [count(maxContains + 1, Infinity)] : [];
  return { holds: count(minContains, maxContains), fails: any([...tooFew, ...tooMany]) };
}
