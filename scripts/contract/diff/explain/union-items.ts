// Explains `anyOf` and `oneOf`: which of the sender's alternatives no branch accepts, and which demands of
// the nearest branch it violates.
import type { Json } from "../../document/document.ts";
import { isArray, isObject, refOf } from "../../document/pointer.ts";
import { type Clause, through } from "./clause.ts";
import type { KeywordDemand, UnionDemand } from "./demands.ts";
import type { Walk } from "./explain.ts";
import type { ExplainedPair, Item } from "./explained-pair.ts";
import { bare, conjuncts, partAt, type Reading, type SchemaPart } from "../../containment/schema-part.ts";

interface Sent {
  readonly parts: readonly SchemaPart[];
  readonly said: readonly SchemaPart[];
}

/** The functions of the walk that unions use, so that the modules need not import each other. */
export interface UnionWalk {
  readonly walk: Walk;
  /** Returns the demands of `receiver` that values of `parts`, and perhaps others, violate. */
  pair(parts: readonly SchemaPart[], receiver: SchemaPart): ExplainedPair;
  /** Returns the violated demands if the sender takes the alternative `within`. */
  missed(demand: KeywordDemand, within?: SchemaPart): readonly Clause[];
}

/**
 * Returns the items of a union: for each of the sender's alternatives that the union may reject, the pair
 * with the nearest branch, and then the union as a whole, which counts if none of their clauses does
 * (branches overlap, or there is none).
 */
export function unionItems(at: UnionWalk, sent: Sent, demand: UnionDemand): Item[] {
  const keywordDemand: KeywordDemand = { ...demand, kind: "keyword" };
  const whole = at.missed(keywordDemand);
  if (whole.length === 0) return [];
  const alternatives = alternativesOf(sent);
  const seen = new Set<Json | undefined>();
  return alternatives.flatMap(({ parts, alternative }, index): Item[] => {
    const said = alternative && bare(at.walk.sender.root, alternative).schema;
    if (seen.has(said)) return [];
    seen.add(said);
    const generic = alternative === undefined ? whole : at.missed(keywordDemand, alternative);
    if (generic.length === 0) return [];
    const home = nearest(at.walk, { parts, alternative, index }, demand.branches, alternatives.length);
    const union = demand.schema;
    const wrap = (clause: Clause): Clause => through(clause, union, alternative?.schema);
    return [
      ...(home === undefined ? [] : [{ pair: () => at.pair(parts, home), wrap }]),
      ...generic.map((clause) => ({
        clause: { ...through(clause, true, alternative?.schema), insteadOf: union },
      })),
    ];
  });
}

interface Alternative {
  /** The sender's schemas if it takes the alternative. */
  readonly parts: readonly SchemaPart[];
  readonly alternative: SchemaPart | undefined;
}

/** Returns the branches of the sender's own union, or the sender as a whole. */
function alternativesOf({ parts, said }: Sent): Alternative[] {
  for (const part of said) {
    for (const keyword of ["oneOf", "anyOf"]) {
      const branches = isObject(part.schema) ? part.schema[keyword] : undefined;
      if (!isArray(branches) || branches.length === 0) continue;
      const beside = parts
        .map((one) => (one.schema === part.schema ? withoutUnion(one, keyword) : one))
        .filter(({ schema }) => !isObject(schema) || Object.keys(schema).length > 0);
      return branches.map((branch, index) => {
        const alternative = partAt(part, branch, keyword, index);
        return { parts: [...beside, alternative], alternative };
      });
    }
  }
  return [{ parts, alternative: undefined }];
}

const besideUnions = new WeakMap<object, SchemaPart>();

/**
 * Returns a schema without its union: together with one branch it is at least as strict as with the union.
 * Cached, so that a schema is the same part on every visit.
 */
function withoutUnion(part: SchemaPart, keyword: string): SchemaPart {
  if (!isObject(part.schema)) return part;
  const beside = Object.entries(part.schema).filter(([key]) => key !== keyword);
  const known = besideUnions.get(part.schema) ?? { ...part, schema: Object.fromEntries(beside) };
  besideUnions.set(part.schema, known);
  return known;
}

/**
 * Returns the branch that corresponds to an alternative: same reference, same tag, same title, same type,
 * otherwise same position.
 */
function nearest(
  walk: Walk,
  sent: { parts: readonly SchemaPart[]; alternative: SchemaPart | undefined; index: number },
  branches: readonly SchemaPart[],
  alternatives: number,
): SchemaPart | undefined {
  const own = sent.alternative === undefined ? sent.parts : [sent.alternative];
  for (const trait of [references, tags, titles, types]) {
    const wanted = trait(walk.sender, own);
    if (wanted.length === 0) continue;
    const alike = branchesWith(walk.receiver, branches, trait);
    const found = new Set(wanted.flatMap((value) => alike.get(value) ?? []));
    const [only] = found;
    if (found.size === 1) return only;
  }
  return sent.alternative !== undefined && branches.length === alternatives
    ? branches[sent.index]
    : undefined;
}

type Trait = (reading: Reading, parts: readonly SchemaPart[]) => string[];

const byTrait = new WeakMap<readonly SchemaPart[], Map<Trait, ReadonlyMap<string, readonly SchemaPart[]>>>();

/** Returns the branches of a union by their value of a trait; computed once for all alternatives. */
function branchesWith(
  reading: Reading,
  branches: readonly SchemaPart[],
  trait: Trait,
): ReadonlyMap<string, readonly SchemaPart[]> {
  const kept = byTrait.get(branches) ?? new Map<Trait, ReadonlyMap<string, readonly SchemaPart[]>>();
  byTrait.set(branches, kept);
  const known = kept.get(trait);
  if (known !== undefined) return known;
  const alike = new Map<string, SchemaPart[]>();
  for (const branch of branches) {
    for (const value of new Set(trait(reading, [branch]))) {
      const others = alike.get(value);
      if (others === undefined) alike.set(value, [branch]);
      else others.push(branch);
    }
  }
  kept.set(trait, alike);
  return alike;
}

function references(_: Reading, parts: readonly SchemaPart[]): string[] {
  return parts.map(({ schema }) => refOf(schema)).filter((ref) => ref !== undefined);
}

/** Returns properties with only one value, such as `kind=card`: candidates for a discriminator. */
function tags(reading: Reading, parts: readonly SchemaPart[]): string[] {
  return schemasOf(reading, parts).flatMap((schema) => {
    const properties = schema["properties"];
    if (!isObject(properties)) return [];
    return Object.entries(properties).flatMap(([name, value]) => {
      const only = isObject(value) ? (value["const"] ?? singleOf(value["enum"])) : undefined;
      return only === undefined ? [] : [JSON.stringify([name, only])];
    });
  });
}

function singleOf(values: Json | undefined): Json | undefined {
  return isArray(values) && values.length === 1 ? values[0] : undefined;
}

function titles(reading: Reading, parts: readonly SchemaPart[]): string[] {
  return schemasOf(reading, parts)
    .map((schema) => schema["title"])
    .filter((title) => typeof title === "string");
}

function types(reading: Reading, parts: readonly SchemaPart[]): string[] {
  return schemasOf(reading, parts).flatMap(({ type }) => {
    const names = isArray(type) ? type : [type];
    return names.filter((name) => typeof name === "string");
  });
}

function schemasOf(reading: Reading, parts: readonly SchemaPart[]) {
  return conjuncts(reading.root, parts)
    .map(({ schema }) => schema)
    .filter(isObject);
}
