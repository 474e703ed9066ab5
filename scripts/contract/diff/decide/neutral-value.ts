// Fills the parts of an exchange that a finding is not about: the smallest value that both sides accept.
import type { Json } from "../../document/document.ts";
import { isArray } from "../../document/pointer.ts";
import { free } from "../explain/decide-clause.ts";
import type { Walk } from "../explain/explain.ts";
import { bare, conjuncts, keywordIn, type SchemaPart, sideOf } from "../../containment/schema-part.ts";
import { nameOf, search } from "../../containment/search.ts";
import { canonical, digest } from "../../containment/structural-key.ts";
import { Unsearchable } from "../../containment/unsupported.ts";

interface Known {
  readonly value: Json | undefined;
}

/**
 * Values by the structure of the schemas they satisfy: operations, and documents that are compared one after
 * the other, repeat the same schemas.
 */
export type ValuesByStructure = Map<string, Known>;

/** A cache of values by the pair of schemas they satisfy. */
export class NeutralValues {
  readonly #known = new Map<Json, Map<Json | undefined, Map<string, Known>>>();
  readonly #byStructure: ValuesByStructure;

  constructor(byStructure: ValuesByStructure = new Map()) {
    this.#byStructure = byStructure;
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
    const read = receiver && bare(walk.receiver.root, receiver).schema;
    const limits = sendable === undefined ? "" : textOf(sendable);
    const known = this.#known.get(schema)?.get(read)?.get(limits);
    if (known !== undefined) return known.value;
    const structure = structureOf(walk, [sender, receiver], limits);
    const alike = structure === undefined ? undefined : this.#byStructure.get(structure);
    const found = alike ?? neutralValue(walk, sender, receiver, sendable);
    // A value searched with too small a budget may be found for another operation.
    if (walk.budget.isShort) return found.value;
    if (typeof schema === "object") this.#keep(schema, read, limits, found);
    // An example is not part of the structure.
    if (structure !== undefined && !("isExample" in found)) this.#byStructure.set(structure, found);
    return found.value;
  }

  #keep(sender: Json, receiver: Json | undefined, limits: string, found: Known): void {
    const bySender = this.#known.get(sender) ?? new Map<Json | undefined, Map<string, Known>>();
    this.#known.set(sender, bySender);
    const byReceiver = bySender.get(receiver) ?? new Map<string, Known>();
    bySender.set(receiver, byReceiver);
    byReceiver.set(limits, found);
  }
}

/** Texts of schemas that hold the names of thousands of paths. */
const texts = new WeakMap<object, string>();

function textOf(sendable: Json): string {
  if (typeof sendable !== "object" || sendable === null) return String(sendable);
  const text = texts.get(sendable) ?? digest(canonical(sendable));
  texts.set(sendable, text);
  return text;
}

/** Returns a key of everything the value depends on; undefined if the schemas have no structural keys. */
function structureOf(
  walk: Walk,
  [sender, receiver]: readonly [SchemaPart, SchemaPart | undefined],
  limits: string,
): string | undefined {
  try {
    const sent = nameOf(sideOf(walk.sender, [sender]));
    const read = receiver === undefined ? "" : nameOf(sideOf(walk.receiver, [receiver]));
    return [walk.sender.closed, sent, read, limits].join(" ");
  } catch (error) {
    if (error instanceof Unsearchable || error instanceof RangeError) return undefined;
    throw error;
  }
}

function neutralValue(
  walk: Walk,
  sender: SchemaPart,
  receiver: SchemaPart | undefined,
  sendable: Json | undefined,
): Known | (Known & { readonly isExample: true }) {
  const own = [sideOf(walk.sender, [sender]), ...(sendable === undefined ? [] : [free(sendable)])];
  const { budget } = walk;
  if (receiver !== undefined) {
    const both = search({ accepts: [...own, sideOf(walk.receiver, [receiver])], rejects: [], budget });
    if (both.kind === "found") return { value: both.instance };
  }
  const alone = search({ accepts: own, rejects: [], budget });
  if (alone.kind === "none") return { value: undefined };
  if (alone.instance !== undefined) return { value: alone.instance };
  return { value: exampleOf(walk, sender), isExample: true };
}

/**
 * Returns the schema's own example if no value can be found, for instance because of a pattern in a foreign
 * dialect.
 */
function exampleOf(walk: Walk, sender: SchemaPart): Json {
  const parts = conjuncts(walk.sender.root, [sender]);
  const examples = keywordIn(parts, "examples")?.value;
  const [first] = isArray(examples) ? examples : [];
  return first ?? keywordIn(parts, "example")?.value ?? keywordIn(parts, "default")?.value ?? "example";
}
