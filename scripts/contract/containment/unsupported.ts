// What the search says when it cannot decide: the reason, and the keyword and place that are to blame.
import type { SchemaNode } from "./schema-node.ts";

/** Why something stays undecided. */
export interface Unsupported {
  readonly reason: string;
  readonly keyword?: string;
  readonly pointer?: string;
  /** Set where the value is there for certain and only too large: how it is made, such as `"a" × 2147483648`. */
  readonly recipe?: string;
  /** The pattern that nothing is known of, where that is all that is in doubt about a text. */
  readonly opaque?: string;
}

/** A doubt about nothing but whether a value can be written down. */
export const tooLarge = (recipe: string): Unsupported => ({
  reason: `too large to write down: ${recipe}`,
  recipe,
});

/** Thrown where going on makes no sense at all: budget spent, nesting too deep. */
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
