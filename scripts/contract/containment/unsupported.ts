// The reason why the search cannot decide, with the keyword and location responsible.
import type { SchemaNode } from "./schema-node.ts";

/** Why something stays undecided. */
export interface Unsupported {
  readonly reason: string;
  readonly keyword?: string;
  readonly pointer?: string;
  /** Set if the value certainly exists and is only too large: how to build it, such as `"a" × 2147483648`. */
  readonly recipe?: string;
  /** The unreadable pattern, if it is the only doubt about a text. */
  readonly opaque?: string;
}

/** A doubt only about whether a value can be written out. */
export const tooLarge = (recipe: string): Unsupported => ({
  reason: `too large to write down: ${recipe}`,
  recipe,
});

/** The reason of a search that spent its own steps. */
export const searchSpent = "the search spent its budget";

/** Thrown if the search cannot continue: budget spent, nesting too deep. */
export class Unsearchable extends Error {
  override readonly name = "Unsearchable";
  readonly doubt: Unsupported;

  constructor(doubt: Unsupported) {
    super(doubt.reason);
    this.doubt = doubt;
  }
}

/** A doubt about one keyword of one schema. */
export function unsupportedAt(node: SchemaNode, keyword: string, reason: string): Unsupported {
  return { reason, keyword, pointer: `${node.pointer}/${keyword}` };
}
