// Expands a literal into a formula for values of one JSON type. The only module that translates keywords into
// logic.
import type { JsonObject } from "../document/document.ts";
import { overlapsOf } from "./branch-overlaps.ts";
import { dependentSchemas } from "./expand-object.ts";
import { type Disjointness, foreignPart, ownAssertions, typeFit } from "./expand-own.ts";
import { type Assertion, multipleOf } from "./expand-scalar.ts";
import { unevaluatedFormula, unevaluatedKeyword } from "./expand-unevaluated.ts";
import {
  accepting,
  all,
  any,
  alwaysFalse,
  type Formula,
  type JsonType,
  type Literal,
  literal,
  rejecting,
  alwaysTrue,
} from "./formula.ts";
import { keywordsOf, type Keywords } from "./keywords.ts";
import { declared, named } from "./known-names.ts";
import { inPlace, referred, type SchemaNode } from "./schema-node.ts";

/** Returns the formula of a literal for values of `type`. */
export function expand(asserted: Literal, type: JsonType, disjoint: Disjointness): Formula {
  const { node, sign, group } = asserted;
  const { schema } = node;
  if (asserted.namesOnly) return all(named([node], type, group, asserted.namesOnly));
  if (typeof schema === "boolean") return schema === sign ? all(declared(node, type, group)) : alwaysFalse;
  const keywords = keywordsOf(schema);
  const fit = typeFit(keywords.types, type);
  if (fit === "no") return sign ? alwaysFalse : alwaysTrue;
  const doubt = foreignPart(node, keywords);
  if (doubt) return { is: "doubtful", doubt };
  const unevaluated = unevaluatedKeyword(keywords, type);
  if (unevaluated) return unevaluatedFormula({ node, sign, group }, unevaluated, type, disjoint);
  const assertions = [
    ...(fit === "integer" ? [multipleOf(1)] : []),
    ...ownAssertions(node, keywords, type, group),
    ...applicators(node, keywords, type, group, disjoint),
  ];
  if (!sign) return any(assertions.map(({ fails }) => fails));
  return all([...assertions.map(({ holds }) => holds), ...declared(node, type, group)]);
}

function applicators(
  node: SchemaNode,
  keywords: Keywords,
  type: JsonType,
  group: number,
  disjoint: Disjointness,
): Assertion[] {
  const { words, lists, single } = keywords;
  const each = (name: "allOf" | "anyOf" | "oneOf"): SchemaNode[] =>
    (lists[name] ?? []).map((schema, at) => inPlace(node, schema, `${name}/${at}`));
  const assertions = each("allOf").map((part) => both(part, group));
  const target = words.$ref === undefined ? undefined : referred(node, words.$ref);
  if (target) assertions.push(both(target, group));
  if (lists.anyOf) {
    const of = each("anyOf");
    assertions.push({
      holds: any(of.map((part) => literal(accepting(part, group)))),
      fails: all(of.map((part) => literal(rejecting(part)))),
    });
  }
  if (lists.oneOf) assertions.push(exactlyOne(each("oneOf"), type, group, disjoint));
  if (single.not !== undefined) {
    const part = inPlace(node, single.not, "not");
    assertions.push({ holds: literal(rejecting(part)), fails: literal(accepting(part, 0)) });
  }
  if (single.if !== undefined) assertions.push(conditional(node, keywords, single.if, group));
  if (type === "object") for (const one of dependentSchemas(node, keywords, group)) assertions.push(one);
  return assertions;
}

const both = (node: SchemaNode, group: number): Assertion => ({
  holds: literal(accepting(node, group)),
  fails: literal(rejecting(node)),
});

/** Expands `oneOf`: alternatives known to be disjoint need no mutual exclusion. */
function exactlyOne(
  of: readonly SchemaNode[],
  type: JsonType,
  group: number,
  disjoint: Disjointness,
): Assertion {
  const overlaps = overlapsOf(of, type, disjoint);
  const accepted = (at: number): Formula => literal(accepting(of[at]!, 0));
  const pairs = overlaps.flatMap((others, at) =>
    others.filter((other) => other > at).map((other) => all([accepted(at), accepted(other)])),
  );
  const one = of.map((part, at) =>
    all([literal(accepting(part, group)), ...overlaps[at]!.map((other) => literal(rejecting(of[other]!)))]),
  );
  const none = all(of.map((part) => literal(rejecting(part))));
  return { holds: any(one), fails: any([none, ...pairs]) };
}

function conditional(
  node: SchemaNode,
  { single }: Keywords,
  condition: boolean | JsonObject,
  group: number,
): Assertion {
  const test = inPlace(node, condition, "if");
  const cases = (["then", "else"] as const).map((name) => {
    const outcome = inPlace(node, single[name] ?? true, name);
    const guard = literal(name === "then" ? accepting(test, 0) : rejecting(test));
    return {
      holds: all([guard, literal(accepting(outcome, group))]),
      fails: all([guard, literal(rejecting(outcome))]),
    };
  });
  if (single.then === undefined && single.else === undefined)
    return { holds: alwaysTrue, fails: alwaysFalse };
  return { holds: any(cases.map(({ holds }) => holds)), fails: any(cases.map(({ fails }) => fails)) };
}
