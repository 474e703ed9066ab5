// Finds the branches of a union that may have a value in common without comparing each pair: their traits
// rule most pairs out.
import { type Texts, together, type Traits, traitsOf } from "./branch-traits.ts";
import type { Disjointness } from "./expand-own.ts";
import type { JsonType } from "./formula.ts";
import type { SchemaNode } from "./schema-node.ts";

/** Steps charged for comparing the traits of two branches. */
const comparing = 0.05;

/** Returns, for each branch, the positions of the branches that may share a value of `type` with it. */
export function overlapsOf(
  branches: readonly SchemaNode[],
  type: JsonType,
  disjointness: Disjointness,
): number[][] {
  const overlaps = branches.map((): number[] => []);
  const index = new BranchIndex(branches, type);
  for (const [at, node] of branches.entries()) {
    for (const other of index.near([node], (steps) => disjointness.spend(steps))) {
      if (other >= at) break;
      if (disjointness.isDisjoint(node, branches[other]!, type)) continue;
      overlaps[at]!.push(other);
      overlaps[other]!.push(at);
    }
  }
  return overlaps;
}

/**
 * An index of branches by the texts of their values, or of the values of the property that is a tag of most
 * of them.
 */
export class BranchIndex {
  readonly #type: JsonType;
  readonly #tag: string | undefined;
  readonly #traits: readonly Traits[];
  readonly #byText = new Map<string, number[]>();
  readonly #loose: number[] = [];
  readonly #all: number[] = [];

  constructor(branches: readonly SchemaNode[], type: JsonType) {
    this.#type = type;
    this.#traits = branches.map((node) => traitsOf(node, type));
    this.#tag = usualTag(this.#traits);
    for (const [at, traits] of this.#traits.entries()) if (!traits.isEmpty) this.#add(at, traits);
  }

  #add(at: number, traits: Traits): void {
    const texts = this.#textsOf(traits);
    this.#all.push(at);
    if (texts === undefined) this.#loose.push(at);
    for (const text of texts ?? []) {
      const alike = this.#byText.get(text);
      if (alike === undefined) this.#byText.set(text, [at]);
      else alike.push(at);
    }
  }

  /**
   * Returns, in order, the positions of the branches that may accept a value that all of `accepted` accept.
   */
  near(accepted: readonly SchemaNode[], spend: (steps: number) => void): number[] {
    const traits = together(accepted.map((node) => traitsOf(node, this.#type)));
    if (traits.isEmpty) return [];
    const texts = this.#textsOf(traits);
    const alike = texts === undefined ? [] : [...texts].flatMap((text) => this.#byText.get(text) ?? []);
    const candidates = texts === undefined ? this.#all : [...new Set([...this.#loose, ...alike])];
    spend(candidates.length * comparing);
    return candidates.filter((at) => !areApart(traits, this.#traits[at]!)).sort((a, b) => a - b);
  }

  #textsOf({ values, tags }: Traits): Texts | undefined {
    return this.#tag === undefined ? values : tags.get(this.#tag);
  }
}

/** Returns the property that is a tag of most branches. */
function usualTag(traits: readonly Traits[]): string | undefined {
  const counts = new Map<string, number>();
  let [usual, most]: [string | undefined, number] = [undefined, 0];
  for (const name of traits.flatMap(({ tags }) => [...tags.keys()])) {
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    if (count > most) [usual, most] = [name, count];
  }
  return usual;
}

function areApart(a: Traits, b: Traits): boolean {
  if (a.isEmpty || b.isEmpty) return true;
  if (a.values !== undefined && b.values !== undefined && haveNothingInCommon(a.values, b.values))
    return true;
  const [few, many] = a.tags.size < b.tags.size ? [a.tags, b.tags] : [b.tags, a.tags];
  return [...few].some(([name, texts]) => {
    const others = many.get(name);
    return others !== undefined && haveNothingInCommon(texts, others);
  });
}

function haveNothingInCommon(a: Texts, b: Texts): boolean {
  const [few, many] = a.size < b.size ? [a, b] : [b, a];
  return ![...few].some((text) => many.has(text));
}
