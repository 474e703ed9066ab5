// Converts an NFA with look-arounds to a deterministic automaton.
//
// A look-behind is an automaton that runs along from the start of the text; a look-ahead is one that starts
// at its position and must end in an accepting (or, if negated, rejecting) state. A state of the result
// therefore consists of the state of each look-behind and, for each path through the NFA, the pending
// look-aheads.
import type { Concatenation, NoParent } from "refa";
import { type Automaton, classOf, explore, leadingTo, mergeBounds, TooManyStates } from "./automaton.ts";
import { networkOf, NotRegular, type EmptyStep, type Network } from "./pattern-network.ts";

/** What may surround a match in the word: `before` allows any text before it, `after` any text after it. */
export interface State {
  readonly before: boolean;
  readonly after: boolean;
}

const stateLimit = 3000;
/** Maximum number of threads per allowed state, each with its pending look-aheads. */
const threadsPerState = 300;

/** One path through the NFA: a state, and the states of the look-aheads that are pending on it. */
interface Thread {
  readonly at: number;
  /** Index of the look-ahead, whether it must accept, and the state of its automaton. */
  readonly promises: readonly (readonly [index: number, accept: boolean, state: number])[];
}

interface Configuration {
  readonly behind: readonly number[];
  readonly threads: ReadonlyMap<string, Thread>;
}

interface Look {
  readonly automaton: Automaton;
  /** Per state: whether it can still come to acceptance or rejection. */
  readonly canAccept: readonly boolean[];
  readonly canReject: readonly boolean[];
}

/** Returns the automaton of the words in which one of `branches` matches at `place`. */
export function automatonOf(
  branches: readonly NoParent<Concatenation>[],
  place: State,
  limit = stateLimit,
): Automaton {
  const network = networkOf(branches);
  const looks = network.looks.map(({ kind, branches: inside }): Look => {
    if (kind === "ahead" ? !place.after : !place.before) throw new NotRegular();
    const automaton = automatonOf(inside, { before: kind === "behind", after: kind === "ahead" }, limit);
    return { automaton, canAccept: leadingTo(automaton, true), canReject: leadingTo(automaton, false) };
  });
  return new Reader(network, looks, place, limit).automaton();
}

class Reader {
  readonly #network: Network;
  readonly #looks: readonly Look[];
  readonly #place: State;
  readonly #bounds: readonly number[];
  readonly #limit: number;
  #left: number;

  constructor(network: Network, looks: readonly Look[], place: State, limit: number) {
    this.#limit = limit;
    this.#left = limit * threadsPerState;
    this.#network = network;
    this.#looks = looks;
    this.#place = place;
    this.#bounds = mergeBounds([...looks.map(({ automaton }) => automaton.bounds), boundsOf(network)]);
  }

  automaton(): Automaton {
    const behind = this.#looks.map(() => 0);
    const sets = [...new Set(this.#network.steps.flat().map(({ characters }) => characters))];
    return explore<Configuration>({
      bounds: this.#bounds,
      start: { behind, threads: this.#settle([{ at: 0, promises: [] }], behind) },
      limit: this.#limit,
      keyOf: ({ behind: states, threads }) => `${states.join()}/${[...threads.keys()].sort().join(" ")}`,
      accepts: ({ threads }) => [...threads.values()].some((thread) => this.#isMatch(thread)),
      next: (configuration, at) => this.#read(configuration, this.#bounds[at]!),
      keyOfClass: (at) => {
        const character = this.#bounds[at]!;
        const columns = this.#looks.map(({ automaton }) => classOf(automaton.bounds, character));
        return `${columns.join()}/${sets.map((set) => Number(set.has(character))).join("")}`;
      },
    });
  }

  #isMatch({ at, promises }: Thread): boolean {
    return (
      at === 1 &&
      promises.every(([index, accept, state]) => this.#looks[index]!.automaton.accepts[state] === accept)
    );
  }

  #read({ behind, threads }: Configuration, character: number): Configuration {
    const states = behind.map((state, index) => this.#advance(index, state, character));
    const next: Thread[] = this.#place.before ? [{ at: 0, promises: [] }] : [];
    for (const { at, promises } of threads.values()) {
      const kept = this.#keep(
        promises.map(([index, accept, state]) => [index, accept, this.#advance(index, state, character)]),
      );
      if (!kept) continue;
      if (at === 1 && this.#place.after) next.push({ at, promises: kept });
      for (const { characters, to } of this.#network.steps[at]!) {
        if (characters.has(character)) next.push({ at: to, promises: kept });
      }
    }
    return { behind: states, threads: this.#settle(next, states) };
  }

  #advance(index: number, state: number, character: number): number {
    const { bounds, moves } = this.#looks[index]!.automaton;
    return moves[state]![classOf(bounds, character)]!;
  }

  /** Returns the look-aheads that are still undecided; undefined if one has failed for good. */
  #keep(promises: readonly (readonly [number, boolean, number])[]): Thread["promises"] | undefined {
    const possible = ([index, accept, state]: readonly [number, boolean, number]): boolean =>
      Boolean(this.#looks[index]![accept ? "canAccept" : "canReject"][state]);
    if (!promises.every(possible)) return undefined;
    const open = promises.filter(([index, accept, state]) => possible([index, !accept, state]));
    return open.sort((a, b) => a[0] - b[0] || a[2] - b[2] || Number(a[1]) - Number(b[1]));
  }

  /** Follows all empty steps; once a match is certain, all other threads are dropped. */
  #settle(threads: readonly Thread[], behind: readonly number[]): ReadonlyMap<string, Thread> {
    const found = new Map<string, Thread>();
    const open = [...threads];
    for (let thread = open.pop(); thread; thread = open.pop()) {
      const key = `${thread.at}|${thread.promises.join("|")}`;
      if (found.has(key)) continue;
      found.set(key, thread);
      if ((this.#left -= 1) < 0) throw new TooManyStates();
      if (thread.at === 1 && thread.promises.length === 0 && this.#place.after)
        return new Map([[key, thread]]);
      for (const step of this.#network.empty[thread.at]!) {
        const promises = this.#pass(step, thread, behind);
        if (promises) open.push({ at: step.to, promises });
      }
    }
    return found;
  }

  #pass(
    { look }: EmptyStep,
    { promises }: Thread,
    behind: readonly number[],
  ): Thread["promises"] | undefined {
    if (!look) return promises;
    const { index, kind, negate } = look;
    if (kind === "ahead") {
      const known = promises.some(([i, accept, state]) => i === index && accept !== negate && state === 0);
      return known ? promises : this.#keep([...promises, [index, !negate, 0]]);
    }
    return this.#looks[index]!.automaton.accepts[behind[index]!] !== negate ? promises : undefined;
  }
}

function boundsOf({ steps }: Network): number[] {
  return steps
    .flat()
    .flatMap(({ characters }) => characters.ranges.flatMap(({ min, max }) => [min, max + 1]))
    .filter((bound) => bound <= 0x10ffff);
}
