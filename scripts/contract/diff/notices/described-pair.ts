// The comparison of two schemas that describe one location: their own notices, and the pairs below to examine
// next.
import type { Json } from "../../document/document.ts";
import { jsonText } from "../../document/json-text.ts";
import { isArray, isObject } from "../../document/pointer.ts";
import { identityOf } from "../../containment/joined-schema.ts";
import {
  bare,
  conjuncts,
  isHidden,
  keywordIn,
  partAt,
  type Reading,
  type SchemaPart,
} from "../../containment/schema-part.ts";
import type { Step } from "../explain/location.ts";
import type { Change, Rule } from "../rules/rule.ts";
import { ruleOf } from "../rules/table.ts";
import { type AcceptedType, acceptedTypes, typeNames } from "./accepted-types.ts";
import { branchPairs, gainedValues } from "./gained-values.ts";
import { knownNames } from "./known-names.ts";

/** How both documents are read. */
export interface Readings {
  readonly base: Reading;
  readonly head: Reading;
  readonly same: (base: Json, head: Json) => boolean;
  /** The side of the exchange; in webhooks, `readOnly` applies to requests that providers send. */
  readonly side: "request" | "response";
}

/** A pair's own notice; a pointer is left out if it is that of the pair. */
export interface OwnNotice {
  readonly rule: Rule;
  /** A property of the pair's values; left out for the values themselves. */
  readonly step?: Step | undefined;
  readonly change: Change;
  readonly pointers: { readonly base: string | undefined; readonly head: string | undefined };
  /** Types of which head must accept a value here, and base none: otherwise the notice does not hold. */
  readonly gained?: readonly AcceptedType[];
}

/**
 * The schemas of one location in base and head; `known` is the whole schema of base there, if `base` is a
 * branch of it.
 */
export interface Described {
  /** Left out for a branch, which describes the same location. */
  readonly step?: Step | undefined;
  readonly base: SchemaPart;
  readonly head: SchemaPart;
  readonly known?: SchemaPart;
}

/** The notices of one pair of schemas, and the pairs of their subschemas. */
export interface DescribedPair {
  /** The target of the head's references. */
  readonly target: Json;
  readonly own: readonly OwnNotice[];
  readonly below: readonly Described[];
}

/**
 * A cache for one pair of readings: each pair of schemas is compared once, however many operations and
 * schemas reference it.
 */
export class DescribedPairs {
  readonly #byPlace = new WeakMap<Described, DescribedPair>();
  readonly #bySchemas = new Map<string, DescribedPair>();
  #size = 0;

  /** Number of pairs with their notices and links. */
  get size(): number {
    return this.#size;
  }

  /**
   * Returns undefined if both are equal; `onRead` receives the number of parts of a pair that is read for the
   * first time.
   */
  of(readings: Readings, at: Described, onRead: (parts: number) => void): DescribedPair | undefined {
    let pair = this.#byPlace.get(at);
    if (pair === undefined) this.#byPlace.set(at, (pair = this.#bare(readings, at, onRead)));
    return pair === quiet ? undefined : pair;
  }

  #bare(readings: Readings, at: Described, onRead: (parts: number) => void): DescribedPair {
    const [base, head] = [bare(readings.base.root, at.base), bare(readings.head.root, at.head)];
    const { known } = at;
    const key = [base, head, ...(known === undefined ? [] : [known])].map(nameOf).join(" ");
    let pair = this.#bySchemas.get(key);
    if (pair === undefined) {
      pair = read(readings, { base, head, ...(known !== undefined && { known }) });
      this.#bySchemas.set(key, pair);
      this.#size += 1 + pair.own.length + pair.below.length;
      onRead(1 + pair.below.length);
    }
    return pair;
  }
}

const quiet: DescribedPair = { target: true, own: [], below: [] };

/** Returns an identifier of a part: by object identity, or by location for other values. */
const nameOf = ({ schema, pointer }: SchemaPart): string =>
  isObject(schema) ? identityOf(schema) : `${JSON.stringify(schema)}@${pointer ?? ""}`;

function read(readings: Readings, pair: Described): DescribedPair {
  const { base, head } = readings;
  const [before, after] = [conjuncts(base.root, [pair.base]), conjuncts(head.root, [pair.head])];
  if (
    before.length === after.length &&
    before.every((part, at) => readings.same(part.schema, after[at]?.schema ?? null))
  ) {
    return quiet;
  }
  const own: OwnNotice[] = [...keywordNotices(before, after), ...gainedValues(before, after)];
  // A value new in a branch may have been beside it.
  const whole = pair.known ?? pair.base;
  if (head.view === "request" && own.every(({ rule }) => !naming.includes(rule)))
    for (const one of gainedTypes(readings, whole, pair.head, after)) own.push(one);
  const below: Described[] = [];
  const twins = new Map(membersOf(before).map(([step, part]) => [JSON.stringify(step), part]));
  let names: ReadonlySet<string> | undefined;
  const known = () => (names ??= knownNames(base.root, [whole]));
  for (const [step, part] of membersOf(after)) {
    const twin = twins.get(JSON.stringify(step));
    if (twin !== undefined) {
      for (const one of hiddenProperty(readings, step, twin, part)) own.push(one);
      below.push({ step, base: twin, head: part });
    } else if (step.kind === "property" && !known().has(step.name))
      for (const one of newProperty(head, step, part)) own.push(one);
  }
  for (const one of lostProperties(readings, pair, before)) own.push(one);
  for (const branches of branchPairs(before, after)) below.push({ ...branches, known: whole });
  return { target: pair.head.schema, own, below };
}

const watched: readonly (readonly [string, Rule])[] = [
  ["default", ruleOf("default")],
  ["deprecated", ruleOf("deprecated")],
  ["x-sunset", ruleOf("sunset")],
  ["x-extensible-enum", ruleOf("extensible-enum")],
  ["discriminator", ruleOf("discriminator")],
  ["contentEncoding", ruleOf("content-encoding")],
  ["contentMediaType", ruleOf("content-encoding")],
];

function keywordNotices(base: readonly SchemaPart[], head: readonly SchemaPart[]): OwnNotice[] {
  return watched.flatMap(([keyword, rule]): OwnNotice[] => {
    const [before, after] = [keywordIn(base, keyword), keywordIn(head, keyword)];
    if (jsonText(before?.value) === jsonText(after?.value)) return [];
    const change = { base: before?.value, head: after?.value };
    return [{ rule, change, pointers: { base: before?.pointer, head: after?.pointer } }];
  });
}

/** Rules whose notices name what is gained, types included. */
const naming: readonly Rule[] = [ruleOf("any-of"), ruleOf("one-of"), ruleOf("enum")];

/**
 * Returns the notice of types that head lets through and base does not, still to be proved: what else both
 * schemas say is not considered. Of requests only, since responses may not widen.
 */
function gainedTypes(
  readings: Readings,
  base: SchemaPart,
  head: SchemaPart,
  after: readonly SchemaPart[],
): OwnNotice[] {
  const [known, accepted] = [acceptedTypes(readings.base, base), acceptedTypes(readings.head, head)];
  const gained = [...accepted].filter((type) => !known.has(type));
  if (gained.length === 0) return [];
  const change = { base: typeNames(known), head: typeNames(accepted) };
  const pointers = { base: undefined, head: keywordIn(after, "type")?.pointer };
  return [{ rule: ruleOf("type"), change, pointers, gained }];
}

/**
 * Returns the notice of a property that base does not declare; none if the property does not exist on this
 * side of an exchange.
 */
function newProperty(reading: Reading, step: Step, part: SchemaPart): OwnNotice[] {
  if (isHidden(reading, part)) return [];
  const change = { base: undefined, head: true };
  return [{ rule: ruleOf("property"), step, change, pointers: { base: undefined, head: part.pointer } }];
}

/**
 * Returns the notice of a property that existed on this side of an exchange and should not be sent any more:
 * because this view has none, or, in a webhook or callback, because some readers take `readOnly` as "not in
 * requests", whoever sends them.
 */
function hiddenProperty(readings: Readings, step: Step, before: SchemaPart, after: SchemaPart): OwnNotice[] {
  if (isHidden(readings.base, before)) return [];
  return [...new Set([readings.head.view, readings.side])].flatMap((view): OwnNotice[] => {
    if (isHidden({ ...readings.base, view }, before) || !isHidden({ ...readings.head, view }, after))
      return [];
    const rule = view === "request" ? ruleOf("read-only") : ruleOf("write-only");
    const change = { base: undefined, head: true };
    return [{ rule, step, change, pointers: { base: before.pointer, head: after.pointer } }];
  });
}

/**
 * Returns notices of properties that base declares and head does not: no sender must send them, and readers
 * may use them.
 */
function lostProperties(
  { base, head }: Readings,
  pair: Described,
  before: readonly SchemaPart[],
): OwnNotice[] {
  // A property may have moved from a branch to a sibling; the whole schema shows what was removed.
  if (pair.known !== undefined) return [];
  const left = knownNames(head.root, [pair.head]);
  return membersOf(before).flatMap(([step, part]): OwnNotice[] => {
    if (step.kind !== "property" || left.has(step.name) || isHidden(base, part)) return [];
    const change = { base: true, head: undefined };
    return [{ rule: ruleOf("property"), step, change, pointers: { base: part.pointer, head: undefined } }];
  });
}

function membersOf(parts: readonly SchemaPart[]): [Step, SchemaPart][] {
  return parts.flatMap((part): [Step, SchemaPart][] => {
    if (!isObject(part.schema)) return [];
    const { properties, patternProperties, prefixItems, items, additionalProperties } = part.schema;
    const members = Object.entries(isObject(properties) ? properties : {}).map(
      ([name, schema]): [Step, SchemaPart] => [
        { kind: "property", name },
        partAt(part, schema ?? true, "properties", name),
      ],
    );
    for (const [pattern, schema] of Object.entries(isObject(patternProperties) ? patternProperties : {}))
      members.push([
        { kind: "matching", pattern },
        partAt(part, schema ?? true, "patternProperties", pattern),
      ]);
    for (const [index, schema] of (isArray(prefixItems) ? prefixItems : []).entries())
      members.push([{ kind: "item", index }, partAt(part, schema, "prefixItems", index)]);
    if (isObject(items)) members.push([{ kind: "items", after: 0 }, partAt(part, items, "items")]);
    if (isObject(additionalProperties)) {
      const step: Step = { kind: "others", names: [], patterns: [] };
      members.push([step, partAt(part, additionalProperties, "additionalProperties")]);
    }
    return members;
  });
}
