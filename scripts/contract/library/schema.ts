// `…/schema`: questions about JSON Schema 2020-12 that a validator cannot decide. Is A contained in B? Which
// value distinguishes them? Which is the smallest value that a schema accepts? All functions are pure and
// deterministic.
import { accepts as asksValidator } from "../containment/confirm.ts";
import { Budget } from "../containment/budget.ts";
import { search, type SearchResult } from "../containment/search.ts";
import type { Side } from "../containment/side.ts";
import type { Json, JsonObject } from "../document/document.ts";
import { isObject } from "../document/pointer.ts";
import { roundNumbers } from "../document/round-numbers.ts";

export type { Json, JsonObject } from "../document/document.ts";

/**
 * A schema of JSON Schema 2020-12. Its local references (`#/$defs/…`) are relative to itself, unless `root`
 * is given.
 */
export type Schema = boolean | JsonObject;

/** Options of all functions of this module. */
export interface SchemaOptions {
  /**
   * The document that the local references of all schemas are relative to, such as an OpenAPI document.
   * Default: each schema itself.
   */
  readonly root?: JsonObject | undefined;
  /**
   * The direction that determines which properties exist: in a `request`, properties with `readOnly` do not;
   * in a `response`, those with `writeOnly` do not. Default: `none`, all properties exist.
   */
  readonly view?: "request" | "response" | "none" | undefined;
  /** Maximum number of steps of a search; a step takes a few microseconds. Default: 100 000. */
  readonly steps?: number | undefined;
}

/**
 * The result of a search.
 *
 * - `found`: a value, as small as possible, that a validator has confirmed.
 * - `none`: it is proved that there is none.
 * - `undecided`: neither, with the reason. `value` may be a solution.
 */
export type Decision =
  | { readonly kind: "found"; readonly value: Json }
  | { readonly kind: "none" }
  | { readonly kind: "undecided"; readonly reason: string; readonly value?: Json };

/** Whether one schema is contained in another: true or false, both proved, or `undefined` with the reason. */
export type Containment =
  | { readonly contained: true }
  | { readonly contained: false; readonly value: Json }
  | { readonly contained: undefined; readonly reason: string };

/** The result of validating a value. */
export interface Acceptance {
  /** `undefined` if the schema cannot be evaluated: an unresolvable reference, an invalid pattern. */
  readonly accepted: boolean | undefined;
  /**
   * Messages that each begin with a location in the value, or the problem of the schema; empty if the value
   * is accepted.
   */
  readonly errors: readonly string[];
}

/**
 * Decides whether every value that `inner` accepts is accepted by `outer`.
 *
 * @example
 * isContained({ type: "integer", minimum: 1 }, { type: "number" }); // { contained: true }
 * isContained({ type: "number" }, { type: "integer" }); // { contained: false, value: 0.5 }
 */
export function isContained(inner: Schema, outer: Schema, options: SchemaOptions = {}): Containment {
  const answer = valueBetween([inner], [outer], options);
  if (answer.kind === "found") return { contained: false, value: answer.value };
  return answer.kind === "none" ? { contained: true } : { contained: undefined, reason: answer.reason };
}

/**
 * Finds a value that all of `accepting` accept and all of `rejecting` reject. The other functions of this
 * module are special cases of this one.
 *
 * @example
 * valueBetween([{ type: "string" }], [{ maxLength: 2 }]); // { kind: "found", value: "aaa" }
 */
export function valueBetween(
  accepting: readonly Schema[],
  rejecting: readonly Schema[],
  options: SchemaOptions = {},
): Decision {
  return decisionOf(
    search({
      accepts: accepting.map((schema) => sideOf(schema, options)),
      rejects: rejecting.map((schema) => sideOf(schema, options)),
      ...(options.steps !== undefined && { budget: new Budget(options.steps, options.steps) }),
    }),
  );
}

/**
 * Finds a smallest value that a schema accepts; `none` for a schema that accepts nothing.
 *
 * @example
 * smallestMember({ type: "array", minItems: 2, items: { const: 1 } }); // { kind: "found", value: [1, 1] }
 */
export function smallestMember(schema: Schema, options: SchemaOptions = {}): Decision {
  return valueBetween([schema], [], options);
}

/**
 * Validates a value against a schema, with the errors.
 *
 * @example
 * accepts({ maxLength: 1 }, "ab").errors; // ["must NOT have more than 1 characters"]
 */
export function accepts(schema: Schema, value: Json, options: SchemaOptions = {}): Acceptance {
  const { valid, errors, undecidable } = asksValidator(sideOf(schema, options), value);
  return { accepted: undecidable === undefined ? valid : undefined, errors };
}

function sideOf(schema: Schema, { root, view = "none" }: SchemaOptions): Side {
  if (root !== undefined) return { root, schema, view, closed: false };
  return { root: isObject(schema) ? schema : {}, schema, pointer: "", view, closed: false };
}

function decisionOf(result: SearchResult): Decision {
  if (result.kind === "none") return { kind: "none" };
  const value = result.instance === undefined ? {} : { value: roundNumbers(result.instance) };
  if (result.kind === "undecided") return { kind: "undecided", reason: result.reason, ...value };
  return { kind: "found", value: roundNumbers(result.instance) };
}
