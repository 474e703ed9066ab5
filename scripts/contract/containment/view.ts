// The properties that do not exist in a view: readOnly ones in a request, writeOnly ones in a response.
import type { JsonObject } from "../document/document.ts";
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

  constructor(root: JsonObject, view: View) {
    this.#root = root;
    this.#flag = view === "none" ? undefined : view === "request" ? "readOnly" : "writeOnly";
  }

  /**
   * Returns the names hidden by `schema` and by the schemas it merges (`allOf`, `$ref`), besides those in
   * `above`.
   */
  hiddenBy(schema: Schema, base: string, above: Hidden): Hidden {
    if (this.#flag === undefined || typeof schema === "boolean") return above;
    let own = this.#hidden.get(schema);
    if (!own) {
      const names = new Set<string>();
      for (const part of this.#parts(schema, base)) {
        let known = this.#own.get(part.schema);
        if (!known) this.#own.set(part.schema, (known = this.#collect(part.schema, part.base)));
        for (const name of known) names.add(name);
      }
      this.#hidden.set(schema, (own = names.size > 0 ? names : nothingHidden));
    }
    if (own.size === 0 || above === own) return above;
    return above.size === 0 ? own : new Set([...above, ...own]);
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
