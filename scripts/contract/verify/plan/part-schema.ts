// Schemas of values that have a certain part which matches a subschema.
import type { Json, JsonObject } from "../../document/document.ts";
import { escapeSegment } from "../../document/pointer.ts";
import type { Step } from "./constraint.ts";

/**
 * Returns the location below a slot: `tags/*`. Map values and array items without a fixed index are `*`,
 * property names `~`.
 */
export function locationBelow(slot: string, steps: readonly Step[]): string {
  return [slot, ...steps.map(stepText)].join("/");
}

function stepText(step: Step): string {
  if (step.kind === "property") return escapeSegment(step.name);
  if (step.kind === "item") return String(step.index);
  return step.kind === "names" ? "(name)" : "*";
}

/** Returns the schema of values whose part at `steps` matches `inner`. */
export function having(steps: readonly Step[], inner: Json): Json {
  return steps.reduceRight<Json>((schema, step) => across(step, schema), inner);
}

function across(step: Step, inner: Json): JsonObject {
  switch (step.kind) {
    case "property":
      return { type: "object", required: [step.name], properties: { [step.name]: inner } };
    case "matching":
      return {
        type: "object",
        minProperties: 1,
        patternProperties: { [step.pattern]: inner },
        additionalProperties: false,
      };
    case "others":
      return others(step, inner);
    case "names":
      return { type: "object", minProperties: 1, propertyNames: inner };
    case "item":
      return { type: "array", minItems: step.index + 1, prefixItems: [...anything(step.index), inner] };
    case "items":
      return { type: "array", minItems: step.after + 1, prefixItems: anything(step.after), items: inner };
  }
}

/** Requires at least one member other than the listed ones. */
function others(
  { names, patterns }: { readonly names: readonly string[]; readonly patterns: readonly string[] },
  inner: Json,
): JsonObject {
  return {
    type: "object",
    properties: Object.fromEntries(names.map((name) => [name, true])),
    patternProperties: Object.fromEntries(patterns.map((pattern) => [pattern, true])),
    additionalProperties: inner,
    ...(names.length === 0 && patterns.length === 0
      ? { minProperties: 1 }
      : {
          not: {
            propertyNames: { anyOf: [{ enum: [...names, ""] }, ...patterns.map((pattern) => ({ pattern }))] },
          },
        }),
  };
}

function anything(count: number): Json[] {
  return Array.from({ length: count }, () => true);
}
