// Decides whether the number of ways to match a text grows without bound (Weber and Seidl, 1991): it doubles
// with each repetition of a word if a node has two paths back to itself on that word, and grows by one if one
// looping node also reaches another on it.
import type { RunGraph } from "./run-graph.ts";

/** How the number of ways grows, and a word that shows it. */
export interface Ambiguity {
  readonly growth: "exponential" | "polynomial";
  /** The character classes of the word whose repetition makes matching slow. */
  readonly word: readonly number[];
}

/** Maximum number of steps between tuples of nodes; a pattern that needs more counts as ambiguous. */
const budget = 300_000;

/** Returns the ambiguity of a pattern; undefined if the number of ways is bounded for all texts. */
export function ambiguityOf(graph: RunGraph): Ambiguity | undefined {
  return new AmbiguitySearch(graph).find();
}

interface Tuple {
  readonly nodes: readonly number[];
  readonly from: Tuple | undefined;
  readonly kind: number;
}

class AmbiguitySearch {
  readonly #graph: RunGraph;
  /** By node and class: the next nodes. */
  readonly #next: readonly ReadonlyMap<number, readonly number[]>[];
  /** The strongly connected component of each node. */
  readonly #component: readonly number[];
  /** The same among the nodes from which a match is not certain. */
  readonly #inner: readonly number[];
  #left = budget;

  constructor(graph: RunGraph) {
    this.#graph = graph;
    this.#next = graph.edges.map((edges) => {
      const byKind = new Map<number, number[]>();
      for (const { kind, to } of edges) byKind.set(kind, [...(byKind.get(kind) ?? []), to]);
      return byKind;
    });
    this.#component = components(graph, () => true);
    this.#inner = components(graph, (node) => graph.isCertain[node] !== true);
  }

  find(): Ambiguity | undefined {
    return this.#exponential() ?? this.#polynomial();
  }

  #exponential(): Ambiguity | undefined {
    for (const [node, edges] of this.#graph.edges.entries()) {
      const component = this.#inner[node] ?? -1;
      if (component < 0) continue;
      const inside = (to: number) => this.#inner[to] === component;
      const twofold = edges.find(({ to, ways }) => ways > 1 && inside(to));
      if (twofold !== undefined) {
        const back = this.#search([twofold.to], [node], [inside]);
        return { growth: "exponential", word: [twofold.kind, ...(back ?? [])] };
      }
      const word = this.#apart(node, inside);
      if (word !== undefined) return { growth: "exponential", word };
    }
    return undefined;
  }

  /** Returns a word by which a node returns to itself in two ways. */
  #apart(node: number, inside: (to: number) => boolean): readonly number[] | undefined {
    for (const [kind, all] of this.#next[node] ?? []) {
      const targets = all.filter(inside);
      for (const [index, one] of targets.entries())
        for (const other of targets.slice(index + 1)) {
          const word = this.#search([one, other], [node, node], [inside, inside]);
          if (word !== undefined) return [kind, ...word];
        }
    }
    return undefined;
  }

  #polynomial(): Ambiguity | undefined {
    const isLoop = this.#graph.edges.map((edges, node) =>
      edges.some(({ to }) => this.#component[to] === this.#component[node]),
    );
    const loops = [...isLoop.keys()].filter((node) => isLoop[node]);
    const inner = loops.filter((node) => (this.#inner[node] ?? -1) >= 0);
    // Two runs from one node diverge where a character leads to two nodes; until then the first run has not
    // left its component.
    const forked = new Set(
      this.#next.flatMap((byKind, node) =>
        [...byKind.values()].some((targets) => targets.length > 1) ? [this.#component[node]] : [],
      ),
    );
    for (const first of loops) {
      if (!forked.has(this.#component[first])) continue;
      const reached = this.#reachable(first);
      for (const second of inner) {
        if (first === second || !reached.has(second)) continue;
        const stays = [
          (to: number) => this.#component[to] === this.#component[first],
          (to: number) => reached.has(to),
          (to: number) => this.#inner[to] === this.#inner[second],
        ];
        const word = this.#search([first, first, second], [first, second, second], stays);
        if (word !== undefined) return { growth: "polynomial", word };
      }
    }
    return undefined;
  }

  #reachable(from: number): Set<number> {
    const found = new Set([from]);
    for (const node of found) for (const { to } of this.#graph.edges[node] ?? []) found.add(to);
    return found;
  }

  /** Returns the shortest word that leads all nodes of one tuple to those of another simultaneously. */
  #search(
    from: readonly number[],
    to: readonly number[],
    stays: readonly ((node: number) => boolean)[],
  ): readonly number[] | undefined {
    const size = this.#next.length;
    const keyOf = (nodes: readonly number[]): number => nodes.reduce((key, node) => key * size + node, 0);
    const goal = keyOf(to);
    if (keyOf(from) === goal) return [];
    const seen = new Set([keyOf(from)]);
    const open: Tuple[] = [{ nodes: from, from: undefined, kind: -1 }];
    for (const tuple of open) {
      if (this.#left < 0) return wordOf(tuple);
      for (const next of this.#following(tuple, stays)) {
        const key = keyOf(next.nodes);
        if (key === goal) return wordOf(next);
        if (seen.has(key)) continue;
        seen.add(key);
        open.push(next);
      }
    }
    return undefined;
  }

  #following(tuple: Tuple, stays: readonly ((node: number) => boolean)[]): Tuple[] {
    const [first = 0] = tuple.nodes;
    const found: Tuple[] = [];
    for (const kind of this.#next[first]?.keys() ?? []) {
      if ((this.#left -= 1) < 0) break;
      let ways: (readonly number[])[] = [[]];
      for (const [index, node] of tuple.nodes.entries()) {
        const targets = (this.#next[node]?.get(kind) ?? []).filter((to) => stays[index]?.(to) === true);
        ways = ways.flatMap((way) => targets.map((to) => [...way, to]));
      }
      this.#left -= ways.length;
      for (const nodes of ways) found.push({ nodes, from: tuple, kind });
    }
    return found;
  }
}

function wordOf(last: Tuple): readonly number[] {
  const word: number[] = [];
  for (let tuple = last; tuple.from !== undefined; tuple = tuple.from) word.unshift(tuple.kind);
  return word;
}

/** Returns the number of each node's strongly connected component (Kosaraju); -1 for excluded nodes. */
function components({ edges }: RunGraph, counts: (node: number) => boolean): number[] {
  const back: number[][] = edges.map(() => []);
  for (const [node, list] of edges.entries()) for (const { to } of list) back[to]?.push(node);
  const order = postorder(
    edges.map((list) => list.map(({ to }) => to)),
    counts,
  );
  const numbers = edges.map(() => -1);
  let number = 0;
  for (const root of order.reverse()) {
    if (numbers[root] !== -1) continue;
    const open = [root];
    numbers[root] = number;
    for (let node = open.pop(); node !== undefined; node = open.pop())
      for (const from of back[node] ?? [])
        if (counts(from) && numbers[from] === -1) {
          numbers[from] = number;
          open.push(from);
        }
    number += 1;
  }
  return numbers;
}

function postorder(targets: readonly (readonly number[])[], counts: (node: number) => boolean): number[] {
  const order: number[] = [];
  const seen = new Set<number>();
  for (const root of targets.keys()) {
    const stack = counts(root) ? [{ node: root, at: 0 }] : [];
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      if (top.at === 0 && seen.has(top.node)) {
        stack.pop();
        continue;
      }
      seen.add(top.node);
      const next = targets[top.node]?.[top.at];
      top.at += 1;
      if (next === undefined) {
        order.push(top.node);
        stack.pop();
      } else if (counts(next) && !seen.has(next)) stack.push({ node: next, at: 0 });
    }
  }
  return order;
}
