// One document seen in one view: resolves its references, hides what the view hides, and names its schemas.
import type { JsonObject } from "../../document/document.ts";
import { Unsearchable } from "./doubt.ts";
import type { Schema } from "./keywords.ts";
import { resolveReference, type Target } from "./reference.ts";
import { digest, Namer, referencesIn } from "./structural-key.ts";
import { type Hidden, NOTHING_HIDDEN, type View, ViewReader } from "./view.ts";

const DIALECTS = /^https?:\/\/(json-schema\.org\/draft\/2020-12\/schema|spec\.openapis\.org\/oas\/)/;
const CHAIN_LIMIT = 2000;

const scopes = new WeakMap<JsonObject, Map<View, Scope>>();

/** The scope of a document in a view; what it has worked out is kept as long as the document is. */
export function scopeOf(root: JsonObject, view: View): Scope {
  let views = scopes.get(root);
  if (!views) scopes.set(root, (views = new Map<View, Scope>()));
  let scope = views.get(view);
  if (!scope) views.set(view, (scope = new Scope(root, view)));
  return scope;
}

interface Visit {
  readonly order: number;
  low: number;
}

/** See {@link scopeOf}. */
export class Scope {
  readonly root: JsonObject;
  readonly view: View;
  readonly #views: ViewReader;
  readonly #names = new WeakMap<JsonObject, Map<string, string>>();
  readonly #namer: Namer;
  /** For references that lead back to themselves: the name of the whole circle. */
  readonly #circles = new Map<Schema, string>();
  readonly #visits = new Map<Schema, Visit>();
  readonly #open: Target[] = [];
  readonly #isOpen = new Set<Schema>();

  constructor(root: JsonObject, view: View) {
    this.root = root;
    this.view = view;
    this.#views = new ViewReader(root, view);
    this.#namer = new Namer(
      this,
      (reference, base, hidden) => this.#nameOfReference(reference, base, hidden),
      ({ schema, hidden }, make) => {
        if (typeof schema === "boolean") return make();
        let names = this.#names.get(schema);
        if (!names) this.#names.set(schema, (names = new Map<string, string>()));
        const key = [...hidden].sort().join("\n");
        let name = names.get(key);
        if (name === undefined) names.set(key, (name = make()));
        return name;
      },
    );
  }

  hiddenBy(schema: Schema, base: string, above: Hidden): Hidden {
    return this.#views.hiddenBy(schema, base, above);
  }

  /** Whether a schema that names `dialect` as its `$schema` follows other rules than 2020-12. */
  isForeign(dialect: string | undefined): boolean {
    const declared = dialect ?? this.root["jsonSchemaDialect"];
    return typeof declared === "string" && !DIALECTS.test(declared);
  }

  resolve(reference: string, base: string): Target | undefined {
    return resolveReference(this.root, base, reference);
  }

  /** The name of a schema: equal exactly when everything it says and refers to is equal. */
  nameOf(schema: Schema, base: string, above: Hidden): string {
    this.#visitReferences(schema, base);
    return this.#namer.name(schema, base, above);
  }

  #nameOfReference(reference: string, base: string, hidden: Hidden): string {
    const target = this.resolve(reference, base);
    if (!target) return `?${reference}`;
    const circle = this.#circles.get(target.schema);
    if (circle === undefined) return this.#namer.name(target.schema, target.base, hidden);
    return digest([circle, target.pointer, ...[...hidden].sort()].join("\n"));
  }

  #visitReferences(schema: Schema, base: string): Target[] {
    const targets: Target[] = [];
    if (typeof schema === "object" && this.#names.has(schema)) return targets;
    for (const [reference, from] of referencesIn(schema, base)) {
      const target = this.resolve(reference, from);
      if (!target || typeof target.schema === "boolean") continue;
      targets.push(target);
      if (!this.#visits.has(target.schema)) this.#visit(target);
    }
    return targets;
  }

  /** Tarjan's search for circles of references; inner circles are named before outer ones. */
  #visit(target: Target): void {
    if (this.#open.length >= CHAIN_LIMIT) throw new Unsearchable({ reason: "references chain too deeply" });
    const visit: Visit = { order: this.#visits.size, low: this.#visits.size };
    const height = this.#open.push(target) - 1;
    this.#isOpen.add(target.schema);
    this.#visits.set(target.schema, visit);
    let isCircle = false;
    for (const next of this.#visitReferences(target.schema, target.base)) {
      if (next.schema === target.schema) isCircle = true;
      if (this.#isOpen.has(next.schema)) visit.low = Math.min(visit.low, this.#visits.get(next.schema)!.low);
    }
    if (visit.low !== visit.order) return;
    const members = this.#open.splice(height);
    for (const { schema } of members) this.#isOpen.delete(schema);
    if (isCircle || members.length > 1) this.#nameCircle(members);
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
      ({ schema, base, pointer }) => `${pointer}=${namer.name(schema, base, NOTHING_HIDDEN)}`,
    );
    const circle = digest(texts.sort().join("\n"));
    for (const schema of inside) this.#circles.set(schema, circle);
  }
}
