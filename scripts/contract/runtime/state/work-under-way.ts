// Work of a tenant that continues after its response: how it starts, progresses and ends.
import { own, setOwn } from "../wire-value.ts";
import { withCounts } from "./count-words.ts";
import { type Course, courseOf } from "./course.ts";
import type { WorkLink } from "./links.ts";
import type { Kind } from "./model.ts";
import { isDone } from "./pace.ts";
import { recordOf } from "./record.ts";
import type { Schemas } from "./schemas.ts";
import type { Joining, StateRules, Work } from "./state-rules.ts";
import type { Resource } from "./resources.ts";

/** Work whose progress a resource shows in its own status. */
export interface Begun {
  readonly course: Course;
  looksLeft: number;
  /** Milliseconds since the epoch. */
  readonly began: number;
}

/** The work in progress of one tenant. */
export class WorkUnderWay {
  /** Work that is shown by a separate resource. */
  readonly told = new Map<Resource, Work>();
  /** Resources whose own status shows their work. */
  readonly begun = new Map<Resource, Begun>();
  readonly #rules: StateRules;
  readonly #join: (joins: readonly Joining[]) => number;

  /** @param join  adds members to lists; returns how many of them exist */
  constructor(rules: StateRules, join: (joins: readonly Joining[]) => number) {
    this.#rules = rules;
    this.#join = join;
  }

  clear(): void {
    this.told.clear();
    this.begun.clear();
  }

  /** Starts work for a new resource whose schema has a status: the first value that is not final. */
  begin(kind: Kind, entry: Resource): void {
    const course = this.#rules.schemas.about(kind, courseOf);
    if (course === undefined || this.#rules.looks === 0) return;
    const isOver = this.#rules.pace() === "immediate";
    entry.value = { ...entry.value, [course.property]: isOver ? course.end : course.begin };
    if (!isOver)
      this.begun.set(entry, { course, looksLeft: this.#rules.looks, began: this.#rules.moment.time() });
  }

  /** Starts work; if there is nothing to do, or if its progress is not to be shown, it is done at once. */
  start({ startedBy, link, entry, joins }: Omit<Work, "looksLeft" | "began">): void {
    const { looks, pace, moment } = this.#rules;
    const work: Work = { startedBy, link, entry, joins, looksLeft: looks, began: moment.time() };
    const total = totalOf(work);
    if (total === 0 || looks === 0 || pace() === "immediate") this.#end(work, "done");
    else {
      this.told.set(work.entry, work);
      this.#show(work, { total, queued: total, done: 0, failed: 0 });
    }
  }

  /** Counts a read, which brings work nearer to its end. Returns whether it is still in progress. */
  look(entry: Resource): boolean {
    const begun = this.begun.get(entry);
    const work = this.told.get(entry);
    if (begun === undefined && work === undefined) return false;
    const isByLooks = this.#rules.pace() === "look";
    if (begun !== undefined && isByLooks && --begun.looksLeft < 0) this.#complete(entry, begun);
    if (work !== undefined && isByLooks && --work.looksLeft < 0) this.#end(work, "done");
    return this.told.has(entry) || this.begun.has(entry);
  }

  /** Ends the work whose time has come. */
  settle(): void {
    if (this.told.size === 0 && this.begun.size === 0) return;
    const pace = this.#rules.pace();
    if (pace === "look" || pace === "manual") return;
    const now = this.#rules.moment.time();
    for (const [entry, begun] of this.begun) if (isDone(pace, begun.began, now)) this.#complete(entry, begun);
    for (const work of this.told.values()) if (isDone(pace, work.began, now)) this.#end(work, "done");
  }

  /** Finishes all work in progress; returns how much there was. */
  finish(): number {
    const moved = this.told.size + this.begun.size;
    for (const [entry, begun] of this.begun) this.#complete(entry, begun);
    for (const work of this.told.values()) this.#end(work, "done");
    return moved;
  }

  /** Cancels the work that fills a list below a removed resource. */
  cancelBelow(path: string): void {
    for (const work of this.told.values())
      if (work.joins.some((join) => join.path.startsWith(path))) this.#end(work, "canceled");
  }

  #complete(entry: Resource, { course }: Begun): void {
    this.begun.delete(entry);
    entry.value = { ...entry.value, [course.property]: course.end };
    entry.version += 1;
  }

  #end(work: Work, how: "done" | "canceled"): void {
    const { link, entry, joins } = work;
    this.told.delete(entry);
    const total = totalOf(work);
    const done = how === "done" ? this.#join(joins) : 0;
    this.#show(work, { total, queued: 0, done, failed: total - done });
    for (const [name, values] of Object.entries(link.until)) {
      setOwn(entry.value, name, how === "done" ? values[0] : (values[1] ?? values[0]));
    }
  }

  /**
   * Sets the state of work in progress; without a declared value, the first value of the enum that is not
   * final.
   */
  #show({ link, entry }: Work, counts: Parameters<typeof withCounts>[3]): void {
    const { schema } = link.kind;
    const counted = recordOf(withCounts(this.#rules.schemas, schema, entry.value, counts));
    const value = counted === entry.value ? { ...counted } : counted;
    for (const { name, first } of this.#rules.schemas.about(link, firstStates)) setOwn(value, name, first);
    entry.value = value;
  }
}

/** Returns the properties that show work, with their values while it is in progress. */
function firstStates(
  schemas: Schemas,
  { kind, until }: WorkLink,
): { readonly name: string; readonly first: unknown }[] {
  const properties = schemas.properties(kind.schema);
  return Object.entries(until).flatMap(([name, ends]) => {
    const { enum: values } = schemas.follow(own(properties, name));
    if (!Array.isArray(values)) return [];
    const all: readonly unknown[] = values;
    return [{ name, first: all.find((one) => !ends.includes(one)) ?? all[0] }];
  });
}

function totalOf({ joins }: Pick<Work, "joins">): number {
  return joins.reduce((sum, { ids }) => sum + ids.length, 0);
}
