// Changes of an operation that affect no exchange: deprecations, dates, names and prose.
import type { JsonObject } from "../../document/document.ts";
import type { Operation } from "../../document/operations.ts";
import type { Draft } from "../decide/draft.ts";
import { parameterPairs } from "../decide/parameter-pairs.ts";
import type { OperationPair } from "../decide/context.ts";
import type { Rule } from "../rules/rule.ts";
import { ruleOf } from "../rules/table.ts";

export function operationNotices(pair: OperationPair): Draft[] {
  const [base, head] = [pair.base.source.operation, pair.head.source.operation];
  const pointers = { base: pair.base.source.pointer, head: pair.head.source.pointer };
  const notice = (rule: Rule, place: string, change: Draft["change"]): Draft => ({
    verdict: "notice",
    side: "request",
    place,
    part: "body",
    rule,
    change,
    pointers,
  });
  return [
    ...flagNotices(base, head).map(({ rule, change }) => notice(rule, "", change)),
    ...(base["operationId"] === head["operationId"]
      ? []
      : [notice(ruleOf("operation-id"), "", { base: base["operationId"], head: head["operationId"] })]),
    ...(isReworded(pair) ? [notice(ruleOf("prose"), "", { base: true, head: true })] : []),
    ...parameterPairs(pair).flatMap((parameters) => {
      if (parameters.base === undefined || parameters.head === undefined) return [];
      const { node: before, pointer: basePointer } = parameters.base;
      const { node: after, pointer: headPointer } = parameters.head;
      return flagNotices(before, after).map(({ rule, change }) => ({
        ...notice(rule, `${parameters.place}/${parameters.name}`, change),
        part: "parameter" as const,
        pointers: { base: basePointer, head: headPointer },
      }));
    }),
  ];
}

/** Returns changes of `deprecated` and `x-sunset`, which operations, parameters and schemas may have. */
function flagNotices(base: JsonObject, head: JsonObject): { rule: Rule; change: Draft["change"] }[] {
  const [before, after] = [base["deprecated"] === true, head["deprecated"] === true];
  const dates = { base: base["x-sunset"], head: head["x-sunset"] };
  return [
    ...(before === after ? [] : [{ rule: ruleOf("deprecated"), change: { base: before, head: after } }]),
    ...(dates.base === dates.head ? [] : [{ rule: ruleOf("sunset"), change: dates }]),
  ];
}

/**
 * True if the prose of something in both documents changed: the operation, its parameters, its body, its
 * responses.
 */
function isReworded({ base, head }: OperationPair): boolean {
  const [before, after] = [wordsOf(base.source), wordsOf(head.source)];
  return [...before].some(([key, words]) => after.get(key) !== undefined && after.get(key) !== words);
}

function wordsOf({ operation, parameters, requestBody, responses }: Operation): Map<string, string> {
  const nodes: [string, JsonObject][] = [
    ["", operation],
    ...parameters.map(({ node }): [string, JsonObject] => [JSON.stringify([node["in"], node["name"]]), node]),
    ...(requestBody === undefined ? [] : [["body", requestBody.node] satisfies [string, JsonObject]]),
    ...responses.map(({ status, node }): [string, JsonObject] => [status, node]),
  ];
  return new Map(
    nodes.map(([key, node]) => [key, JSON.stringify([node["summary"] ?? null, node["description"] ?? null])]),
  );
}
