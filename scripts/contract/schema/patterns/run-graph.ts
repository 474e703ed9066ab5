// How an engine that backtracks runs through a pattern: each node is a place in the pattern, each edge one more character.
import type { LinearProgram } from "../../runtime/linear-matcher.ts";
import { TooManyStates } from "./automaton.ts";

export interface RunEdge {
  /** The class of the character. */
  readonly kind: number;
  readonly to: number;
  /** In how many ways the engine gets there. */
  readonly ways: number;
}

export interface RunGraph {
  readonly edges: readonly (readonly RunEdge[])[];
  /** Nodes from which every text leads to a match: nothing behind them is tried twice. */
  readonly isCertain: readonly boolean[];
  /** Whether an engine may try more than `mostWays` ways to one place without a character. */
  readonly isWild: boolean;
}

/** Ways without a character to one place; more are not counted. */
const mostWays = 64;
/** Steps without a character that are followed from one node, and from all; edges of the graph. */
const emptyLimit = 20_000;
const stepLimit = 1_000_000;
const edgeLimit = 200_000;

/** The graph of all runs; the first node is the start of the text. Throws `TooManyStates` for one that would be too large. */
export function runGraph(program: LinearProgram): RunGraph {
  return new RunGraphBuilder(program).build();
}

class RunGraphBuilder {
  readonly #program: LinearProgram;
  readonly #isIn: readonly (readonly boolean[])[];
  /** The class of the end of the text. */
  readonly #end: number;
  /** Classes for which the same conditions on the next character hold, the end among them. */
  readonly #groups: readonly (readonly number[])[];
  /** By class, and before the start by -1: which conditions on the character before hold. */
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
    // It grows on the way.
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
      // The engine begins anew at the next character.
      if (state === 0) found.push({ kind, to: this.#numberOf(0, kind), ways: 1 });
    }
    return certain && state === 0 ? { found: [], certain } : { found, certain };
  }

  /** How often each state is reached without a character. */
  #settle(state: number, before: number, kind: number): Map<number, number> {
    const counts = new Map<number, number>();
    // Each step once: an engine gives up a round of a loop that has read nothing.
    const way = new Set<number>();
    let left = emptyLimit;
    const visit = (at: number): void => {
      if ((left -= 1) < 0 || (this.#steps -= 1) < 0) throw new TooManyStates();
      const count = (counts.get(at) ?? 0) + 1;
      counts.set(at, count);
      // One more way is no news.
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

  /** Which conditions on the character ahead, or on the one before, hold for one of a class. */
  #signature(side: boolean, kind: number): string {
    return this.#program.looks
      .map(([isAhead, , set]) => Number(isAhead === side && this.#isIn[set]?.[kind] === true))
      .join("");
  }

  /** Of what is before a node only that counts which some condition looks at. */
  #numberOf(state: number, before: number): number {
    const key = `${state} ${this.#seen.get(before)}`;
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.#nodes.push({ state, before }) - 1;
    this.#numbers.set(key, number);
    return number;
  }
}
