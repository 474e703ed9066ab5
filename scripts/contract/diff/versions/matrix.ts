// Compares every version's clients with every version's server: the breaks, with the smallest exchange, or a
// proof that there are none.
import type { OpenApiDocument } from "../../document/document.ts";
import type { ApiOperation } from "../../exchange/api.ts";
import type { CompareOptions, Finding } from "../comparison.ts";
import { decidePairs, removalDrafts, serverDrafts, wantedOperations } from "../compare-operations.ts";
import type { Draft } from "../decide/draft.ts";
import { finishFinding } from "../decide/finish-finding.ts";
import type { ValuesByStructure } from "../decide/neutral-value.ts";
import { type OperationPair, type Context, contextOf } from "../decide/context.ts";
import { type Grade, gradeFindings } from "../policy/grade.ts";
import { exchangeSize } from "./exchange-size.ts";
import { VersionChain } from "./version-chain.ts";

/**
 * A break or an undecided finding of a cell. The full finding is built on demand: distant versions have
 * thousands.
 */
export interface CellFinding {
  readonly verdict: "breaking" | "undecided";
  /** Method and path template, with unnamed parameters. */
  readonly operation: string;
  readonly side: Finding["side"];
  readonly place: string;
  readonly rule: string;
  readonly witness: Finding["witness"];
  readonly finding: () => Finding;
}

/**
 * The result for one version's clients and one version's server; an empty one is a proof that nothing breaks.
 */
export interface MatrixCell {
  /** Index of the clients' version. */
  readonly client: number;
  /** Index of the server's version. */
  readonly server: number;
  readonly breaks: readonly CellFinding[];
  readonly undecided: readonly CellFinding[];
  /** The break with the smallest exchange, otherwise the first undecided finding. */
  readonly smallest: Finding | undefined;
}

/** A break or an undecided finding, before it has a location. */
interface Entry {
  readonly base: ApiOperation;
  readonly head: ApiOperation | undefined;
  readonly draft: Draft;
}

/** Options of the comparisons of a matrix. */
export interface MatrixOptions extends CompareOptions {
  readonly grades?: readonly Grade[];
}

/**
 * Decides cells one by one; what is equal in several of them is decided once. Versions are in order, so that
 * neighbours have most in common.
 */
export class Matrix {
  readonly #chain: VersionChain;
  readonly #options: MatrixOptions;
  readonly #known = new Map<string, readonly Draft[]>();
  readonly #values: ValuesByStructure = new Map();
  readonly #cells = new Map<string, MatrixCell>();
  readonly size: number;
  constructor(documents: readonly OpenApiDocument[], options: MatrixOptions = {}) {
    this.#chain = new VersionChain(documents);
    this.#options = options;
    this.size = documents.length;
  }

  cell(client: number, server: number): MatrixCell {
    const key = `${client} ${server}`;
    const known = this.#cells.get(key) ?? this.#decide(client, server);
    this.#cells.set(key, known);
    return known;
  }

  #decide(client: number, server: number): MatrixCell {
    const { grades = [], ...options } = this.#options;
    const { apis } = this.#chain;
    const same = this.#chain.same(client, server);
    const context = contextOf(apis[client]!, apis[server]!, { same, options, values: this.#values });
    const entries = client === server ? [] : distinct(this.#entries(context, client, server));
    const all = entries.map((entry) => cellFinding(context, entry));
    const found = grades.length === 0 ? all : graded(all, grades);
    const breaks = found.filter(({ verdict }) => verdict === "breaking");
    const undecided = found.filter(({ verdict }) => verdict === "undecided");
    return { client, server, breaks, undecided, smallest: (smallestOf(breaks) ?? undecided[0])?.finding() };
  }

  #entries(context: Context, client: number, server: number): Entry[] {
    const options = this.#options;
    const { pairs, removed } = wantedOperations(context, options);
    const changed = pairs.filter((pair) => !this.#chain.isSame(client, server, pair));
    this.#learn(context, { client, server, changed });
    const servers = new Set<string>();
    return [
      // Equal operations have equal servers.
      ...changed.flatMap((pair) =>
        (options.skipServers === true ? [] : serverDrafts(context, pair, servers))
          .filter(isLoud)
          .map((draft) => ({ ...pair, draft })),
      ),
      ...changed.flatMap((pair) =>
        this.#known.get(this.#chain.nameOf(client, server, pair))!.map((draft) => ({ ...pair, draft })),
      ),
      ...removed.flatMap((base) =>
        this.#removal(context, client, base).map((draft) => ({ base, head: undefined, draft })),
      ),
    ];
  }

  /** Decides those pairs that no earlier cell had. */
  #learn(
    context: Context,
    of: { readonly client: number; readonly server: number; readonly changed: readonly OperationPair[] },
  ): void {
    const fresh = new Map<string, OperationPair>();
    for (const pair of of.changed) {
      const name = this.#chain.nameOf(of.client, of.server, pair);
      if (!this.#known.has(name)) fresh.set(name, pair);
    }
    const decided = decidePairs(context, [...fresh.values()], this.#options);
    for (const [at, name] of [...fresh.keys()].entries()) this.#known.set(name, decided[at]!.filter(isLoud));
  }

  #removal(context: Context, client: number, base: ApiOperation): readonly Draft[] {
    const name = `removed ${this.#chain.nameOfOne(client, base)}`;
    const known = this.#known.get(name) ?? removalDrafts(context, base, this.#options).filter(isLoud);
    this.#known.set(name, known);
    return known;
  }
}

function isLoud({ verdict }: Pick<Draft, "verdict">): boolean {
  return verdict === "breaking" || verdict === "undecided";
}

function cellFinding(context: Context, { base, head, draft }: Entry): CellFinding {
  const { side, place, rule, witness } = draft;
  let made: Finding | undefined;
  return {
    verdict: draft.verdict === "breaking" ? "breaking" : "undecided",
    operation: base.key,
    side,
    place,
    rule: rule.id,
    witness,
    finding: () => (made ??= finishFinding(context, base, head, draft)),
  };
}

/** Applies grades, which need all findings with their locations. */
function graded(all: readonly CellFinding[], grades: readonly Grade[]): CellFinding[] {
  return all.flatMap((one) => {
    const counts = { operations: 0, breaking: 0, undecided: 0, notice: 0, compatible: 0 };
    const comparison = { base: "", head: "", findings: [one.finding()], counts };
    const [left] = gradeFindings(comparison, grades).comparison.findings;
    if (left?.verdict !== "breaking" && left?.verdict !== "undecided") return [];
    return [{ ...one, verdict: left.verdict, finding: () => left }];
  });
}

/**
 * Returns one entry for each fingerprint, breaks before undecided ones; the fingerprint itself is computed
 * only for printed findings.
 */
function distinct(entries: readonly Entry[]): Entry[] {
  const found = new Map<string, Entry>();
  for (const entry of entries) {
    const { side, place, rule, verdict } = entry.draft;
    const key = `${entry.base.key}\n${side}\n${place}\n${rule.id}`;
    if (verdict === "breaking" || !found.has(key)) {
      if (found.get(key)?.draft.verdict !== "breaking") found.set(key, entry);
    }
  }
  return [...found.values()];
}

function smallestOf(breaks: readonly CellFinding[]): CellFinding | undefined {
  let [best] = breaks;
  for (const one of breaks)
    if (best !== undefined && exchangeSize(one.witness) < exchangeSize(best.witness)) best = one;
  return best;
}
