// Resolves `unevaluatedProperties` and `unevaluatedItems`: one case for each combination of outcomes of the
// subschemas beside them.
import { escapeSegment } from "../document/pointer.ts";
import { overlapsOf } from "./branch-overlaps.ts";
import { unsupportedAt } from "./unsupported.ts";
import { itemLayer } from "./expand-array.ts";
import { foreignPatternAt, isForeignPattern, namesOutside, outside } from "./expand-object.ts";
import { type Disjointness, foreignPart, ownAssertions, typeFit } from "./expand-own.ts";
import { multipleOf } from "./expand-scalar.ts";
import {
  accepting,
  all,
  any,
  alwaysFalse,
  type Formula,
  type JsonType,
  type Literal,
  literal,
  type OpaqueDemand,
  type PropertyLayer,
  rejecting,
  alwaysTrue,
} from "./formula.ts";
import { keywordsOf, type Keywords, type Schema } from "./keywords.ts";
import { declared, named } from "./known-names.ts";
import { inner, inPlace, madeUp, referred, type SchemaNode, without } from "./schema-node.ts";

type Unevaluated = "unevaluatedProperties" | "unevaluatedItems";

/**
 * One combination of outcomes of the subschemas: what holds then, and which parts of the value are evaluated.
 */
interface Case {
  readonly holds: readonly Formula[];
  readonly names: readonly string[];
  readonly patterns: readonly string[];
  readonly prefix: number;
  readonly contains: readonly SchemaNode[];
  readonly everything: boolean;
}

const nothing: Case = { holds: [], names: [], patterns: [], prefix: 0, contains: [], everything: false };
const everythingCase: Case = { ...nothing, everything: true };
const caseLimit = 500;
const depthLimit = 40;

class TooManyCases extends Error {
  override readonly name = "TooManyCases";
}

/** Returns the unevaluated keyword that matters for values of `type`. */
export function unevaluatedKeyword({ single }: Keywords, type: JsonType): Unevaluated | undefined {
  if (type === "object" && single.unevaluatedProperties !== undefined) return "unevaluatedProperties";
  return type === "array" && single.unevaluatedItems !== undefined ? "unevaluatedItems" : undefined;
}

/** Returns the formula of a literal whose schema has an unevaluated keyword. */
export function unevaluatedFormula(
  { node, sign, group }: Literal,
  keyword: Unevaluated,
  type: JsonType,
  disjoint: Disjointness,
): Formula {
  try {
    const schema = typeof node.schema === "boolean" ? undefined : keywordsOf(node.schema).single[keyword];
    const left = inner(node, schema ?? true, keyword);
    const cases = new CaseReader(type, disjoint).casesOf(without(node, keyword), group, 0);
    if (sign) {
      const accepted = any(cases.map((one) => all([...one.holds, leftOver(one, left, group, type)])));
      // The case that applies is chosen later, and some cases would exclude names that others declare.
      const known = group === 0 ? [] : named([node], type, group);
      return all([...declared(node, type, group), ...known, accepted]);
    }
    const fails = cases.map((one) => all([...one.holds, misfit(one, left, type)]));
    return any([literal(rejecting(without(node, keyword))), ...fails]);
  } catch (error) {
    if (!(error instanceof TooManyCases)) throw error;
    return {
      is: "doubtful",
      doubt: unsupportedAt(node, keyword, "what it applies to depends on too many cases"),
    };
  }
}

function leftOver(one: Case, left: SchemaNode, group: number, type: JsonType): Formula {
  if (one.everything) return alwaysTrue;
  const rest = accepting(left, group);
  const yes = accepting(madeUp({}), 0);
  if (type === "array") {
    const prefix = Array.from({ length: one.prefix }, () => yes);
    return { is: "items", layer: { prefix, rest: one.contains.length === 0 ? rest : eitherOf(one, left) } };
  }
  const readable = one.patterns.filter((source) => !isForeignPattern(source));
  const layer: PropertyLayer = {
    properties: new Map(one.names.map((name) => [name, yes])),
    patterns: readable.map((source) => [source, yes]),
    rest,
  };
  const doubt = doubtAbout(one, left);
  if (doubt === undefined) return { is: "properties", layer };
  // Whatever the pattern means, properties that satisfy the keyword may have any names.
  const met: Formula = { is: "opaque", demands: unreadable(one, left, group), holds: true };
  return all([any([{ is: "properties", layer }, doubt]), met]);
}

/** Returns the doubt about a case with an unreadable pattern: which properties it evaluates. */
function doubtAbout({ patterns }: Case, left: SchemaNode): Formula | undefined {
  const foreign = patterns.find(isForeignPattern);
  return foreign === undefined ? undefined : foreignPatternAt(left.pointer, foreign);
}

/** Returns what an unevaluated keyword demands of properties whose names are unknown. */
const unreadable = ({ names, patterns }: Case, left: SchemaNode, group: number): readonly OpaqueDemand[] => [
  { source: namesOutside(names, patterns), literal: accepting(left, group) },
];

function misfit(one: Case, left: SchemaNode, type: JsonType): Formula {
  if (one.everything || left.schema === true) return alwaysFalse;
  if (type === "array") {
    const { node } = one.contains.length === 0 ? accepting(left, 0) : eitherOf(one, left);
    return { is: "someItem", from: one.prefix, literal: rejecting(node) };
  }
  const readable = one.patterns.flatMap((source) => (isForeignPattern(source) ? [] : [[source] as const]));
  const some = outside(one.names, readable, left);
  const doubt = doubtAbout(one, left);
  if (doubt === undefined) return { is: "someProperty", some };
  return all([
    doubt,
    { is: "someProperty", some },
    { is: "opaque", demands: unreadable(one, left, 0), holds: false },
  ]);
}

/**
 * An item that matches `contains` is evaluated, so a remaining item must match `contains` or satisfy the
 * keyword.
 */
function eitherOf({ contains }: Case, left: SchemaNode): Literal {
  const schemas = [...contains.map(({ schema }) => schema), left.schema];
  const schema = { anyOf: schemas };
  return accepting({ ...left, schema, key: left.scope.nameOf(schema, left.base, left.hidden) }, 0);
}

class CaseReader {
  readonly #type: JsonType;
  readonly #disjoint: Disjointness;

  constructor(type: JsonType, disjoint: Disjointness) {
    this.#type = type;
    this.#disjoint = disjoint;
  }

  /** Returns the cases in which `node` accepts; together they cover all values it accepts. */
  casesOf(node: SchemaNode, group: number, depth: number): Case[] {
    if (depth > depthLimit) throw new TooManyCases();
    if (typeof node.schema === "boolean") return node.schema ? [nothing] : [];
    const keywords = keywordsOf(node.schema);
    const fit = typeFit(keywords.types, this.#type);
    if (fit === "no") return [];
    const doubt = foreignPart(node, keywords);
    if (doubt) return [{ ...nothing, holds: [{ is: "doubtful", doubt }] }];
    const unevaluated = unevaluatedKeyword(keywords, this.#type);
    if (unevaluated) return [{ ...everythingCase, holds: [literal(accepting(node, group))] }];
    const own: Case = {
      ...this.#looksAt(node, keywords),
      holds: [
        ...(fit === "integer" ? [multipleOf(1).holds] : []),
        ...ownAssertions(node, keywords, this.#type, group).map(({ holds }) => holds),
        ...declared(node, this.#type, group),
      ],
    };
    return this.#factors(node, keywords, group, depth).reduce<Case[]>(product, [own]);
  }

  #looksAt(node: SchemaNode, keywords: Keywords): Omit<Case, "holds"> {
    const { maps, single } = keywords;
    if (this.#type === "array") {
      const layer = itemLayer(node, keywords, 0);
      const contains = single.contains === undefined ? [] : [inner(node, single.contains, "contains")];
      return {
        ...nothing,
        prefix: layer?.prefix.length ?? 0,
        contains,
        everything: layer?.rest !== undefined,
      };
    }
    return {
      ...nothing,
      names: [...(maps.properties?.keys() ?? [])].filter((name) => !node.hidden.has(name)),
      patterns: [...(maps.patternProperties?.keys() ?? [])],
      everything: single.additionalProperties !== undefined,
    };
  }

  /** Returns the cases of each applicator; a case of the whole takes one from each. */
  #factors(
    node: SchemaNode,
    { words, lists, single, maps }: Keywords,
    group: number,
    depth: number,
  ): Case[][] {
    const factors: Case[][] = [];
    const cases = (part: SchemaNode, as = group): Case[] => this.casesOf(part, as, depth + 1);
    const each = (name: "allOf" | "anyOf" | "oneOf"): SchemaNode[] =>
      (lists[name] ?? []).map((schema, at) => inPlace(node, schema, `${name}/${at}`));
    const target = words.$ref === undefined ? undefined : referred(node, words.$ref);
    if (target) factors.push(cases(target));
    for (const one of each("allOf").map((part) => cases(part))) factors.push(one);
    if (lists.anyOf) factors.push(this.#someOf(each("anyOf"), group, depth));
    if (lists.oneOf) factors.push(this.#oneOf(each("oneOf"), group, depth));
    if (single.not !== undefined) {
      factors.push([{ ...nothing, holds: [literal(rejecting(inPlace(node, single.not, "not")))] }]);
    }
    if (single.if !== undefined) {
      const test = inPlace(node, single.if, "if");
      const branch = (name: "then" | "else"): Case[] => cases(inPlace(node, single[name] ?? true, name));
      const otherwise: Case = { ...nothing, holds: [literal(rejecting(test))] };
      factors.push([...product(cases(test, 0), branch("then")), ...product([otherwise], branch("else"))]);
    }
    for (const [name, schema] of this.#type === "object" ? (maps.dependentSchemas ?? []) : []) {
      const absent: Case = { ...nothing, holds: [{ is: "absent", name }] };
      const present: Case = { ...nothing, holds: [{ is: "present", name }] };
      factors.push([
        absent,
        ...product([present], cases(inPlace(node, schema, `dependentSchemas/${escapeSegment(name)}`))),
      ]);
    }
    return factors;
  }

  /**
   * Expands `anyOf`: each member that evaluates something is in or out; all other members form one
   * alternative.
   */
  #someOf(of: readonly SchemaNode[], group: number, depth: number): Case[] {
    const silent = of.filter((part) => !this.#speaks(part.schema));
    const others = any(silent.map((part) => literal(accepting(part, group))));
    let cases: { one: Case; any: boolean }[] = [{ one: nothing, any: false }];
    for (const part of of) {
      if (silent.includes(part)) continue;
      const out: Case = { ...nothing, holds: [literal(rejecting(part))] };
      const accepted = this.casesOf(part, group, depth + 1);
      cases = cases.flatMap(({ one, any: some }) => [
        ...product([one], accepted).map((taken) => ({ one: taken, any: true })),
        ...product([one], [out]).map((left) => ({ one: left, any: some })),
      ]);
      if (cases.length > caseLimit) throw new TooManyCases();
    }
    return cases.map(({ one, any: some }) => (some ? one : { ...one, holds: [...one.holds, others] }));
  }

  #oneOf(of: readonly SchemaNode[], group: number, depth: number): Case[] {
    const overlaps = overlapsOf(of, this.#type, this.#disjoint);
    return of.flatMap((part, at) => {
      const holds = overlaps[at]!.map((other) => literal(rejecting(of[other]!)));
      return product(this.casesOf(part, group, depth + 1), [{ ...nothing, holds }]);
    });
  }

  /** True if a schema may evaluate parts of the value, so that it matters whether it accepts. */
  #speaks(schema: Schema): boolean {
    if (typeof schema === "boolean") return false;
    const { types, words, lists, single, maps } = keywordsOf(schema);
    if (typeFit(types, this.#type) === "no") return false;
    if (words.$ref !== undefined || single.if !== undefined || maps.dependentSchemas !== undefined)
      return true;
    if (unevaluatedKeyword(keywordsOf(schema), this.#type)) return true;
    const looks =
      this.#type === "array"
        ? [lists.prefixItems, single.items, single.contains]
        : [maps.properties, maps.patternProperties, single.additionalProperties];
    if (looks.some((look) => look !== undefined)) return true;
    return [lists.allOf, lists.anyOf, lists.oneOf].some((parts) => parts?.some((part) => this.#speaks(part)));
  }
}

function product(left: readonly Case[], right: readonly Case[]): Case[] {
  if (left.length * right.length > caseLimit) throw new TooManyCases();
  return left.flatMap((a) =>
    right.map((b) => ({
      holds: [...a.holds, ...b.holds],
      names: [...a.names, ...b.names],
      patterns: [...a.patterns, ...b.patterns],
      prefix: Math.max(a.prefix, b.prefix),
      contains: [...a.contains, ...b.contains],
      everything: a.everything || b.everything,
    })),
  );
}
