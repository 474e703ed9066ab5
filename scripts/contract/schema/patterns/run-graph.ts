// The graph of a backtracking engine's runs through a pattern: each node is a position in the pattern, each
// edge consumes one character.
import type { LinearProgram } from "../../runtime/linear-matcher.ts";
import { TooManyStates } from "./automaton.ts";

/** An edge: one consumed character. */
export interface RunEdge {
  /** The class of the character. */
  readonly kind: number;
  readonly to: number;
  /** The number of ways in which the engine takes this edge. */
  readonly ways: number;
}

/** The graph of one pattern. */
export interface RunGraph {
  readonly edges: readonly (readonly RunEdge[])[];
  /** Nodes from which every text leads to a match: after them, the engine never backtracks. */
  readonly isCertain: readonly boolean[];
  /** Whether an engine may try more than `mostWays` ways to one position without consuming a character. */
  readonly isWild: boolean;
}

/** Maximum number of ways to one position without consuming a character; further ones are not counted. */
const mostWays = 64;
/** Maximum number of empty steps from one node, and in total; maximum number of edges of the graph. */
const emptyLimit = 20_000;
const stepLimit = 1_000_000;
const edgeLimit = 200_000;

/**
 * Returns the graph of all runs; the first node is the start of the text.
 *
 * @throws TooManyStates if it would be too large
 */
export function runGraph(program: LinearProgram): RunGraph {
  return new RunGraphBuilder(program).build();
}

class RunGraphBuilder {
  readonly #program: LinearProgram;
  readonly #isIn: readonly (readonly boolean[])[];
  /** The class of the end of the text. */
  readonly #end: number;
  /** Classes that satisfy the same conditions on the next character, including the end of the text. */
  readonly #groups: readonly (readonly number[])[];
  /** By class, with -1 for the start of the text: the conditions on the previous character that hold. */
  readonly #seen = new Map<number, string>();
  readonly #numbers = new Map<string, number>();
  readonly #nodes: { readonly state: number; readonly before: number }[] = [];
  readonly #stride: number;
  #isWild = false;
  #steps = stepLimit;
  #edges = edgeLimit;

  constructor(program: LinearProgram) {
    this.#program = program;
    this.#end = program.classes.reduce((most, kind) => Math.max(most, kind), 0) + 1;
    this.#isIn = program.sets.map((set) => {
      const members = new Set(set);
      return Array.from({ length: this.#end }, (_, kind) => members.has(kind));
    });
    this.#stride = program.empty.reduce((most, steps) => Math.max(most, steps.length), 1);
    const groups = new Map<string, number[]>();
    for (let kind = -1; kind <= this.#end; kind += 1) {
      const [ahead, behind] = [true, false].map((side) => this.#signature(side, kind));
      this.#seen.set(kind, behind ?? "");
      if (kind < 0) continue;
      const group = groups.get(ahead ?? "");
      if (group === undefined) groups.set(ahead ?? "", [kind]);
      else group.push(kind);
    }
    this.#groups = [...groups.values()];
  }

  build(): RunGraph {
    this.#numberOf(0, -1);
    const edges: RunEdge[][] = [];
    const isCertain: boolean[] = [];
    // The list grows during the iteration.
    for (const node of this.#nodes) {
      const { found, certain } = this.#edgesOf(node);
      edges.push(found);
      isCertain.push(certain);
    }
    return { edges, isCertain, isWild: this.#isWild };
  }

  #edgesOf({ state, before }: { state: number; before: number }): { found: RunEdge[]; certain: boolean } {
    const byKind = Array.from({ length: this.#end }, () => new Map<number, number>());
    let certain = true;
    for (const group of this.#groups) {
      const settled = this.#settle(state, before, group[0] ?? 0);
      certain &&= settled.has(1);
      const members = group.length > this.#end ? undefined : new Set(group);
      for (const [place, count] of settled)
        for (const [set, to] of this.#program.steps[place] ?? [])
          for (const kind of this.#program.sets[set] ?? [])
            if (members?.has(kind) !== false) {
              const ways = byKind[kind];
              ways?.set(to, (ways.get(to) ?? 0) + count);
              if ((this.#edges -= 1) < 0) throw new TooManyStates();
            }
    }
    const found: RunEdge[] = [];
    for (const [kind, targets] of byKind.entries()) {
      for (const [to, ways] of targets) found.push({ kind, to: this.#numberOf(to, kind), ways });
      // The engine also starts a new attempt at the next character.
      if (state === 0) found.push({ kind, to: this.#numberOf(0, kind), ways: 1 });
    }
    return certain && state === 0 ? { found: [], certain } : { found, certain };
  }

  /** Returns for each state how many ways reach it without consuming a character. */
  #settle(state: number, before: number, kind: number): Map<number, number> {
    const counts = new Map<number, number>();
    // Each step once per way: an engine leaves a loop whose iteration has consumed nothing.
    const way = new Set<number>();
    let left = emptyLimit;
    const visit = (at: number): void => {
      if ((left -= 1) < 0 || (this.#steps -= 1) < 0) throw new TooManyStates();
      const count = (counts.get(at) ?? 0) + 1;
      counts.set(at, count);
      // Beyond the maximum, further ways change nothing.
      if (count >= mostWays) this.#isWild = true;
      if (count > mostWays) return;
      for (const [index, [to, look]] of (this.#program.empty[at] ?? []).entries()) {
        const step = at * this.#stride + index;
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

  /** Returns which conditions on the next, or the previous, character hold for a class. */
  #signature(side: boolean, kind: number): string {
    return this.#program.looks
      .map(([isAhead, , set]) => Number(isAhead === side && this.#isIn[set]?.[kind] === true))
      .join("");
  }

  /** Nodes are distinguished by the previous character only as far as some condition inspects it. */
  #numberOf(state: number, before: number): number {
    const key = `${state} ${this.#seen.get(before)}`;
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.#nodes.push({ state, before }) - 1;
    this.#numbers.set(key, number);
    return number;
  }
}
