// Work of a tenant that is done after its response: how it begins, goes on by its pace, and ends.
import { own, setOwn } from "../wire-value.ts";
import { withCounts } from "./count-words.ts";
import { type Course, courseOf } from "./course.ts";
import type { WorkLink } from "./links.ts";
import type { Kind } from "./model.ts";
import { isDone } from "./pace.ts";
import { recordOf } from "./record.ts";
import type { Schemas } from "./schemas.ts";
import type { Joining, StateRules, Work } from "./state-rules.ts";
import type { Thing } from "./things.ts";

/** A thing that work goes on with. */
export interface Begun {
  readonly course: Course;
  looksLeft: number;
  /** Milliseconds since the epoch. */
  readonly began: number;
}

export class WorkUnderWay {
  /** Work that a thing of its own tells of. */
  readonly told = new Map<Thing, Work>();
  /** Things whose own status tells of it. */
  readonly begun = new Map<Thing, Begun>();
  readonly #rules: StateRules;
  readonly #join: (joins: readonly Joining[]) => number;

  /** @param join  lets things join lists; gives how many of them there are */
  constructor(rules: StateRules, join: (joins: readonly Joining[]) => number) {
    this.#rules = rules;
    this.#join = join;
  }

  clear(): void {
    this.told.clear();
    this.begun.clear();
  }

  /** Takes a new thing for work that goes on: its status is the first that is no end. */
  begin(kind: Kind, entry: Thing): void {
    const course = this.#rules.schemas.about(kind, courseOf);
    if (course === undefined || this.#rules.looks === 0) return;
    const isOver = this.#rules.pace() === "immediate";
    entry.value = { ...entry.value, [course.property]: isOver ? course.end : course.begin };
    if (!isOver)
      this.begun.set(entry, { course, looksLeft: this.#rules.looks, began: this.#rules.moment.time() });
  }

  /** Starts work; with nothing to do, or when nobody is to see it under way, it is done at once. */
  start(what: Omit<Work, "looksLeft" | "began">): void {
    const { looks, pace } = this.#rules;
    const work: Work = { ...what, looksLeft: looks, began: this.#rules.moment.time() };
    const total = totalOf(work);
    if (total === 0 || looks === 0 || pace() === "immediate") this.#end(work, "done");
    else {
      this.told.set(work.entry, work);
      this.#show(work, { total, queued: total, done: 0, failed: 0 });
    }
  }

  /** Somebody looks: work comes nearer to its end. Whether it is under way still. */
  look(entry: Thing): boolean {
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

  /** Ends all work that is under way; gives how much that was. */
  finish(): number {
    const moved = this.told.size + this.begun.size;
    for (const [entry, begun] of this.begun) this.#complete(entry, begun);
    for (const work of this.told.values()) this.#end(work, "done");
    return moved;
  }

  /** What is removed takes along the work that fills a list below it. */
  cancelBelow(path: string): void {
    for (const work of this.told.values())
      if (work.joins.some((join) => join.path.startsWith(path))) this.#end(work, "canceled");
  }

  #complete(entry: Thing, { course }: Begun): void {
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

  /** The state of work under way; where nothing says what that is called, the first value of the enum that is no end. */
  #show({ link, entry }: Work, counts: Parameters<typeof withCounts>[3]): void {
    const { schema } = link.kind;
    const value = recordOf(withCounts(this.#rules.schemas, schema, entry.value, counts));
    for (const { name, first } of this.#rules.schemas.about(link, firstStates)) setOwn(value, name, first);
    entry.value = value;
  }
}

/** The properties that tell of work, and what they say while it is under way. */
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
