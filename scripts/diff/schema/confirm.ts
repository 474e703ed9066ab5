// Confirms with Ajv what the search found: whether a side accepts an instance, in its view and its reading.
import type { Json } from "../../document/document.ts";
import { isSendable } from "./closing.ts";
import { Unsearchable } from "./doubt.ts";
import { nodeAt } from "./schema-node.ts";
import { scopeOf } from "./scope.ts";
import type { Side } from "./side.ts";
import { validate, type Verdict } from "./validator.ts";

/**
 * Whether `side` accepts `instance`.
 *
 * Never throws: a schema that no validator of 2020-12 can be asked about is `undecidable`, and then not valid.
 *
 * @example
 * accepts({ root: {}, schema: { maxLength: 1 }, view: "none", closed: false }, "ab").errors
 * // ["must NOT have more than 1 characters"]
 */
export function accepts(side: Side, instance: Json): Verdict {
  try {
    const node = nodeAt(scopeOf(side.root, side.view), side.schema, side.pointer ?? "");
    const verdict = validate(node, instance);
    if (!verdict.valid || !side.closed || isSendable([node], instance)) return verdict;
    return { valid: false, errors: ["must NOT have names that its sender does not declare"] };
  } catch (error) {
    if (!(error instanceof Unsearchable)) throw error;
    return { valid: false, errors: [error.message], undecidable: error.message };
  }
}
