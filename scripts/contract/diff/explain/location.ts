// Steps from the root of an instance to a part of it, and the schema that speaks about that part only.
import { escapeSegment, isArray, isObject } from "../../document/pointer.ts";
import type { Json, JsonObject } from "../../document/document.ts";

/** One step into an instance. `others` are the members that `names` and `patterns` leave over. */
export type Step =
  | { readonly kind: "property"; readonly name: string }
  | { readonly kind: "matching"; readonly pattern: string }
  | { readonly kind: "others"; readonly names: readonly string[]; readonly patterns: readonly string[] }
  | { readonly kind: "item"; readonly index: number }
  | { readonly kind: "items"; readonly after: number };

/** `tags/*`: map values and array items without a position of their own are `*`. */
export function locationText(steps: readonly Step[]): string {
  return steps.map(stepText).join("/");
}

function stepText(step: Step): string {
  if (step.kind === "property") return escapeSegment(step.name);
  return step.kind === "item" ? String(step.index) : "*";
}

/** The schema that asks `schema` of the part that `steps` lead to, and nothing of the rest. */
export function schemaAlong(steps: readonly Step[], schema: Json): Json {
  return steps.reduceRight<Json>((inner, step) => schemaAcross(step, inner), schema);
}

function schemaAcross(step: Step, inner: Json): JsonObject {
  switch (step.kind) {
    case "property":
      return { properties: { [step.name]: inner } };
    case "matching":
      return { patternProperties: { [step.pattern]: inner } };
    case "others":
      return { ...exempt(step), additionalProperties: inner };
    case "item":
      return { prefixItems: [...anything(step.index), inner] };
    case "items":
      return step.after === 0 ? { items: inner } : { prefixItems: anything(step.after), items: inner };
  }
}

/** Whether `value` may have a part that `steps` lead to; what it has no part for is asked nothing. */
export function mayReach(steps: readonly Step[], value: Json): boolean {
  let at = value;
  for (const step of steps) {
    if (step.kind === "item" || step.kind === "items") {
      if (!isArray(at)) return false;
      if (step.kind === "items") return at.length > step.after;
      if (step.index >= at.length) return false;
      at = at[step.index]!;
    } else {
      if (!isObject(at)) return false;
      if (step.kind !== "property") return Object.keys(at).length > 0;
      if (!Object.hasOwn(at, step.name)) return false;
      at = at[step.name]!;
    }
  }
  return true;
}

/** Properties and patterns as `additionalProperties` needs them beside it, asking nothing themselves. */
export function exempt(of: { names: readonly string[]; patterns: readonly string[] }): JsonObject {
  return {
    properties: Object.fromEntries(of.names.map((name) => [name, true])),
    patternProperties: Object.fromEntries(of.patterns.map((pattern) => [pattern, true])),
  };
}

function anything(count: number): Json[] {
  return Array.from({ length: count }, () => true);
}
