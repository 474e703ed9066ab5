// Finds values of an enum and branches of a union that base does not have, and pairs corresponding branches.
import type { Json } from "../../document/document.ts";
import { isArray, refOf } from "../../document/pointer.ts";
import { keywordIn, partAt, type SchemaPart } from "../../containment/schema-part.ts";
import type { Rule } from "../rules/rule.ts";
import type { OwnNotice } from "./described-pair.ts";
import { ruleOf } from "../rules/table.ts";

const branching: readonly (readonly [string, Rule])[] = [
  ["oneOf", ruleOf("one-of")],
  ["anyOf", ruleOf("any-of")],
];

/** Returns notices of values of an `enum`, and branches of a union, that base does not have. */
export function gainedValues(base: readonly SchemaPart[], head: readonly SchemaPart[]): OwnNotice[] {
  const unions = branching.flatMap(([keyword, rule]) => gained(base, head, { keyword, rule }, byLength));
  return [...gained(base, head, { keyword: "enum", rule: ruleOf("enum") }, byValue), ...unions];
}

function gained(
  base: readonly SchemaPart[],
  head: readonly SchemaPart[],
  { keyword, rule }: { readonly keyword: string; readonly rule: Rule },
  isMore: (before: readonly Json[], after: readonly Json[]) => boolean,
): OwnNotice[] {
  const [before, after] = [keywordIn(base, keyword), keywordIn(head, keyword)];
  if (!isArray(before?.value) || !isArray(after?.value) || !isMore(before.value, after.value)) return [];
  const pointers = { base: before.pointer, head: after.pointer };
  return [{ rule, change: { base: before.value, head: after.value }, pointers }];
}

function byLength(before: readonly Json[], after: readonly Json[]): boolean {
  return after.length > before.length;
}

function byValue(before: readonly Json[], after: readonly Json[]): boolean {
  const known = new Set(before.map((value) => JSON.stringify(value)));
  return after.some((value) => !known.has(JSON.stringify(value)));
}

/** Pairs corresponding branches of unions: by name, otherwise by position in lists of equal length. */
export function branchPairs(before: readonly SchemaPart[], after: readonly SchemaPart[]) {
  return branching.flatMap(([keyword]) => {
    const [base, head] = [branchesIn(before, keyword), branchesIn(after, keyword)];
    return head.flatMap((part, at) => {
      const name = refOf(part.schema);
      const twin =
        name === undefined
          ? base[base.length === head.length ? at : -1]
          : base.find((other) => refOf(other.schema) === name);
      return twin === undefined ? [] : [{ base: twin, head: part }];
    });
  });
}

function branchesIn(parts: readonly SchemaPart[], keyword: string): SchemaPart[] {
  const found = keywordIn(parts, keyword);
  if (!isArray(found?.value)) return [];
  return found.value.map((branch, at) => partAt(found.part, branch, keyword, at));
}
