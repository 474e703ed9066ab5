// What happened in a test so far, and the rules by which things come to be, change and go.
import { isRecord } from "../is-record.ts";
import { withCounts } from "./count-words.ts";
import type { Contract, ContractOperation } from "./contract.ts";
import { type Kind, type ListOf, type Model, modelOf, type WorkLink } from "./model.ts";
import { newId } from "./new-id.ts";
import { Schemas } from "./schema.ts";
import { getOwn, setOwn } from "./own-property.ts";
import { type Entry, TestStore } from "./store.ts";

/** Work under way: who joins which list at its end. */
interface Work {
  readonly link: WorkLink;
  readonly entry: Entry;
  readonly joins: readonly Joining[];
  looksLeft: number;
}

/** Things, named by their ids, that are to join a list. */
export interface Joining {
  readonly list: ListOf;
  /** The path of the list, and that of the collection that its things are in. */
  readonly path: string;
  readonly collection: string;
  readonly ids: readonly string[];
}

export class TestState {
  readonly schemas: Schemas;
  readonly model: Model;
  readonly store = new TestStore();
  readonly #contract: Contract;
  readonly #looks: number;
  readonly #work = new Map<Entry, Work>();
  #made = 0;

  /** @param looks  how often work is seen under way before it is seen done */
  constructor(contract: Contract, looks: number) {
    this.#contract = contract;
    this.#looks = looks;
    this.schemas = new Schemas(contract.document);
    this.model = modelOf(contract, this.schemas);
    this.begin();
  }

  /** Forgets everything. What no operation of the document creates is there from the start: its examples. */
  begin(): void {
    this.store.clear();
    this.#work.clear();
    for (const kind of this.model.kinds) {
      const { collection, id } = kind;
      if (collection.includes("{") || this.#isMade(kind)) continue;
      const content = this.schemas.at(`${kind.fetch.pointer}/responses/200/content`);
      const value = this.schemas.example(Object.values(content)[0]);
      if (isRecord(value)) this.store.add(collection, String(getOwn(value, id)), { ...value });
    }
  }

  /** A new thing with these values; what its schema requires beside them is as small as can be. */
  create(kind: Kind, collection: string, given: unknown): Entry {
    const { schemas } = this;
    const properties = schemas.properties(kind.schema);
    const now = new Date().toISOString();
    const value: Record<string, unknown> = { ...recordOf(schemas.minimal(kind.schema)) };
    for (const [name, node] of Object.entries(properties)) {
      if (schemas.format(node) === "date-time" && /creat|updat|modif/i.test(name)) setOwn(value, name, now);
    }
    for (const [name, member] of Object.entries(recordOf(given))) {
      if (Object.hasOwn(properties, name)) setOwn(value, name, member);
    }
    // An id of the caller's choice stays; one that the server gives is counted up from the example.
    const own = getOwn(recordOf(given), kind.id);
    const id = own ?? newId(this.#exampleId(kind), (this.#made += 1));
    setOwn(value, kind.id, id);
    return this.store.add(collection, String(id), value);
  }

  /** Puts other values in place; with `whole`, what is left out goes back to what it is at first. */
  update(kind: Kind, entry: Entry, given: unknown, whole: boolean): void {
    const { schemas } = this;
    const properties = schemas.properties(kind.schema);
    const kept = whole ? { ...recordOf(schemas.minimal(kind.schema)) } : entry.value;
    const value: Record<string, unknown> = { ...kept };
    for (const [name, member] of Object.entries(recordOf(given))) {
      if (Object.hasOwn(properties, name)) setOwn(value, name, member);
    }
    for (const [name, node] of Object.entries(properties)) {
      if (schemas.format(node) !== "date-time") continue;
      if (/updat|modif/i.test(name)) setOwn(value, name, new Date().toISOString());
      else if (/creat/i.test(name)) setOwn(value, name, getOwn(entry.value, name));
    }
    setOwn(value, kind.id, getOwn(entry.value, kind.id));
    entry.value = value;
    entry.version += 1;
  }

  /** Removes a thing; work on it that is not done ends the other way. */
  remove(collection: string, id: string): void {
    for (const work of this.#work.values()) {
      if (work.joins.some(({ path }) => path.startsWith(`${collection}/${id}/`))) this.#end(work, "canceled");
    }
    this.store.remove(collection, id);
  }

  /** Starts work; with nothing to do, or when nobody is to see it under way, it is done at once. */
  start(link: WorkLink, joins: readonly Joining[]): Entry {
    const entry = this.create(link.kind, link.kind.collection, {});
    const work: Work = { link, entry, joins, looksLeft: this.#looks };
    this.#work.set(entry, work);
    const total = joins.reduce((sum, { ids }) => sum + ids.length, 0);
    if (total === 0 || this.#looks === 0) this.#end(work, "done");
    else this.#show(work, { total, queued: total, done: 0, failed: 0 });
    return entry;
  }

  /** Somebody looks: work comes nearer to its end. Whether it is under way still. */
  look(entry: Entry): boolean {
    const work = this.#work.get(entry);
    if (work === undefined) return false;
    work.looksLeft -= 1;
    if (work.looksLeft >= 0) return true;
    this.#end(work, "done");
    return false;
  }

  /** Ends all work that is under way. */
  finish(): void {
    for (const work of this.#work.values()) this.#end(work, "done");
  }

  /** Lets things join lists; gives how many of them there are. */
  join(joins: readonly Joining[]): number {
    let done = 0;
    for (const { list, path, collection, ids } of joins) {
      for (const id of ids) {
        if (!this.#exists(list.kind, collection, id)) continue;
        this.store.members(path).add(id);
        done += 1;
      }
    }
    return done;
  }

  #exists(kind: Kind, collection: string, id: string): boolean {
    if (this.store.get(collection, id) !== undefined) return true;
    if (kind.isElsewhere === true) this.create(kind, collection, { [kind.id]: id });
    return kind.isElsewhere === true;
  }

  #end(work: Work, how: "done" | "canceled"): void {
    const { link, entry, joins } = work;
    this.#work.delete(entry);
    const total = joins.reduce((sum, { ids }) => sum + ids.length, 0);
    const done = how === "done" ? this.join(joins) : 0;
    this.#show(work, { total, queued: 0, done, failed: total - done });
    for (const [name, values] of Object.entries(link.until)) {
      setOwn(entry.value, name, how === "done" ? values[0] : (values[1] ?? values[0]));
    }
  }

  /** The state of work under way; where nothing says what that is called, the first value of the enum that is no end. */
  #show({ link, entry }: Work, counts: Parameters<typeof withCounts>[3]): void {
    const { schema } = link.kind;
    const value = recordOf(withCounts(this.schemas, schema, entry.value, counts));
    for (const [name, ends] of Object.entries(link.until)) {
      const { enum: values } = this.schemas.follow(getOwn(this.schemas.properties(schema), name));
      if (Array.isArray(values)) setOwn(value, name, values.find((one) => !ends.includes(one)) ?? values[0]);
    }
    entry.value = value;
  }

  #exampleId({ id, schema, fetch }: Kind): unknown {
    const { schemas } = this;
    const node = getOwn(schemas.properties(schema), id);
    const content = Object.values(schemas.at(`${fetch.pointer}/responses/200/content`))[0];
    return schemas.example(node) ?? getOwn(recordOf(schemas.example(content)), id) ?? schemas.minimal(node);
  }

  /** Whether calls create things of a kind: on its collection, or as the work that they start. */
  #isMade({ collection, fetch }: Kind): boolean {
    const operations = Object.values(this.#contract.operations);
    const links = (operation: ContractOperation): unknown[] =>
      Object.values(operation.links).flatMap((byName) =>
        Object.values(byName).map((link) =>
          isRecord(link.xSdk) && "until" in link.xSdk ? link.operationId : "",
        ),
      );
    return operations.some(
      (operation) =>
        (operation.method === "POST" && operation.path === collection) ||
        links(operation).includes(fetch.operationId),
    );
  }
}

function recordOf(value: unknown): Record<string, unknown> {
  return isRecord(value) ? value : {};
}
