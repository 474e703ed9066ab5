// The resources of one tenant, and the rules for creating, changing and removing them.
import { own, setOwn } from "../wire-value.ts";
import type { WorkLink } from "./links.ts";
import type { Kind } from "./model.ts";
import { fitResource } from "./fit-resource.ts";
import { exampleIn } from "./kinds.ts";
import { leastValues } from "./alternatives.ts";
import { countedFrom } from "./new-id.ts";
import { recordOf } from "./record.ts";
import { asProperty } from "./request-values.ts";
import type { Schemas } from "./schemas.ts";
import type { StateOperation } from "./state-api.ts";
import type { Joining, StateRules } from "./state-rules.ts";
import { belowPath, type Resource, Resources } from "./resources.ts";
import { WorkUnderWay } from "./work-under-way.ts";

/** Number of used ids that may come again before no other one is expected. */
const mostRepeats = 100;

/** The state of one tenant. */
export class TenantState {
  readonly rules: StateRules;
  readonly resources = new Resources();
  readonly work: WorkUnderWay;
  /** Number of ids assigned so far. */
  made = 0;
  /** Removed resources, by collection and id. */
  readonly gone = new Set<string>();

  constructor(rules: StateRules) {
    this.rules = rules;
    this.work = new WorkUnderWay(rules, (joins) => this.join(joins));
    this.begin();
  }

  /**
   * Clears everything. Resources that no operation of the document creates exist from the start: its
   * examples.
   */
  begin(): void {
    const { schemas, model } = this.rules;
    this.resources.clear();
    this.work.clear();
    this.gone.clear();
    this.made = 0;
    for (const kind of model.kinds) {
      if (kind.origin !== "example") continue;
      const value = exampleIn(kind, schemas);
      if (value !== undefined) this.resources.add(kind.collection, String(own(value, kind.id)), { ...value });
    }
  }

  /** Creates a resource with these values; other required properties are minimal. */
  create(kind: Kind, collection: string, given: unknown): Resource {
    const { schemas } = this.rules;
    const properties = schemas.properties(kind.schema);
    // An id chosen by the caller is kept; a server-assigned id is counted up from the example.
    const chosen = own(recordOf(given), kind.id);
    const shown = asProperty(schemas, own(properties, kind.id), chosen);
    const values = shown === chosen ? recordOf(given) : { ...recordOf(given), [kind.id]: shown };
    // Of several alternatives, the first is the one that fits the given values best.
    const fitted = { given: values, bases: leastValues(schemas, kind.schema, values) };
    const value = fitResource(this.rules.maker, kind, fitted, (members, base) =>
      this.#created(kind, members, base),
    );
    const id = kind.isSingle === true ? "" : (chosen ?? this.#newId(kind, collection));
    if (kind.isSingle !== true && Object.hasOwn(properties, kind.id)) setOwn(value, kind.id, shown ?? id);
    if (kind.counted !== undefined && own(values, kind.counted) === undefined)
      setOwn(value, kind.counted, (this.made += 1));
    if (this.gone.size > 0) this.gone.delete(`${collection} ${String(id)}`);
    return this.resources.add(collection, String(id), value);
  }

  /** Returns the value of a new resource, except its id. */
  #created(
    kind: Kind,
    given: Readonly<Record<string, unknown>>,
    least: Readonly<Record<string, unknown>>,
  ): Record<string, unknown> {
    const { schemas } = this.rules;
    const properties = schemas.properties(kind.schema);
    const now = this.rules.moment();
    const value: Record<string, unknown> = { ...least };
    const { changed, created } = schemas.about(kind, momentsOf);
    for (const name of changed) setOwn(value, name, now);
    for (const name of created) setOwn(value, name, now);
    const isOpen = schemas.about(kind, takesMore);
    for (const [name, member] of Object.entries(given)) {
      if (isOpen || Object.hasOwn(properties, name)) setOwn(value, name, member);
    }
    return value;
  }

  /** Returns an unused id of the collection; a used one if a schema such as an enum allows no other. */
  #newId(kind: Kind, collection: string): unknown {
    let used: Set<string> | undefined;
    for (let repeats = 0; ;) {
      this.made += 1;
      const id =
        this.rules.maker?.id(kind, this.made) ?? this.rules.schemas.about(kind, countedIds)(this.made);
      const text = String(id);
      if (!this.resources.has(collection, text) || repeats > mostRepeats) return id;
      used ??= new Set<string>();
      if (used.has(text)) repeats += 1;
      used.add(text);
    }
  }

  /**
   * Returns a resource of a kind that no call creates: every requested one is assumed to exist, created from
   * the document's example. Undefined for all other kinds, and for removed resources.
   */
  assumed(
    kind: Kind,
    collection: string,
    { id, path }: { readonly id: string; readonly path: Readonly<Record<string, unknown>> },
  ): Resource | undefined {
    if (kind.origin !== "assumed" || this.gone.has(`${collection} ${id}`)) return undefined;
    const { schemas, maker } = this.rules;
    const properties = schemas.properties(kind.schema);
    const example =
      exampleIn(kind, schemas) ?? recordOf(maker?.resource(kind) ?? schemas.minimal(kind.schema));
    const value: Record<string, unknown> = { ...example };
    const put = (name: string, given: unknown): void =>
      setOwn(value, name, asProperty(schemas, own(properties, name), given));
    for (const [name, given] of Object.entries(path)) if (Object.hasOwn(properties, name)) put(name, given);
    if (kind.isSingle !== true && Object.hasOwn(properties, kind.id)) put(kind.id, path[kind.parameter]);
    return this.resources.add(collection, id, value);
  }

  /** Changes the values of a resource; with `whole`, omitted properties are reset to their initial values. */
  update(kind: Kind, entry: Resource, given: unknown, whole: boolean): void {
    const { maker, schemas } = this.rules;
    const put = (values: Readonly<Record<string, unknown>>, base: Readonly<Record<string, unknown>>) =>
      this.#changed(kind, values, base, entry.value);
    const change = {
      given: recordOf(given),
      bases: whole ? leastValues(schemas, kind.schema, given) : [entry.value],
    };
    const isFitting = (): boolean => maker?.isResource(kind, put(change.given, entry.value)) !== false;
    // Without a null in the schema, null means that there is no value any more.
    const isCleared = !whole && Object.values(change.given).includes(null) && !isFitting();
    entry.value = fitResource(maker, kind, isCleared ? cleared(entry.value, change.given) : change, put);
    entry.version += 1;
  }

  /** Returns the changed value of a resource, which keeps its identity. */
  #changed(
    kind: Kind,
    given: Readonly<Record<string, unknown>>,
    base: Readonly<Record<string, unknown>>,
    before: Readonly<Record<string, unknown>>,
  ): Record<string, unknown> {
    const { schemas } = this.rules;
    const value = this.#created(kind, given, base);
    const { changed, created } = schemas.about(kind, momentsOf);
    for (const name of changed) setOwn(value, name, this.rules.moment());
    for (const name of created) setOwn(value, name, own(before, name));
    // Some ids are in no property, only in locations.
    if (kind.isSingle !== true && Object.hasOwn(before, kind.id))
      setOwn(value, kind.id, own(before, kind.id));
    return value;
  }

  /** Removes a resource; its unfinished work fails. */
  remove(collection: string, id: string): void {
    this.work.cancelBelow(belowPath(collection, id));
    this.gone.add(`${collection} ${id}`);
    this.resources.remove(collection, id);
  }

  /** Starts work that is shown by a resource of its own. */
  start(startedBy: StateOperation, link: WorkLink, joins: readonly Joining[]): Resource {
    const entry = this.create(link.kind, link.kind.collection, {});
    this.work.start({ startedBy, link, entry, joins });
    return entry;
  }

  /** Adds members to lists; returns how many of them exist. */
  join(joins: readonly Joining[]): number {
    let done = 0;
    for (const { list, path, collection, ids } of joins) {
      for (const id of ids) {
        if (!this.#exists(list.kind, collection, id)) continue;
        this.resources.members(path).add(id);
        done += 1;
      }
    }
    return done;
  }

  #exists(kind: Kind, collection: string, id: string): boolean {
    if (this.resources.get(collection, id) !== undefined) return true;
    if (kind.isElsewhere === true) this.create(kind, collection, { [kind.id]: id });
    return kind.isElsewhere === true;
  }
}

/** Returns a change whose null members are removed from the value, if the result is valid. */
function cleared(
  value: Readonly<Record<string, unknown>>,
  given: Readonly<Record<string, unknown>>,
): { readonly given: Record<string, unknown>; readonly bases: readonly Record<string, unknown>[] } {
  const left = Object.entries(value).filter(([name]) => own(given, name) !== null);
  return {
    given: Object.fromEntries(Object.entries(given).filter(([, member]) => member !== null)),
    bases: [Object.fromEntries(left), { ...value }],
  };
}

/** Whether resources of a kind declare additional properties. */
function takesMore(schemas: Schemas, { schema }: Kind): boolean {
  const { additionalProperties } = schemas.follow(schema);
  return additionalProperties !== undefined && additionalProperties !== false;
}

/** Returns the properties for the times of the last change and of creation. */
function momentsOf(
  schemas: Schemas,
  { schema }: Kind,
): { readonly changed: readonly string[]; readonly created: readonly string[] } {
  const moments = Object.entries(schemas.properties(schema)).flatMap(([name, node]) =>
    schemas.format(node) === "date-time" ? [name] : [],
  );
  const changed = moments.filter((name) => /updat|modif/i.test(name));
  return { changed, created: moments.filter((name) => /creat/i.test(name) && !changed.includes(name)) };
}

/** Returns a function that creates ids like the document's example, counted up. */
function countedIds(schemas: Schemas, { id, schema, fetch }: Kind): (count: number) => unknown {
  const node = own(schemas.properties(schema), id);
  const content = Object.values(schemas.at(`${fetch.pointer}/responses/200/content`))[0];
  const example = schemas.example(node) ?? own(recordOf(schemas.example(content)), id);
  const least = schemas.minimal(node);
  // The first of the numbers that a schema allows is the first id; zero is none.
  return countedFrom(example ?? (typeof least === "number" && least > 0 ? least - 1 : least));
}
