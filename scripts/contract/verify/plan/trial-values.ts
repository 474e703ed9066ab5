// Test values for one slot: valid ones at the boundaries of its constraints, and the nearest invalid ones.
import type { Json, JsonObject } from "../../document/document.ts";
import { isArray, isObject, resolvePointer } from "../../document/pointer.ts";
import {
  conjuncts,
  isHidden,
  keywordIn,
  partAt,
  type Reading,
  type SchemaPart,
} from "../../containment/schema-part.ts";
import { accepts, isAccepted } from "../../containment/confirm.ts";
import type { SearchResult } from "../../containment/search.ts";
import { pairwiseRows } from "./choose-fields.ts";
import type { Constraint } from "./constraint.ts";
import { edgesOf } from "./edges.ts";
import { loosenedOf } from "./loosened.ts";
import { having } from "./part-schema.ts";
import { rewritten } from "./rewritten-schema.ts";
import { isUnfinished, type Trial, type TrialPart, type Trials } from "./searching.ts";

function look(at: TrialPart, accepts: readonly Json[], rejects: readonly Json[]): SearchResult {
  return at.searching.look(at, accepts, rejects);
}

/** Returns the smallest valid value; undefined if none is found. */
export function smallest(at: TrialPart): Json | undefined {
  const found = look(at, [at.part.schema], []);
  return found.kind === "found" ? found.instance : undefined;
}

/** Returns whether the document accepts a value. */
export function isConfirmedValue({ reading, part }: TrialPart, value: Json): boolean {
  return isAccepted({ ...reading, ...part, closed: false }, value) === true;
}

/** Returns the document's examples. */
export function examplesOf({ reading, part }: TrialPart): Json[] {
  const parts = conjuncts(reading.root, [part]);
  const examples = keywordIn(parts, "examples")?.value;
  const example = keywordIn(parts, "example")?.value;
  const usual = keywordIn(parts, "default")?.value;
  return [...(isArray(examples) ? examples : []), ...[example, usual].filter((one) => one !== undefined)];
}

/** Returns values at the boundaries of a constraint. */
export function valid(at: TrialPart, constraint: Constraint): Trials {
  return at.searching.remembered(at, constraint, "valid", () => findValid(at, constraint));
}

/**
 * Returns values that violate a constraint and nothing else: values of the schema with this constraint
 * relaxed.
 */
export function invalid(at: TrialPart, constraint: Constraint): Trials {
  return at.searching.remembered(at, constraint, "invalid", () => findInvalid(at, constraint));
}

function* findValid(at: TrialPart, constraint: Constraint): Generator<Trial | undefined> {
  const { steps, within } = constraint;
  const schema = schemaOf(at.reading.root, constraint);
  const branches = within.map((branch) => having(branch.steps, branch.schema));
  for (const { what, schema: edge } of edgesOf(constraint, schema)) {
    const found = look(at, [at.part.schema, having(steps, edge), ...branches], []);
    if (found.kind === "found") yield { value: found.instance, what, isValid: true, constraint };
    else {
      at.searching.noteUnfinished(constraint, "valid", found);
      yield undefined;
    }
  }
}

function* findInvalid(at: TrialPart, constraint: Constraint): Generator<Trial | undefined> {
  const { reading, part } = at;
  const schema = schemaOf(reading.root, constraint);
  for (const { what, edit, also } of loosenedOf(constraint, schema)) {
    const looser = rewritten(reading.root, part.schema, constraint.hops, edit);
    if (looser === undefined) continue;
    const tried = also === undefined ? [] : [having(constraint.steps, also)];
    const found = look(at, [looser, ...tried], [part.schema]);
    if (found.kind === "found") yield { value: found.instance, what, isValid: false, constraint };
    // The search does not know custom formats; their checks decide.
    else if (constraint.keyword === "format" && also !== undefined)
      yield* findRejected(at, constraint, { what, accepts: [looser, ...tried] });
    else {
      at.searching.noteUnfinished(constraint, "invalid", found);
      yield undefined;
    }
  }
}

function* findRejected(
  at: TrialPart,
  constraint: Constraint,
  { what, accepts }: { readonly what: string; readonly accepts: readonly Json[] },
): Generator<Trial | undefined> {
  const found = look(at, accepts, []);
  if (found.kind === "found" && isRejected(at, found.instance))
    yield { value: found.instance, what, isValid: false, constraint };
  else {
    at.searching.noteUnfinished(constraint, "invalid", found);
    yield undefined;
  }
}

function isRejected({ reading, part }: TrialPart, value: Json): boolean {
  const { valid, undecidable } = accepts({ ...reading, ...part, closed: false }, value);
  return !valid && undecidable === undefined;
}

/** Returns why no value violates a constraint alone, and whether none can. */
export function whyUntried(
  at: TrialPart,
  constraint: Constraint,
): { readonly why: string; readonly isImpossible: boolean } {
  const unfinished = at.searching.whyUnfinished(constraint, "invalid");
  if (unfinished !== undefined) return { why: unfinished, isImpossible: false };
  const { reading, part } = at;
  const all = loosenedOf(constraint, schemaOf(reading.root, constraint));
  const looser = rewritten(
    reading.root,
    part.schema,
    constraint.hops,
    all.at(-1)?.edit ?? ((schema) => schema),
  );
  if (looser === undefined)
    return { why: "its location in the schema cannot be resolved", isImpossible: true };
  const found = look(at, [looser], [part.schema]);
  return { why: reasonOf(found), isImpossible: !isUnfinished(found) };
}

function reasonOf(found: SearchResult): string {
  if (found.kind === "none")
    return "every value that violates it violates another constraint, too, or cannot be serialized there";
  return found.kind === "undecided" ? found.reason : "its text reads as a valid value";
}

/** Yields objects for combinations of optional fields, and with as many of them as allowed. */
export function* combinations(at: TrialPart): Generator<Trial | undefined> {
  const { reading, part } = at;
  const parts = conjuncts(reading.root, [part]);
  const names = [...new Set(parts.flatMap((one) => optionalNames(reading, one)))];
  const required = new Set(parts.flatMap((one) => requiredNames(one.schema)));
  const optional = names.filter((name) => !required.has(name)).slice(0, mostFields);
  if (optional.length === 0) return;
  for (const row of pairwiseRows(optional.length)) {
    const there = optional.filter((_, index) => row[index]);
    const absent = Object.fromEntries(
      optional.filter((_, index) => !row[index]).map((name) => [name, false]),
    );
    const found = look(at, [part.schema, { type: "object", required: there, properties: absent }], []);
    const what = there.length === 0 ? "without optional fields" : `with ${there.join(", ")}`;
    yield found.kind === "found"
      ? { value: found.instance, what, isValid: true, constraint: undefined }
      : undefined;
  }
}

/** Returns all objects of `combinations`. */
export function allCombinations(at: TrialPart): Trial[] {
  return [...combinations(at)].filter((trial) => trial !== undefined);
}

/** Maximum number of optional fields of one object that are combined. */
const mostFields = 64;

function optionalNames(reading: Reading, part: SchemaPart): string[] {
  const properties = isObject(part.schema) ? part.schema["properties"] : undefined;
  if (!isObject(properties)) return [];
  return Object.entries(properties)
    .filter(
      ([name, node]) => node !== false && !isHidden(reading, partAt(part, node ?? true, "properties", name)),
    )
    .map(([name]) => name);
}

function requiredNames(schema: Json): string[] {
  const required = isObject(schema) ? schema["required"] : undefined;
  return isArray(required) ? required.filter((name) => typeof name === "string") : [];
}

/** Yields a value at as many upper bounds at once as are compatible, after a pause for each bound. */
export function* largest(at: TrialPart, constraints: readonly Constraint[]): Generator<Trial | undefined> {
  const ends = constraints.filter(({ keyword }) => /^(max|exclusiveMax)/.test(keyword));
  const accepts = [at.part.schema];
  let value: Json | undefined;
  for (const constraint of ends.slice(0, mostEnds)) {
    const [edge] = edgesOf(constraint, schemaOf(at.reading.root, constraint));
    if (edge === undefined) continue;
    const more = having(constraint.steps, edge.schema);
    const found = look(at, [...accepts, more], []);
    if (found.kind === "found") {
      accepts.push(more);
      value = found.instance;
    }
    yield undefined;
  }
  if (value !== undefined)
    yield {
      value,
      what: "at as many maximums as are possible together",
      isValid: true,
      constraint: undefined,
    };
}

const mostEnds = 24;

/** Returns the schema that has the keyword. */
function schemaOf(root: JsonObject, { pointer, keyword, hops }: Constraint): JsonObject {
  const depth = keyword === "required" ? 2 : 1;
  const parent = pointer.split("/").slice(0, -depth).join("/");
  const node = pointer === "" ? undefined : resolvePointer(root, parent);
  return isObject(node) && hops.length >= 0 ? node : {};
}
