// The branches of a large rejected union: only those are examined that may accept the value.
import { BranchIndex } from "./branch-overlaps.ts";
import { all, type Formula, type JsonType, literal, rejecting } from "./formula.ts";
import type { SchemaNode } from "./schema-node.ts";

/** Number of branches below which they are examined one by one. */
export const many = 4;

const made = new WeakMap<Formula, RejectedBranches>();

/** A large rejected union with an index of its branches. */
export class RejectedBranches {
  /** The keys of the branches. */
  readonly keys: ReadonlySet<string>;
  readonly #nodes: readonly SchemaNode[];
  readonly #type: JsonType;
  #index: BranchIndex | undefined;

  private constructor(nodes: readonly SchemaNode[], type: JsonType) {
    this.#nodes = nodes;
    this.#type = type;
    this.keys = new Set(nodes.map(({ key }) => key));
  }

  /**
   * Returns the rejected branches if a formula about values of `type` consists of many rejected schemas and
   * nothing else.
   */
  static of(formula: Formula, type: JsonType): RejectedBranches | undefined {
    if (formula.is !== "all" || formula.of.length < many) return undefined;
    const known = made.get(formula);
    if (known) return known;
    const nodes: SchemaNode[] = [];
    for (const part of formula.of) {
      if (part.is !== "literal" || part.literal.sign) return undefined;
      nodes.push(part.literal.node);
    }
    const branches = new RejectedBranches(nodes, type);
    made.set(formula, branches);
    return branches;
  }

  /**
   * Returns the formula that rejects the branches that may accept a value that all of `accepted` accept; the
   * others cannot.
   */
  near(accepted: readonly SchemaNode[], spend: (steps: number) => void): Formula {
    this.#index ??= new BranchIndex(this.#nodes, this.#type);
    return all(this.#index.near(accepted, spend).map((at) => literal(rejecting(this.#nodes[at]!))));
  }
}
