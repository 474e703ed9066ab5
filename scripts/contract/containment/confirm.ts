// Confirms with Ajv what the search found: whether a side accepts an instance, in its view and its reading.
import type { Json } from "../document/document.ts";
import { isSendable } from "./closing.ts";
import { Unsearchable } from "./unsupported.ts";
import { glance } from "./glance.ts";
import { nodeAt, type SchemaNode } from "./schema-node.ts";
import { scopeOf } from "./scope.ts";
import type { Side } from "./side.ts";
import { type Check, validate } from "./validator.ts";

/** What a validator says of an instance. */
export interface Verdict {
  readonly valid: boolean;
  /** Sentences, each with the place in the instance before it; empty when valid. */
  readonly errors: readonly string[];
  /** Why no validator could be asked. */
  readonly undecidable?: string;
}

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
    const check = checkOf(node, instance);
    if (!check.valid || !side.closed || isSendable([node], instance)) return verdictOf(check);
    return { valid: false, errors: ["must NOT have names that its sender does not declare"] };
  } catch (error) {
    if (!(error instanceof Unsearchable)) throw error;
    return { valid: false, errors: [error.message], undecidable: error.message };
  }
}

/**
 * What is accepted is seen at once; what is rejected, Ajv is asked about, whose sentences tell why. Where the two do not agree, Ajv is
 * wrong: under nested `unevaluated*` it forgets or keeps what a branch has evaluated, and the suite of JSON Schema says so.
 */
function checkOf(node: SchemaNode, instance: Json): Check {
  const seen = glance(node, instance);
  if (seen === true) return accepted;
  const check = validate(node, instance);
  if (seen === undefined || (!check.valid && check.undecidable === undefined)) return check;
  return { valid: false, problems: [{ message: `must match the schema at ${node.pointer || "its root"}` }] };
}

const accepted: Check = { valid: true, problems: [] };

/**
 * What `accepts` says without its reasons, and without a validator where it can be seen at once: whether `side` accepts `instance`;
 * undefined when that cannot be told.
 */
export function isAccepted(side: Side, instance: Json): boolean | undefined {
  try {
    const node = nodeAt(scopeOf(side.root, side.view), side.schema, side.pointer ?? "");
    const seen = glance(node, instance);
    if (seen === false) return false;
    if (seen === true) return !side.closed || isSendable([node], instance);
  } catch (error) {
    if (!(error instanceof Unsearchable)) throw error;
    return undefined;
  }
  const { valid, undecidable } = accepts(side, instance);
  return valid || undecidable === undefined ? valid : undefined;
}

function verdictOf({ valid, problems, undecidable }: Check): Verdict {
  if (undecidable !== undefined) return { valid, errors: [undecidable], undecidable };
  return { valid, errors: valid ? [] : problems.map(sentence) };
}

function sentence({ instancePath = "", message, keyword, params = {} }: Check["problems"][number]): string {
  const name: unknown =
    params["propertyName"] ?? params["additionalProperty"] ?? params["unevaluatedProperty"];
  const detail = keyword !== "required" && typeof name === "string" ? ` (${JSON.stringify(name)})` : "";
  return `${instancePath} ${message ?? keyword ?? "is not valid"}${detail}`.trim();
}
