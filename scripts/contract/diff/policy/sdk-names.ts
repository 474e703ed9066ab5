// `--protect sdk`: generated code uses names, so a removed name breaks programs even if no exchange breaks.
import type { Json } from "../../document/document.ts";
import { childPointer, isArray, isObject, resolvePointer } from "../../document/pointer.ts";
import type { Draft } from "../decide/draft.ts";
import type { OperationPair, Context } from "../decide/context.ts";
import type { Rule } from "../rules/rule.ts";
import { ruleOf } from "../rules/table.ts";

/**
 * Returns changes of the operationIds and tags of an operation: methods, and the classes that contain them.
 */
export function operationNames({ base, head }: OperationPair): Draft[] {
  const [before, after] = [base.source.operation, head.source.operation];
  const pointers = { base: base.source.pointer, head: head.source.pointer };
  const renamed = before["operationId"] !== undefined && before["operationId"] !== after["operationId"];
  const lostTags = listed(before["tags"]).some((tag) => !listed(after["tags"]).includes(tag));
  return [
    ...(renamed
      ? [
          named(
            ruleOf("operation-id"),
            "",
            { base: before["operationId"], head: after["operationId"] },
            pointers,
          ),
        ]
      : []),
    ...(lostTags ? [named(ruleOf("tags"), "", { base: before["tags"], head: after["tags"] }, pointers)] : []),
  ];
}

/** Returns changes of named schemas: types that programs import. */
export function schemaNames({ base, head }: Context): Draft[] {
  const [before, after] = [base, head].map(({ document }) => {
    const schemas = resolvePointer(document.root, "/components/schemas");
    return isObject(schemas) ? Object.keys(schemas) : [];
  });
  return (before ?? [])
    .filter((name) => !(after ?? []).includes(name))
    .map((name) => {
      const pointer = childPointer("/components/schemas", name);
      return named(
        ruleOf("schema-name"),
        `schemas/${name}`,
        { base: name, head: undefined },
        { base: pointer, head: undefined },
      );
    });
}

function named(rule: Rule, place: string, change: Draft["change"], pointers: Draft["pointers"]): Draft {
  return { verdict: "breaking", policy: "sdk", side: "request", place, part: "body", rule, change, pointers };
}

function listed(value: Json | undefined): readonly Json[] {
  return isArray(value) ? value : [];
}
