// The branches of a union that is refused, where they are many: only those are looked at that a value may be of.
import { BranchIndex } from "./branch-overlaps.ts";
import { all, type Formula, type JsonType, literal, rejecting } from "./formula.ts";
import type { SchemaNode } from "./schema-node.ts";

/** Fewer are looked at one by one. */
export const many = 8;

const made = new WeakMap<Formula, RejectedBranches>();

/** See the head of this file. */
export class RejectedBranches {
  /** The names of the branches. */
  readonly keys: ReadonlySet<string>;
  readonly #nodes: readonly SchemaNode[];
  readonly #type: JsonType;
  #index: BranchIndex | undefined;

  private constructor(nodes: readonly SchemaNode[], type: JsonType) {
    this.#nodes = nodes;
    this.#type = type;
    this.keys = new Set(nodes.map(({ key }) => key));
  }

  /** What a formula about values of `type` says, when it refuses many schemas and nothing else. */
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

  /** That the branches are refused which a value that all of `accepted` accept may be of; it is of no other. */
  near(accepted: readonly SchemaNode[], spend: (steps: number) => void): Formula {
    this.#index ??= new BranchIndex(this.#nodes, this.#type);
    return all(this.#index.near(accepted, spend).map((at) => literal(rejecting(this.#nodes[at]!))));
  }
}
