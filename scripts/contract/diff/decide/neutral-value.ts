// Fills the parts of an exchange that a finding is not about: the smallest value that both sides accept.
import type { Json } from "../../document/document.ts";
import { jsonText } from "../../document/json-text.ts";
import { isArray } from "../../document/pointer.ts";
import { free } from "../explain/decide-clause.ts";
import type { Walk } from "../explain/explain.ts";
import { bare, conjuncts, keywordIn, type SchemaPart, sideOf } from "../../containment/schema-part.ts";
import { search } from "../../containment/search.ts";

interface Known {
  readonly value: Json | undefined;
}

/**
 * Values by the texts of the schemas they satisfy, for comparisons of several documents that repeat the same
 * schemas.
 */
export type ValuesByText = Map<string, Known>;

/** A cache of values by the pair of schemas they satisfy. */
export class NeutralValues {
  readonly #known = new Map<Json, Map<Json | undefined, Known>>();
  readonly #byText: ValuesByText | undefined;

  constructor(byText?: ValuesByText) {
    this.#byText = byText;
  }

  /**
   * Returns a value that the sender may send, one that the receiver accepts if possible; undefined if there
   * is none.
   */
  of(
    walk: Walk,
    sender: SchemaPart,
    receiver: SchemaPart | undefined,
    sendable: Json | undefined,
  ): Json | undefined {
    // Every operation has references of its own to shared schemas.
    const { schema } = bare(walk.sender.root, sender);
    const bySender = this.#known.get(schema) ?? new Map<Json | undefined, Known>();
    this.#known.set(schema, bySender);
    const key = receiver && bare(walk.receiver.root, receiver).schema;
    const text = this.#byText && textOf(walk, [schema, key, sendable]);
    const said = text === undefined ? undefined : this.#byText?.get(text);
    const known = bySender.get(key) ?? said ?? { value: neutralValue(walk, sender, receiver, sendable) };
    // A value searched with too small a budget may be found for another operation.
    if (walk.budget.isShort) return known.value;
    if (typeof schema === "object") bySender.set(key, known);
    if (text !== undefined) this.#byText?.set(text, known);
    return known.value;
  }
}

/**
 * Returns a short schema's text, which means the same in any document; undefined for schemas that reference
 * others or are partly hidden on one side.
 */
function textOf({ sender, receiver }: Walk, schemas: readonly (Json | undefined)[]): string | undefined {
  const dialects = [sender, receiver].map(({ root }) => root["jsonSchemaDialect"]);
  const text = jsonText([sender.closed, ...dialects, ...schemas.map((schema) => schema ?? "")]);
  return text.length > longestText || /"(?:\$|readOnly|writeOnly)/.test(text) ? undefined : text;
}

const longestText = 500;

function neutralValue(
  walk: Walk,
  sender: SchemaPart,
  receiver: SchemaPart | undefined,
  sendable: Json | undefined,
): Json | undefined {
  const own = [sideOf(walk.sender, [sender]), ...(sendable === undefined ? [] : [free(sendable)])];
  const { budget } = walk;
  if (receiver !== undefined) {
    const both = search({ accepts: [...own, sideOf(walk.receiver, [receiver])], refuses: [], budget });
    if (both.kind === "found") return both.instance;
  }
  const alone = search({ accepts: own, refuses: [], budget });
  if (alone.kind === "none") return undefined;
  return alone.instance ?? exampleOf(walk, sender);
}

/**
 * Returns the schema's own example if no value can be found, for instance because of a pattern in a foreign
 * dialect.
 */
function exampleOf(walk: Walk, sender: SchemaPart): Json {
  const said = conjuncts(walk.sender.root, [sender]);
  const examples = keywordIn(said, "examples")?.value;
  const [first] = isArray(examples) ? examples : [];
  return first ?? keywordIn(said, "example")?.value ?? keywordIn(said, "default")?.value ?? "example";
}
