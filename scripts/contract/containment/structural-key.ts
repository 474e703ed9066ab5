// Computes structural keys of schemas: equal schemas have equal keys at any location, in this document or
// another.
import { createHash } from "node:crypto";
import type { Json, JsonObject } from "../document/document.ts";
import { exactTextOf } from "../document/exact-number.ts";
import { keywordsWith } from "../vocabulary.ts";
import { Unsearchable } from "./unsupported.ts";
import { isKnownFormat } from "./formats.ts";
import { keywordsOf, type Keywords, type Schema } from "./keywords.ts";
import { baseBelow } from "./reference.ts";
import { type Hidden, nothingHidden } from "./view.ts";

/** The parts of the document that the computation of keys needs. */
export interface Surroundings {
  readonly hiddenBy: (schema: Schema, base: string, above: Hidden) => Hidden;
  readonly foreignWord: (schema: JsonObject) => string | undefined;
}

/** A schema met while computing a key. */
export interface Named {
  readonly schema: Schema;
  readonly base: string;
  readonly hidden: Hidden;
}

/** Maximum depth of nested schemas; each level takes stack. */
const depthLimit = 400;

/**
 * Keywords that apply to the same value as the schema that holds them: names hidden there are hidden here.
 */
const inPlace: ReadonlySet<string> = new Set(keywordsWith({ applies: "in place" }));

/** Returns a short digest of `text`; no two texts share one. */
export const digest = (text: string): string =>
  createHash("sha256").update(text).digest("base64").slice(0, 24);

/** Returns the JSON text of a value with sorted object keys: equal values have equal texts. */
export function canonical(value: Json | undefined): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value ?? null);
  const exact = exactTextOf(value);
  if (exact !== undefined) return exact;
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([name, inner]) => `${JSON.stringify(name)}:${canonical(inner)}`).join()}}`;
}

/**
 * Computes the key of one schema, given the keys of its references.
 *
 * @param remember returns the key of a subschema, kept or from `make`; only calls `make` where keys depend on
 *   the schema they are computed for, as inside a cycle
 */
export class Namer {
  readonly #around: Surroundings;
  readonly #reference: (reference: string, base: string, hidden: Hidden) => string;
  readonly #remember: (named: Named, make: () => string) => string;
  #depth = 0;

  constructor(
    around: Surroundings,
    reference: (reference: string, base: string, hidden: Hidden) => string,
    remember: (named: Named, make: () => string) => string,
  ) {
    this.#around = around;
    this.#reference = reference;
    this.#remember = remember;
  }

  name(schema: Schema, base: string, above: Hidden): string {
    if (typeof schema === "boolean") return String(schema);
    const hidden = this.#around.hiddenBy(schema, base, above);
    return this.#remember({ schema, base, hidden }, () => {
      if (this.#depth >= depthLimit) throw new Unsearchable({ reason: "schemas nest too deeply" });
      this.#depth += 1;
      try {
        return this.#make(schema, baseBelow(schema, base), hidden);
      } finally {
        this.#depth -= 1;
      }
    });
  }

  #make(schema: JsonObject, base: string, hidden: Hidden): string {
    const keywords = keywordsOf(schema);
    const { $ref, $dynamicRef, pattern, format } = keywords.words;
    const parts: Json[] = this.#values(keywords, hidden);
    const own = {
      ...(pattern !== undefined && { pattern }),
      ...($dynamicRef !== undefined && { $dynamicRef }),
      ...(isKnownFormat(format) && { format }),
    };
    if (Object.keys(own).length > 0) parts.push(own);
    // Its meaning is unknown, and so is whether another schema means the same.
    const foreign = this.#around.foreignWord(schema);
    if (foreign !== undefined) parts.push(["$schema", foreign, canonical(schema)]);
    for (const [keyword, schema] of Object.entries(keywords.single)) {
      parts.push([keyword, this.#inside(keyword, schema, base, hidden)]);
    }
    for (const [keyword, schemas] of Object.entries(keywords.lists)) {
      parts.push([keyword, ...schemas.map((schema) => this.#inside(keyword, schema, base, hidden))]);
    }
    for (const [keyword, schemas] of Object.entries(keywords.maps)) {
      const shown = [...schemas].filter(([name]) => keyword !== "properties" || !hidden.has(name));
      const names = shown.map(([name, schema]) => [name, this.#inside(keyword, schema, base, hidden)]);
      parts.push([keyword, ...names.sort(([a = ""], [b = ""]) => (a < b ? -1 : 1))]);
    }
    if ($ref === undefined) return parts.length === 0 ? "true" : digest(JSON.stringify(parts));
    const target = this.#reference($ref, base, hidden);
    return parts.length === 0 ? target : digest(JSON.stringify([...parts, ["$ref", target]]));
  }

  #values(keywords: Keywords, hidden: Hidden): Json[] {
    const parts: Json[] = [];
    const { numbers, types, values, required, dependentRequired, uniqueItems } = keywords;
    if (Object.keys(numbers).length > 0) parts.push(numbers as Json);
    if (types) parts.push(["type", ...[...types].sort()]);
    for (const list of values) parts.push(["values", ...list.map(canonical).sort()]);
    const needed = required.filter((name) => !hidden.has(name));
    if (needed.length > 0) parts.push(["required", ...needed.sort()]);
    for (const [name, others] of [...dependentRequired].sort(([a], [b]) => (a < b ? -1 : 1))) {
      parts.push(["dependentRequired", name, ...others.filter((other) => !hidden.has(other)).sort()]);
    }
    if (uniqueItems) parts.push("uniqueItems");
    return parts;
  }

  #inside(keyword: string, schema: Schema, base: string, hidden: Hidden): string {
    return this.name(schema, base, inPlace.has(keyword) ? hidden : nothingHidden);
  }
}

/** Yields every reference in `schema`, as deep as schemas are read, with its base URI. */
export function* referencesIn(schema: Schema, base: string, depth = 0): Generator<[string, string]> {
  if (typeof schema === "boolean" || depth >= depthLimit) return;
  const keywords = keywordsOf(schema);
  const inner = baseBelow(schema, base);
  if (keywords.words.$ref !== undefined) yield [keywords.words.$ref, inner];
  for (const child of childrenOf(keywords)) yield* referencesIn(child, inner, depth + 1);
}

/** Yields the subschemas of a schema. */
export function* childrenOf({ single, lists, maps }: Keywords): Generator<Schema> {
  yield* Object.values(single);
  for (const schemas of Object.values(lists)) yield* schemas;
  for (const schemas of Object.values(maps)) yield* schemas.values();
}
