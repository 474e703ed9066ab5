// One document in one view: resolves its references, hides what the view hides, and computes keys of its
// schemas.
import type { JsonObject } from "../document/document.ts";
import { foreignDialect, foreignWord } from "./dialect.ts";
import { Unsearchable } from "./unsupported.ts";
import type { Schema } from "./keywords.ts";
import { resolveReference, type Target } from "./reference.ts";
import { digest, Namer, referencesIn } from "./structural-key.ts";
import { type Hidden, nothingHidden, type View, ViewReader } from "./view.ts";

const scopes = new WeakMap<JsonObject, Map<View, Scope>>();

/** Returns the scope of a document in a view; its results are kept as long as the document. */
export function scopeOf(root: JsonObject, view: View): Scope {
  let views = scopes.get(root);
  if (!views) scopes.set(root, (views = new Map<View, Scope>()));
  let scope = views.get(view);
  if (!scope) views.set(view, (scope = new Scope(root, view)));
  return scope;
}

interface Visit {
  readonly target: Target;
  readonly order: number;
  /** Number of schemas on the stack below this one when it was entered. */
  readonly height: number;
  readonly targets: readonly Target[];
  low: number;
  at: number;
}

/** See {@link scopeOf}. */
export class Scope {
  readonly root: JsonObject;
  readonly view: View;
  readonly #dialect: string | undefined;
  readonly #views: ViewReader;
  readonly #names = new WeakMap<JsonObject, string>();
  /** Keys of schemas with hidden names, by the hidden names. */
  readonly #namesHiding = new WeakMap<JsonObject, Map<string, string>>();
  readonly #namer: Namer;
  /** For reference cycles: the key of the whole cycle, if there is one. */
  readonly #circles = new Map<Schema, string | undefined>();
  readonly #orders = new Map<Schema, number>();
  readonly #waiting: Target[] = [];
  /** The schemas in `#waiting`. */
  readonly #open = new Set<Schema>();

  constructor(root: JsonObject, view: View) {
    this.root = root;
    this.view = view;
    this.#dialect = foreignDialect(root["jsonSchemaDialect"]);
    this.#views = new ViewReader(root, view);
    this.#namer = new Namer(
      this,
      (reference, base, hidden) => this.#nameOfReference(reference, base, hidden),
      ({ schema, hidden }, make) => {
        if (typeof schema === "boolean") return make();
        if (hidden.size > 0) return this.#nameHiding(schema, hidden, make);
        let name = this.#names.get(schema);
        if (name === undefined) this.#names.set(schema, (name = make()));
        return name;
      },
    );
  }

  #nameHiding(schema: JsonObject, hidden: Hidden, make: () => string): string {
    let names = this.#namesHiding.get(schema);
    if (!names) this.#namesHiding.set(schema, (names = new Map<string, string>()));
    const key = [...hidden].sort().join("\n");
    let name = names.get(key);
    if (name === undefined) names.set(key, (name = make()));
    return name;
  }

  hiddenBy(schema: Schema, base: string, above: Hidden): Hidden {
    return this.#views.hiddenBy(schema, base, above);
  }

  /** Returns why a schema of another dialect cannot be read as 2020-12; undefined if it can. */
  foreignWord(schema: JsonObject): string | undefined {
    return foreignWord(schema, this.#dialect);
  }

  resolve(reference: string, base: string): Target | undefined {
    return resolveReference(this.root, base, reference);
  }

  /** Returns the key of a schema: equal exactly if its structure and everything it references are equal. */
  nameOf(schema: Schema, base: string, above: Hidden): string {
    for (const target of this.#targetsIn(schema, base)) {
      if (!this.#orders.has(target.schema)) this.#visit(target);
    }
    return this.#namer.name(schema, base, above);
  }

  #nameOfReference(reference: string, base: string, hidden: Hidden): string {
    const target = this.resolve(reference, base);
    if (!target) return `?${reference}`;
    if (!this.#circles.has(target.schema)) return this.#namer.name(target.schema, target.base, hidden);
    const circle = this.#circles.get(target.schema);
    if (circle === undefined) throw new Unsearchable({ reason: "schemas nest too deeply" });
    return digest([circle, target.pointer, ...[...hidden].sort()].join("\n"));
  }

  #targetsIn(schema: Schema, base: string): Target[] {
    if (typeof schema === "object" && (this.#names.has(schema) || this.#namesHiding.has(schema))) return [];
    return [...referencesIn(schema, base)].flatMap(([reference, from]) => {
      const target = this.resolve(reference, from);
      return target && typeof target.schema !== "boolean" ? [target] : [];
    });
  }

  /**
   * Tarjan's algorithm for cycles of references, without recursion; inner cycles get their keys before outer
   * ones.
   */
  #visit(first: Target): void {
    const path: Visit[] = [];
    const enter = (target: Target): void => {
      const order = this.#orders.size;
      this.#orders.set(target.schema, order);
      this.#open.add(target.schema);
      const targets = this.#targetsIn(target.schema, target.base);
      path.push({ target, order, low: order, height: this.#waiting.push(target) - 1, targets, at: 0 });
    };
    enter(first);
    for (let visit = path.at(-1); visit; visit = path.at(-1)) {
      const next = visit.targets[visit.at];
      visit.at += 1;
      if (!next) {
        path.pop();
        const above = path.at(-1);
        if (above) above.low = Math.min(above.low, visit.low);
        if (visit.low === visit.order) this.#leave(visit);
      } else if (!this.#orders.has(next.schema)) enter(next);
      else if (this.#open.has(next.schema)) visit.low = Math.min(visit.low, this.#orders.get(next.schema)!);
    }
  }

  /**
   * Computes the key of a completed component, a cycle or a single schema, before those of anything that
   * references it.
   */
  #leave({ target, height, targets }: Visit): void {
    const members = this.#waiting.splice(height);
    for (const { schema } of members) this.#open.delete(schema);
    try {
      if (members.length > 1 || targets.some(({ schema }) => schema === target.schema))
        this.#nameCircle(members);
      this.#namer.name(target.schema, target.base, nothingHidden);
    } catch (error) {
      if (!(error instanceof Unsearchable)) throw error;
      for (const { schema } of members) this.#circles.set(schema, undefined);
    }
  }

  #nameCircle(members: readonly Target[]): void {
    const inside = new Set(members.map(({ schema }) => schema));
    const namer = new Namer(
      this,
      (reference, base, hidden) => {
        const target = this.resolve(reference, base);
        if (!target || !inside.has(target.schema)) return this.#nameOfReference(reference, base, hidden);
        return `~${[target.pointer, ...[...hidden].sort()].join("\n")}`;
      },
      (_, make) => make(),
    );
    const texts = members.map(
      ({ schema, base, pointer }) => `${pointer}=${namer.name(schema, base, nothingHidden)}`,
    );
    const circle = digest(texts.sort().join("\n"));
    for (const schema of inside) this.#circles.set(schema, circle);
  }
}
