// Finds listed values and branches of a union that base does not have, and pairs corresponding branches.
import type { Json } from "../../document/document.ts";
import { isArray, isObject, refOf } from "../../document/pointer.ts";
import { keywordIn, partAt, type SchemaPart } from "../../containment/schema-part.ts";
import type { Rule } from "../rules/rule.ts";
import type { OwnNotice } from "./described-pair.ts";
import { ruleOf } from "../rules/table.ts";

const branching: readonly (readonly [string, Rule])[] = [
  ["oneOf", ruleOf("one-of")],
  ["anyOf", ruleOf("any-of")],
];

/** Returns notices of listed values, and branches of a union, that base does not have. */
export function gainedValues(base: readonly SchemaPart[], head: readonly SchemaPart[]): OwnNotice[] {
  const unions = branching.flatMap(([keyword, rule]) => gained(base, head, { keyword, rule }, byLength));
  return [...gainedConstants(base, head), ...unions];
}

/** Values that base lists, by `enum` or `const`, and those that head adds to them. */
function gainedConstants(base: readonly SchemaPart[], head: readonly SchemaPart[]): OwnNotice[] {
  const [before, after] = [constantsIn(base), constantsIn(head)];
  if (before === undefined || after === undefined || !byValue(before.values, after.values)) return [];
  const change = { base: [...before.values], head: [...after.values] };
  const pointers = { base: before.pointer, head: after.pointer };
  return [{ rule: ruleOf("enum"), change, pointers }];
}

function constantsIn(
  parts: readonly SchemaPart[],
): { readonly values: readonly Json[]; readonly pointer: string | undefined } | undefined {
  const listed = keywordIn(parts, "enum");
  if (isArray(listed?.value)) return { values: listed.value, pointer: listed.pointer };
  const only = keywordIn(parts, "const");
  return only && { values: [only.value], pointer: only.pointer };
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

/**
 * Pairs the subschemas that may apply to the same value: branches of unions by name, otherwise by position in
 * lists of equal length; those of conditions by keyword, and by the property they depend on.
 */
export function branchPairs(before: readonly SchemaPart[], after: readonly SchemaPart[]) {
  return [...unionPairs(before, after), ...conditionPairs(before, after)];
}

function conditionPairs(before: readonly SchemaPart[], after: readonly SchemaPart[]) {
  const twins = new Map(conditionsIn(before));
  return conditionsIn(after).flatMap(([key, head]) => {
    const base = twins.get(key);
    return base === undefined ? [] : [{ base, head }];
  });
}

function conditionsIn(parts: readonly SchemaPart[]): (readonly [string, SchemaPart])[] {
  return parts.flatMap((part) => {
    if (!isObject(part.schema)) return [];
    const { dependentSchemas } = part.schema;
    const dependent = isObject(dependentSchemas) ? dependentSchemas : {};
    return [
      ...["then", "else"].flatMap((keyword) => {
        const branch = isObject(part.schema) ? part.schema[keyword] : undefined;
        return branch === undefined ? [] : [[keyword, partAt(part, branch, keyword)] as const];
      }),
      ...Object.entries(dependent).map(
        ([name, branch]) =>
          [`dependentSchemas ${name}`, partAt(part, branch ?? true, "dependentSchemas", name)] as const,
      ),
    ];
  });
}

function unionPairs(before: readonly SchemaPart[], after: readonly SchemaPart[]) {
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
