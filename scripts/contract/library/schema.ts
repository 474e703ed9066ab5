// `…/schema`: questions about JSON Schema 2020-12 that a validator cannot answer. Is A contained in B? Which value tells them apart? Which
// is the smallest that a schema accepts? Pure functions: the same question gets the same answer on every machine.
import { accepts as asksValidator } from "../containment/confirm.ts";
import { Budget } from "../containment/budget.ts";
import { search, type SearchResult } from "../containment/search.ts";
import type { Side } from "../containment/side.ts";
import type { Json, JsonObject } from "../document/document.ts";
import { isObject } from "../document/pointer.ts";
import { roundNumbers } from "../document/round-numbers.ts";

export type { Json, JsonObject } from "../document/document.ts";

/** A schema of JSON Schema 2020-12. Its local references (`#/$defs/…`) start from itself, unless `root` says otherwise. */
export type Schema = boolean | JsonObject;

export interface SchemaOptions {
  /** What the local references of all schemas start from, such as an OpenAPI document. Default: each schema itself. */
  readonly root?: JsonObject | undefined;
  /**
   * Which properties there are: in a `request` those that are `readOnly` do not exist, nor in a `response` those that are `writeOnly`.
   * Default: `none` of both, all exist.
   */
  readonly view?: "request" | "response" | "none" | undefined;
  /** How many steps a search may take before it gives up; a step takes a few microseconds. Default: 100 000. */
  readonly steps?: number | undefined;
}

/**
 * What a search came to.
 *
 * - `found`: a value, as small as there is one, that a validator has confirmed.
 * - `none`: there is none, which is proved.
 * - `undecided`: neither, and why. `value` may be one.
 */
export type Answer =
  | { readonly kind: "found"; readonly value: Json }
  | { readonly kind: "none" }
  | { readonly kind: "undecided"; readonly reason: string; readonly value?: Json };

/** Whether one schema is contained in another: true or false, both of them proved, or `undefined` with the reason. */
export type Containment =
  | { readonly contained: true }
  | { readonly contained: false; readonly value: Json }
  | { readonly contained: undefined; readonly reason: string };

/** What a schema says of a value. */
export interface Acceptance {
  /** `undefined` where the schema cannot be asked: a reference that leads nowhere, a pattern that is none. */
  readonly accepted: boolean | undefined;
  /** Sentences, each with its place in the value before it, or what is wrong with the schema; empty where the value is accepted. */
  readonly errors: readonly string[];
}

/**
 * Whether every value that `inner` accepts is accepted by `outer`.
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
 * A value that all of `accepting` accept and all of `rejecting` reject. Everything else here is a question of this kind.
 *
 * @example
 * valueBetween([{ type: "string" }], [{ maxLength: 2 }]); // { kind: "found", value: "aaa" }
 */
export function valueBetween(
  accepting: readonly Schema[],
  rejecting: readonly Schema[],
  options: SchemaOptions = {},
): Answer {
  return answerOf(
    search({
      accepts: accepting.map((schema) => sideOf(schema, options)),
      refuses: rejecting.map((schema) => sideOf(schema, options)),
      ...(options.steps !== undefined && { budget: new Budget(options.steps, options.steps) }),
    }),
  );
}

/**
 * A smallest value that a schema accepts; `none` for one that accepts nothing.
 *
 * @example
 * smallestMember({ type: "array", minItems: 2, items: { const: 1 } }); // { kind: "found", value: [1, 1] }
 */
export function smallestMember(schema: Schema, options: SchemaOptions = {}): Answer {
  return valueBetween([schema], [], options);
}

/**
 * Whether a schema accepts a value, and if not, why.
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

function answerOf(result: SearchResult): Answer {
  if (result.kind === "none") return { kind: "none" };
  const value = result.instance === undefined ? {} : { value: roundNumbers(result.instance) };
  if (result.kind === "undecided") return { kind: "undecided", reason: result.reason, ...value };
  return { kind: "found", value: roundNumbers(result.instance) };
}
