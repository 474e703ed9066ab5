// The properties that do not exist in a view: readOnly ones in a request, writeOnly ones in a response.
import type { JsonObject } from "../document/document.ts";
import { isArray } from "../document/pointer.ts";
import { keywordsOf, type Schema } from "./keywords.ts";
import { baseBelow, resolveReference } from "./reference.ts";

/** `request`: readOnly properties do not exist; `response`: writeOnly ones do not; `none`: all do. */
export type View = "request" | "response" | "none";

/** Names that no object has in the view, whatever `properties` and `required` declare. */
export type Hidden = ReadonlySet<string>;

/** No name is hidden. */
export const nothingHidden: Hidden = new Set();

/** Finds hidden names in the schemas of one document. */
export class ViewReader {
  readonly #root: JsonObject;
  readonly #flag: "readOnly" | "writeOnly" | undefined;
  readonly #hidden = new WeakMap<JsonObject, Hidden>();
  /** The names that each schema itself hides; many schemas reference the same one. */
  readonly #own = new WeakMap<JsonObject, readonly string[]>();
  /** Schemas whose names are being collected, and those of them that were met again meanwhile. */
  readonly #open = new Set<JsonObject>();
  readonly #incomplete = new Set<JsonObject>();

  constructor(root: JsonObject, view: View) {
    this.#root = root;
    this.#flag = view === "none" ? undefined : view === "request" ? "readOnly" : "writeOnly";
  }

  /**
   * Returns the names hidden by `schema`, by the schemas it merges (`allOf`, `$ref`) and by whichever branch
   * of `anyOf` and `oneOf` applies, besides those in `above`.
   */
  hiddenBy(schema: Schema, base: string, above: Hidden): Hidden {
    if (this.#flag === undefined || typeof schema === "boolean") return above;
    const own = this.#merged(schema, base);
    if (own.size === 0 || above === own) return above;
    return above.size === 0 ? own : new Set([...above, ...own]);
  }

  #merged(schema: JsonObject, base: string): Hidden {
    const known = this.#hidden.get(schema);
    if (known !== undefined) return known;
    // A schema that is its own branch hides nothing more; what was found inside such a circle is incomplete.
    if (this.#open.has(schema)) {
      this.#incomplete.add(schema);
      return nothingHidden;
    }
    this.#open.add(schema);
    const names = new Set<string>();
    for (const part of this.#parts(schema, base)) {
      let own = this.#own.get(part.schema);
      if (!own) this.#own.set(part.schema, (own = this.#collect(part.schema, part.base)));
      for (const name of own) names.add(name);
      const { anyOf, oneOf } = keywordsOf(part.schema).lists;
      for (const branches of [anyOf, oneOf])
        for (const name of this.#byAll(branches ?? [], part.base)) names.add(name);
    }
    this.#open.delete(schema);
    this.#incomplete.delete(schema);
    const hidden = names.size > 0 ? names : nothingHidden;
    if (this.#incomplete.size === 0) this.#hidden.set(schema, hidden);
    return hidden;
  }

  /** Returns the names that every branch for objects hides: whichever applies, they do not exist. */
  #byAll(branches: readonly Schema[], base: string): readonly string[] {
    const [first, ...others] = branches
      .filter(allowsObjects)
      .map((branch) => (typeof branch === "boolean" ? nothingHidden : this.#merged(branch, base)));
    return [...(first ?? [])].filter((name) => others.every((names) => names.has(name)));
  }

  #collect(schema: JsonObject, base: string): string[] {
    const names: string[] = [];
    for (const [name, property] of keywordsOf(schema).maps.properties ?? []) {
      if (typeof property === "boolean") continue;
      if (this.#parts(property, base).some((part) => part.schema[this.#flag!] === true)) names.push(name);
    }
    return names;
  }

  /** Returns `schema` and every schema it merges, each once. */
  #parts(schema: JsonObject, base: string): { schema: JsonObject; base: string }[] {
    const parts = new Map<JsonObject, string>();
    const open: { schema: Schema; base: string }[] = [{ schema, base }];
    for (let next = open.pop(); next; next = open.pop()) {
      if (typeof next.schema === "boolean" || parts.has(next.schema)) continue;
      const inner = baseBelow(next.schema, next.base);
      parts.set(next.schema, inner);
      const { words, lists } = keywordsOf(next.schema);
      for (const part of lists.allOf ?? []) open.push({ schema: part, base: inner });
      const target = words.$ref === undefined ? undefined : resolveReference(this.#root, inner, words.$ref);
      if (target) open.push(target);
    }
    return [...parts].map(([part, partBase]) => ({ schema: part, base: partBase }));
  }
}

function allowsObjects(schema: Schema): boolean {
  if (typeof schema === "boolean") return schema;
  const { type } = schema;
  return type === undefined || type === "object" || (isArray(type) && type.includes("object"));
}
