// Confirms results of the search with Ajv: whether a side accepts an instance, in its view and reading.
import type { Json } from "../document/document.ts";
import { isSendable } from "./closing.ts";
import { Unsearchable } from "./unsupported.ts";
import { interpret } from "./interpret.ts";
import { nodeAt, type SchemaNode } from "./schema-node.ts";
import { scopeOf } from "./scope.ts";
import type { Side } from "./side.ts";
import { type Check, validate } from "./validator.ts";

/** The result of validating an instance. */
export interface Verdict {
  readonly valid: boolean;
  /** Error messages, each preceded by its location in the instance; empty if valid. */
  readonly errors: readonly string[];
  /** Why no validator could be used. */
  readonly undecidable?: string;
}

/**
 * Returns whether `side` accepts `instance`.
 *
 * Never throws: a schema that no validator of 2020-12 can handle is `undecidable`, and then not valid.
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
 * Checks acceptance with the interpreter; a rejected instance goes to Ajv, whose messages give the reason.
 * Where the two disagree, Ajv is wrong: under nested `unevaluated*` it forgets or keeps what a branch has
 * evaluated, contrary to the JSON Schema test suite.
 */
function checkOf(node: SchemaNode, instance: Json): Check {
  const seen = interpret(node, instance);
  if (seen === true) return accepted;
  const check = validate(node, instance);
  if (seen === undefined || (!check.valid && check.undecidable === undefined)) return check;
  return { valid: false, problems: [{ message: `must match the schema at ${node.pointer || "its root"}` }] };
}

const accepted: Check = { valid: true, problems: [] };

/**
 * Returns whether `side` accepts `instance`, like `accepts` but without reasons, and without a validator
 * where the interpreter suffices; undefined if that cannot be determined.
 */
export function isAccepted(side: Side, instance: Json): boolean | undefined {
  try {
    const node = nodeAt(scopeOf(side.root, side.view), side.schema, side.pointer ?? "");
    const seen = interpret(node, instance);
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
