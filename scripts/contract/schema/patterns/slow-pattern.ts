// Finds patterns for which a backtracking engine takes disproportionate time.
import type { LinearProgram } from "../../runtime/linear-matcher.ts";
import { type Branches, branchesOf, isLimit, programOf, singleSet } from "./linear-program.ts";
import { ambiguityOf } from "./ambiguity.ts";
import { extentOf } from "./pattern-extent.ts";
import { networkOf, type Network, type EmptyStep } from "./pattern-network.ts";
import type { EcmaPattern } from "./read-pattern.ts";
import { runGraph } from "./run-graph.ts";
import { runsAtOnce } from "./runs-at-once.ts";
import { greatest } from "../../document/long-lists.ts";

/** Why a pattern is not matched by the built-in engine. */
export interface SlowPattern {
  /**
   * How the time grows with the length of the text; `unbounded` if engines fail before they start to match.
   */
  readonly growth: "exponential" | "polynomial" | "unbounded";
  /** A text whose repetitions take ever longer; empty if it is not known. */
  readonly text: string;
}

/** Maximum number of ways that may be open simultaneously: each costs a step per character. */
const mostRuns = 1000;
/**
 * Maximum number of consecutive parts: engines that compile by recursion overflow the stack at some thousands
 * more, and earlier within a deep call.
 */
const deepest = 4000;
/**
 * Repetitions above this count are first treated as unbounded; exact counts are used only if that changes the
 * result.
 */
const counted = 12;

const known = new Map<string, SlowPattern | undefined>();

export function slownessOf(pattern: EcmaPattern): SlowPattern | undefined {
  const key = `${pattern.flags}/${pattern.source}`;
  if (known.has(key)) return known.get(key);
  if (known.size > 5000) known.clear();
  const slowness = judge(pattern);
  known.set(key, slowness);
  return slowness;
}

function judge(pattern: EcmaPattern): SlowPattern | undefined {
  const { depth, ways } = extentOf(pattern);
  if (depth > deepest) return { growth: "unbounded", text: "" };
  try {
    const branches = branchesOf(pattern);
    const loose = widened(branches);
    const slowness = slownessIn(loose, pattern);
    if (slowness === undefined || JSON.stringify(shapeOf(loose)) === JSON.stringify(shapeOf(branches)))
      return slowness;
    return slownessIn(branches, pattern);
  } catch (error) {
    if (!isLimit(error)) throw error;
    // Patterns with back-references have no NFA.
    return ways > mostRuns ? { growth: "polynomial", text: "" } : undefined;
  }
}

function slownessIn(branches: Branches, pattern: EcmaPattern): SlowPattern | undefined {
  const network = withoutLooks(networkOf(branches));
  if (network === undefined) return { growth: "polynomial", text: "" };
  const program = programOf(network, pattern.flags === "u");
  const graph = runGraph(program);
  const found = ambiguityOf(graph);
  if (found === undefined)
    return graph.isWild || runsAtOnce(graph, greatest(program.classes, 0) + 1) > mostRuns
      ? { growth: "polynomial", text: "" }
      : undefined;
  return { growth: found.growth, text: found.word.map((kind) => characterOf(program, kind)).join("") };
}

/** Returns a character of a class, preferably a readable one. */
function characterOf({ bounds, classes }: LinearProgram, kind: number): string {
  const nice = Array.from("a0A- _.!").find((sign) => {
    const range = bounds.findLastIndex((bound) => bound <= sign.charCodeAt(0));
    return classes[range] === kind;
  });
  return nice ?? String.fromCodePoint(bounds[classes.indexOf(kind)] ?? 0);
}

/** Replaces counted repetitions by unbounded ones: this matches more, and loses no run. */
function widened(branches: Branches): Branches {
  return branches.map((branch) => ({
    ...branch,
    elements: branch.elements.map((element) => {
      if (!("alternatives" in element)) return element;
      const alternatives = widened(element.alternatives) as never;
      if (element.type !== "Quantifier" || (element.max <= counted && element.min <= counted))
        return { ...element, alternatives };
      const max = element.max > counted ? Number.POSITIVE_INFINITY : element.max;
      return { ...element, alternatives, min: Math.min(element.min, 2), max };
    }),
  }));
}

/** Returns the counts of a pattern's repetitions. */
function shapeOf(branches: Branches): unknown {
  return branches.map(({ elements }) =>
    elements.map((element) => [
      element.type === "Quantifier" ? `${element.min} ${element.max}` : "",
      "alternatives" in element ? shapeOf(element.alternatives) : "",
    ]),
  );
}

/**
 * Turns look-aheads into dead-end branches of the NFA; only conditions on one character remain. Returns
 * undefined for a look-behind of unbounded length, which is matched again at each position.
 */
function withoutLooks(network: Network): Network | undefined {
  const empty: EmptyStep[][] = network.empty.map((steps) => [...steps]);
  const steps = [...network.steps];
  const looks: Network["looks"][number][] = [...network.looks];
  for (let state = 0; state < empty.length; state += 1) {
    const added: EmptyStep[] = [];
    for (const [at, step] of (empty[state] ?? []).entries()) {
      const look = step.look === undefined ? undefined : looks[step.look.index];
      if (look === undefined || singleSet(look.branches) !== undefined) continue;
      const inner = networkOf(look.branches);
      if (look.kind === "behind") {
        if (hasLoop(inner)) return undefined;
      } else {
        const offset = empty.length;
        const shift = looks.length;
        for (const one of inner.looks) looks.push(one);
        for (const list of inner.empty)
          empty.push(
            list.map(({ to, look: next }) => ({
              to: to + offset,
              ...(next === undefined ? {} : { look: { ...next, index: next.index + shift } }),
            })),
          );
        for (const list of inner.steps)
          steps.push(list.map(({ characters, to }) => ({ characters, to: to + offset })));
        added.push({ to: offset });
      }
      (empty[state] ?? [])[at] = { to: step.to };
    }
    for (const step of added) empty[state]?.push(step);
  }
  const used = looks.map((look) =>
    singleSet(look.branches) === undefined ? { ...look, branches: [] } : look,
  );
  return { empty, steps, looks: used };
}

function hasLoop({ empty, steps }: Network): boolean {
  const targets = empty.map((list, state) => [...list, ...(steps[state] ?? [])].map(({ to }) => to));
  const done = new Set<number>();
  const onWay = new Set([0]);
  const way = [{ state: 0, next: 0 }];
  for (let at = way.at(-1); at !== undefined; at = way.at(-1)) {
    const to = targets[at.state]?.[at.next++];
    if (to === undefined) {
      done.add(at.state);
      onWay.delete(at.state);
      way.pop();
    } else if (onWay.has(to)) return true;
    else if (!done.has(to)) {
      onWay.add(to);
      way.push({ state: to, next: 0 });
    }
  }
  return false;
}
