// Paths from the root of an instance to a part of it, and the schema that constrains only that part.
import { escapeSegment, isArray, isObject } from "../../document/pointer.ts";
import type { Json, JsonObject } from "../../document/document.ts";

/** One step into an instance. `others` are the members not covered by `names` and `patterns`. */
export type Step =
  | { readonly kind: "property"; readonly name: string }
  | { readonly kind: "matching"; readonly pattern: string }
  | { readonly kind: "others"; readonly names: readonly string[]; readonly patterns: readonly string[] }
  | { readonly kind: "item"; readonly index: number }
  | { readonly kind: "items"; readonly after: number };

/**
 * Returns the text of a path, `tags/*`: map values and array items without a position of their own are `*`.
 */
export function locationText(steps: readonly Step[]): string {
  return steps.map(stepText).join("/");
}

function stepText(step: Step): string {
  if (step.kind === "property") return escapeSegment(step.name);
  return step.kind === "item" ? String(step.index) : "*";
}

/** Returns the schema that applies `schema` to the part at `steps`, and constrains nothing else. */
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

/** Returns whether `value` may have a part at `steps`; without one, nothing is required. */
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

/**
 * Returns properties and patterns as `additionalProperties` needs them beside it, without constraints of
 * their own.
 */
export function exempt(of: { names: readonly string[]; patterns: readonly string[] }): JsonObject {
  return {
    properties: Object.fromEntries(of.names.map((name) => [name, true])),
    patternProperties: Object.fromEntries(of.patterns.map((pattern) => [pattern, true])),
  };
}

function anything(count: number): Json[] {
  return Array.from({ length: count }, () => true);
}
