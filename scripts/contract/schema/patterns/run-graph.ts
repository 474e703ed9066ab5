// How an engine that backtracks runs through a pattern: each node is a place in the pattern, each edge one more character.
import type { LinearProgram } from "../../runtime/linear-matcher.ts";

export interface RunEdge {
  /** The class of the character. */
  readonly kind: number;
  readonly to: number;
  /** Whether the engine gets there in more than one way. */
  readonly isTwofold: boolean;
}

export interface RunGraph {
  readonly edges: readonly (readonly RunEdge[])[];
  /** Nodes from which every text leads to a match: nothing behind them is tried twice. */
  readonly isCertain: readonly boolean[];
}

/** Steps without a character that are followed from one node. */
const emptyLimit = 3000;

/** The graph of all runs; the first node is the start of the text. */
export function runGraph(program: LinearProgram): RunGraph {
  return new RunGraphBuilder(program).build();
}

class RunGraphBuilder {
  readonly #program: LinearProgram;
  readonly #isIn: readonly (readonly boolean[])[];
  /** The class of the end of the text. */
  readonly #end: number;
  readonly #numbers = new Map<string, number>();
  readonly #nodes: { readonly state: number; readonly before: number }[] = [];

  constructor(program: LinearProgram) {
    this.#program = program;
    this.#end = program.classes.reduce((most, kind) => Math.max(most, kind), 0) + 1;
    this.#isIn = program.sets.map((set) =>
      Array.from({ length: this.#end }, (_, kind) => set.includes(kind)),
    );
  }

  build(): RunGraph {
    this.#numberOf(0, -1);
    const edges: RunEdge[][] = [];
    const isCertain: boolean[] = [];
    // It grows on the way.
    for (const node of this.#nodes) {
      const { found, certain } = this.#edgesOf(node);
      edges.push(found);
      isCertain.push(certain);
    }
    return { edges, isCertain };
  }

  #edgesOf({ state, before }: { state: number; before: number }): { found: RunEdge[]; certain: boolean } {
    const { steps } = this.#program;
    const found: RunEdge[] = [];
    let certain = this.#settle(state, before, this.#end).has(1);
    for (let kind = 0; kind < this.#end; kind += 1) {
      const settled = this.#settle(state, before, kind);
      certain &&= settled.has(1);
      const ways = new Map<number, number>();
      for (const [place, count] of settled)
        for (const [set, to] of steps[place] ?? [])
          if (this.#isIn[set]?.[kind] === true) ways.set(to, (ways.get(to) ?? 0) + count);
      for (const [to, count] of ways)
        found.push({ kind, to: this.#numberOf(to, kind), isTwofold: count > 1 });
      // The engine begins anew at the next character.
      if (state === 0) found.push({ kind, to: this.#numberOf(0, kind), isTwofold: false });
    }
    return certain && state === 0 ? { found: [], certain } : { found, certain };
  }

  /** How often each state is reached without a character, counted up to two. */
  #settle(state: number, before: number, kind: number): Map<number, number> {
    const counts = new Map<number, number>();
    // Each step once: an engine gives up a round of a loop that has read nothing.
    const way = new Set<string>();
    let left = emptyLimit;
    const visit = (at: number): void => {
      if ((left -= 1) < 0) return;
      const count = counts.get(at) ?? 0;
      counts.set(at, count + 1);
      // A third way is no news.
      if (count > 1) return;
      for (const [index, [to, look]] of (this.#program.empty[at] ?? []).entries()) {
        const step = `${at} ${index}`;
        if (way.has(step) || (look !== undefined && !this.#holds(look, before, kind))) continue;
        way.add(step);
        visit(to);
        way.delete(step);
      }
    };
    visit(state);
    return counts;
  }

  #holds(index: number, before: number, kind: number): boolean {
    const [isAhead = false, isNegated = false, set = 0] = this.#program.looks[index] ?? [];
    return (this.#isIn[set]?.[isAhead ? kind : before] === true) !== isNegated;
  }

  /** Of what is before a node only that counts which some condition looks at. */
  #numberOf(state: number, before: number): number {
    const seen = this.#program.looks.map(
      ([isAhead, , set]) => !isAhead && this.#isIn[set]?.[before] === true,
    );
    const key = `${state} ${seen.map(Number).join("")}`;
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.#nodes.push({ state, before }) - 1;
    this.#numbers.set(key, number);
    return number;
  }
}
