// What exists for one tenant, and the rules by which things come to be, change and go.
import { own, setOwn } from "../wire-value.ts";
import { withCounts } from "./count-words.ts";
import type { WorkLink } from "./links.ts";
import type { Kind } from "./model.ts";
import { type Course, courseOf } from "./course.ts";
import { exampleIn } from "./kinds.ts";
import { newId } from "./new-id.ts";
import { recordOf } from "./record.ts";
import type { Schemas } from "./schemas.ts";
import type { StateOperation } from "./state-api.ts";
import type { Joining, StateRules, Work } from "./state-rules.ts";
import { type Thing, Things } from "./things.ts";

export class TenantState {
  readonly rules: StateRules;
  readonly things = new Things();
  readonly work = new Map<Thing, Work>();
  /** How many ids were given. */
  made = 0;
  private readonly begunBy = new Map<Thing, { readonly course: Course; looksLeft: number }>();
  /** What was removed, by collection and id. */
  private readonly gone = new Set<string>();

  constructor(rules: StateRules) {
    this.rules = rules;
    this.begin();
  }

  /** Forgets everything. What no operation of the document creates is there from the start: its examples. */
  begin(): void {
    const { schemas, model } = this.rules;
    this.things.clear();
    this.work.clear();
    this.begunBy.clear();
    this.gone.clear();
    this.made = 0;
    for (const kind of model.kinds) {
      if (kind.origin !== "example") continue;
      const value = exampleIn(kind, schemas);
      if (value !== undefined) this.things.add(kind.collection, String(own(value, kind.id)), { ...value });
    }
  }

  /** A new thing with these values; what its schema requires beside them is as small as can be. */
  create(kind: Kind, collection: string, given: unknown): Thing {
    const { schemas } = this.rules;
    const properties = schemas.properties(kind.schema);
    const first = this.created(kind, given, recordOf(schemas.minimal(kind.schema)));
    const { maker } = this.rules;
    const isWhole = maker === undefined || maker.isThing(kind, first);
    const value = isWhole ? first : this.created(kind, given, recordOf(maker.thing(kind)));
    // An id of the caller's choice stays; one that the server gives is counted up from the example.
    const chosen = own(recordOf(given), kind.id);
    const id = kind.isSingle === true ? "" : (chosen ?? this.newId(kind, collection));
    if (kind.isSingle !== true && Object.hasOwn(properties, kind.id)) setOwn(value, kind.id, id);
    this.gone.delete(`${collection} ${String(id)}`);
    return this.things.add(collection, String(id), value);
  }

  /** What a new thing is, but for its id. */
  private created(
    kind: Kind,
    given: unknown,
    least: Readonly<Record<string, unknown>>,
  ): Record<string, unknown> {
    const { schemas } = this.rules;
    const properties = schemas.properties(kind.schema);
    const now = this.rules.moment();
    const value: Record<string, unknown> = { ...least };
    const { changed, created } = schemas.about(kind, momentsOf);
    for (const name of changed) setOwn(value, name, now);
    for (const name of created) setOwn(value, name, now);
    for (const [name, member] of Object.entries(recordOf(given))) {
      if (Object.hasOwn(properties, name)) setOwn(value, name, member);
    }
    return value;
  }

  /** An id that nothing of the collection has. */
  private newId(kind: Kind, collection: string): unknown {
    for (;;) {
      this.made += 1;
      const id =
        this.rules.maker?.id(kind, this.made) ?? newId(this.rules.schemas.about(kind, exampleId), this.made);
      if (this.things.get(collection, String(id)) === undefined) return id;
    }
  }

  /**
   * A thing that nobody created, of a kind that no call creates: what is asked for is taken to exist, made of the document's example.
   * Undefined for all others, and for what was removed.
   */
  assumed(
    kind: Kind,
    collection: string,
    {
      id,
      path,
      method,
    }: { readonly id: string; readonly path: Readonly<Record<string, unknown>>; readonly method: string },
  ): Thing | undefined {
    if (kind.origin !== "assumed" || method === "PUT" || this.gone.has(`${collection} ${id}`))
      return undefined;
    const { schemas, maker } = this.rules;
    const properties = schemas.properties(kind.schema);
    const example = exampleIn(kind, schemas) ?? recordOf(maker?.thing(kind) ?? schemas.minimal(kind.schema));
    const value: Record<string, unknown> = { ...example };
    for (const [name, given] of Object.entries(path))
      if (Object.hasOwn(properties, name)) setOwn(value, name, given);
    if (kind.isSingle !== true) setOwn(value, kind.id, path[kind.parameter]);
    return this.things.add(collection, id, value);
  }

  /** Takes a new thing for work that goes on: its status is the first that is no end, until somebody has looked. */
  begun(kind: Kind, entry: Thing): void {
    const course = courseOf(this.rules.schemas, kind);
    if (course === undefined || this.rules.looks === 0) return;
    entry.value = { ...entry.value, [course.property]: course.begin };
    this.begunBy.set(entry, { course, looksLeft: this.rules.looks });
  }

  /** Puts other values in place; with `whole`, what is left out goes back to what it is at first. */
  update(kind: Kind, entry: Thing, given: unknown, whole: boolean): void {
    const { schemas } = this.rules;
    const properties = schemas.properties(kind.schema);
    const kept = whole ? { ...recordOf(schemas.minimal(kind.schema)) } : entry.value;
    const value: Record<string, unknown> = { ...kept };
    for (const [name, member] of Object.entries(recordOf(given))) {
      if (Object.hasOwn(properties, name)) setOwn(value, name, member);
    }
    const { changed, created } = schemas.about(kind, momentsOf);
    for (const name of changed) setOwn(value, name, this.rules.moment());
    for (const name of created) setOwn(value, name, own(entry.value, name));
    if (kind.isSingle !== true) setOwn(value, kind.id, own(entry.value, kind.id));
    entry.value = value;
    entry.version += 1;
  }

  /** Removes a thing; work on it that is not done ends the other way. */
  remove(collection: string, id: string): void {
    for (const work of this.work.values()) {
      if (work.joins.some(({ path }) => path.startsWith(`${collection}/${encodeURIComponent(id)}/`)))
        this.end(work, "canceled");
    }
    this.gone.add(`${collection} ${id}`);
    this.things.remove(collection, id);
  }

  /** Starts work; with nothing to do, or when nobody is to see it under way, it is done at once. */
  start(startedBy: StateOperation, link: WorkLink, joins: readonly Joining[]): Thing {
    const entry = this.create(link.kind, link.kind.collection, {});
    const work: Work = { startedBy, link, entry, joins, looksLeft: this.rules.looks };
    this.work.set(entry, work);
    const total = joins.reduce((sum, { ids }) => sum + ids.length, 0);
    if (total === 0 || this.rules.looks === 0) this.end(work, "done");
    else this.show(work, { total, queued: total, done: 0, failed: 0 });
    return entry;
  }

  /** Somebody looks: work comes nearer to its end. Whether it is under way still. */
  look(entry: Thing): boolean {
    const begun = this.begunBy.get(entry);
    if (begun !== undefined && --begun.looksLeft < 0) {
      this.begunBy.delete(entry);
      entry.value = { ...entry.value, [begun.course.property]: begun.course.end };
      entry.version += 1;
    }
    const work = this.work.get(entry);
    if (work === undefined) return this.begunBy.has(entry);
    work.looksLeft -= 1;
    if (work.looksLeft >= 0) return true;
    this.end(work, "done");
    return false;
  }

  /** Ends all work that is under way. */
  finish(): void {
    for (const work of this.work.values()) this.end(work, "done");
  }

  /** Lets things join lists; gives how many of them there are. */
  join(joins: readonly Joining[]): number {
    let done = 0;
    for (const { list, path, collection, ids } of joins) {
      for (const id of ids) {
        if (!this.exists(list.kind, collection, id)) continue;
        this.things.members(path).add(id);
        done += 1;
      }
    }
    return done;
  }

  private exists(kind: Kind, collection: string, id: string): boolean {
    if (this.things.get(collection, id) !== undefined) return true;
    if (kind.isElsewhere === true) this.create(kind, collection, { [kind.id]: id });
    return kind.isElsewhere === true;
  }

  private end(work: Work, how: "done" | "canceled"): void {
    const { link, entry, joins } = work;
    this.work.delete(entry);
    const total = joins.reduce((sum, { ids }) => sum + ids.length, 0);
    const done = how === "done" ? this.join(joins) : 0;
    this.show(work, { total, queued: 0, done, failed: total - done });
    for (const [name, values] of Object.entries(link.until)) {
      setOwn(entry.value, name, how === "done" ? values[0] : (values[1] ?? values[0]));
    }
  }

  /** The state of work under way; where nothing says what that is called, the first value of the enum that is no end. */
  private show({ link, entry }: Work, counts: Parameters<typeof withCounts>[3]): void {
    const { schema } = link.kind;
    const value = recordOf(withCounts(this.rules.schemas, schema, entry.value, counts));
    for (const [name, ends] of Object.entries(link.until)) {
      const { enum: values } = this.rules.schemas.follow(own(this.rules.schemas.properties(schema), name));
      if (Array.isArray(values)) setOwn(value, name, values.find((one) => !ends.includes(one)) ?? values[0]);
    }
    entry.value = value;
  }
}

/** The properties that say when a thing was changed last, and when it was created. */
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

function exampleId(schemas: Schemas, { id, schema, fetch }: Kind): unknown {
  const node = own(schemas.properties(schema), id);
  const content = Object.values(schemas.at(`${fetch.pointer}/responses/200/content`))[0];
  return schemas.example(node) ?? own(recordOf(schemas.example(content)), id) ?? schemas.minimal(node);
}
