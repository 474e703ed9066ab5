// What a mock remembers: the state of each document, tenant by tenant; in a file, where one is named.
import { addAll } from "../document/long-lists.ts";
import { fieldText } from "../runtime/boundary/message-head.ts";
import { HttpError, invalidRequest } from "../runtime/boundary/problem.ts";
import type { ShownCollection } from "../runtime/control/control-surface.ts";
import { ApiState } from "../runtime/state/api-state.ts";
import type { Explanation } from "../runtime/state/explain.ts";
import type { StateRequest, StateResponse } from "../runtime/state/state-api.ts";
import type { StateData } from "../runtime/state/state-data.ts";
import type { Answering, MockedContract } from "./mock.ts";
import type { SeedData } from "./mock-api.d.ts";
import type { MockContract } from "./mock-contract.ts";
import type { Logged, MockData, MockStateOptions, StateFile } from "./mock-data.ts";
import { seedsOf } from "./seeds-of.ts";
import { errorOf, withConditions } from "./state-request.ts";
import { ThingMaker } from "./thing-maker.ts";

/** Writes after which the file is started anew from a snapshot. */
const longestLog = 5_000;

export class MockState {
  readonly #states: ReadonlyMap<MockContract, ApiState>;
  readonly #options: MockStateOptions;
  #file: StateFile | undefined;
  /** Writes that wait for their commit: until then nobody sees what they did. */
  #pending: Promise<unknown> | undefined;
  /** Why the last commit failed. */
  #failure: unknown;
  /** The moment that counts while a write is done, or done again. */
  #now: Date | undefined;

  /** Brings back what the file has. */
  constructor(contracts: readonly MockedContract[], options: MockStateOptions = {}) {
    this.#options = options;
    this.#file = options.file;
    const { looks = 1 } = options;
    const now = (): Date => this.#now ?? new Date();
    this.#states = new Map(
      contracts.map(({ contract, answers }) => {
        const api = { document: contract.root, operations: contract.operations };
        return [contract, new ApiState(api, { looks, now, maker: new ThingMaker(contract, answers) })];
      }),
    );
    this.#begin();
  }

  /** Answers what is about the state; undefined for operations that only have examples and schemas. */
  readonly answer: Answering = (mocked, operation, received, about) => {
    const { contract } = mocked;
    const { operationId, method } = operation;
    const { root, sent } = about;
    const state = this.#states.get(contract);
    if (state === undefined || !state.isAbout(operationId)) return undefined;
    const isRead = method === "GET" || method === "HEAD";
    if (isRead && this.#pending !== undefined) {
      const again = (): ReturnType<Answering> => this.answer(mocked, operation, received, about);
      return this.#pending.then(again, again);
    }
    const { path, query, headers, body, tenant } = received;
    const fields = sent.head.headers;
    const request: StateRequest = {
      operationId,
      tenant,
      root,
      path,
      query,
      headers: withConditions(headers, fields),
      body,
      mediaType: fieldText(fields, "content-type"),
    };
    const at = new Date();
    const response = this.#respond(state, request, at);
    // The error is told in the document's own words by whoever knows them.
    if (response.status >= 400) throw errorOf(response);
    if (this.#file === undefined || isRead) return response;
    return this.#keep({ at: at.toISOString(), document: contract.document.name, request }).then(
      () => response,
    );
  };

  explain(contract: MockContract): readonly Explanation[] {
    return this.#states.get(contract)?.explain() ?? [];
  }

  /** All of a tenant, as `write` takes it. */
  read(tenant: string): MockData {
    return Object.fromEntries(
      [...this.#states].map(([{ document }, state]) => [document.name, state.data()[tenant]]),
    );
  }

  /** Puts the data of a tenant back as they were read. */
  async write(tenant: string, data: unknown): Promise<void> {
    this.#write(tenant, data as MockData); // What `read` gave.
    await this.#keep({ tenant, data: data as MockData });
  }

  async reset(tenant: string): Promise<void> {
    this.#reset(tenant);
    await this.#keep({ tenant, data: null });
  }

  /** A tenant's things, as seeds are written. */
  exported(tenant: string): SeedData {
    return seedsOf(this.read(tenant));
  }

  /** Adds things. Throws the 400 for a path that no document has things at. */
  async add(tenant: string, data: SeedData): Promise<void> {
    this.#put(tenant, data);
    await this.#keep({ tenant, data: this.read(tenant) });
  }

  /** The things of a collection, or the only one at its path, which has an empty id; nobody changes them later. */
  all(
    tenant: string,
    path: string,
  ): { readonly id: string; readonly value: Readonly<Record<string, unknown>> }[] {
    return [...this.#states.values()].flatMap((state) => state.all(path, tenant));
  }

  /** The first things of each collection, for people who look. */
  shown(tenant: string, most: number): ShownCollection[] {
    return [...this.#states.values()].flatMap((state) => state.shown(tenant, most));
  }

  /** Removes a thing; resolves to whether there was one. */
  async remove(tenant: string, path: string, id: string): Promise<boolean> {
    const removed = [...this.#states.values()].map((state) => state.remove(path, id, tenant));
    if (!removed.includes(true)) return false;
    await this.#keep({ tenant, data: this.read(tenant) });
    return true;
  }

  /** Takes the place of another state, with its file. Resolves to what does not fit any more, in sentences. */
  async adopt(previous: MockState): Promise<string[]> {
    await previous.#pending?.catch(() => undefined);
    const lost: string[] = [];
    for (const [{ document }, state] of this.#states)
      for (const [{ document: former }, before] of previous.#states)
        if (former.name === document.name) addAll(lost, state.adopt(before.data()));
    this.#file = previous.#file;
    previous.#file = undefined;
    this.#compact();
    return lost;
  }

  close(): void {
    this.#file?.close();
  }

  #respond(state: ApiState, request: StateRequest, at: Date): StateResponse {
    this.#now = at;
    try {
      return state.respond(request);
    } finally {
      this.#now = undefined;
    }
  }

  #write(tenant: string, data: MockData): void {
    for (const [{ document }, state] of this.#states) {
      const own = data[document.name];
      if (own === undefined) state.reset(tenant);
      else state.restore({ [tenant]: own } satisfies StateData);
    }
  }

  #reset(tenant: string): void {
    for (const state of this.#states.values()) state.reset(tenant);
    this.#seed(tenant);
  }

  #seed(tenant: string): void {
    for (const seed of this.#options.seeds ?? []) if (seed.tenant === tenant) this.#put(tenant, seed.data);
  }

  #put(tenant: string, data: SeedData): void {
    // What has joined a list comes after the things themselves.
    const entries = Object.entries(data).sort(
      ([, one], [, other]) => Number(isIds(one)) - Number(isIds(other)),
    );
    for (const [path, values] of entries) {
      const isTaken = [...this.#states.values()].some((state) => state.put(path, values, tenant));
      if (!isTaken)
        throw invalidRequest([
          {
            in: "body",
            pointer: `/${path.replaceAll("~", "~0").replaceAll("/", "~1")}`,
            detail: "must be the path of a collection, of a list that things join, or of a single thing",
          },
        ]);
    }
  }

  /** Keeps what was done already. Where that fails, it is undone together with all that came since: the file is right. */
  async #keep(entry: Logged): Promise<void> {
    const file = this.#file;
    if (file === undefined) return;
    const kept = file.append(entry).catch((error: unknown) => {
      // Writes that share a commit fail with one error.
      if (this.#failure !== error) this.#begin();
      this.#failure = error;
      throw new HttpError(503, "The data file cannot be written; nothing was changed.", { cause: error });
    });
    this.#pending = kept;
    const settled = (): void => {
      if (this.#pending === kept) this.#pending = undefined;
    };
    kept.then(settled, settled);
    await kept;
  }

  /** From the start to what the file has. */
  #begin(): void {
    for (const state of this.#states.values()) state.reset();
    for (const tenant of new Set(this.#options.seeds?.map(({ tenant }) => tenant))) this.#seed(tenant);
    this.#bringBack();
  }

  #bringBack(): void {
    const file = this.#file;
    if (file === undefined) return;
    const { snapshot, writes } = file.read();
    for (const [tenant, data] of Object.entries((snapshot ?? {}) as Readonly<Record<string, MockData>>))
      this.#write(tenant, data);
    for (const entry of writes as readonly Logged[]) this.#redo(entry);
    if (writes.length < longestLog) return;
    this.#compact();
  }

  #compact(): void {
    const tenants = new Set([...this.#states.values()].flatMap((state) => state.tenantNames()));
    this.#file?.compact(Object.fromEntries([...tenants].map((tenant) => [tenant, this.read(tenant)])));
  }

  /** What the documents no longer have is left out. */
  #redo(entry: Logged): void {
    if ("request" in entry) {
      const found =
        [...this.#states].find(([{ document }]) => document.name === entry.document) ?? [...this.#states][0];
      if (found?.[0].operations[entry.request.operationId] !== undefined)
        this.#respond(found[1], entry.request, new Date(entry.at));
    } else if (entry.data === null) this.#reset(entry.tenant);
    else this.#write(entry.tenant, entry.data);
  }
}

function isIds(values: unknown): boolean {
  return (
    Array.isArray(values) && values.every((value) => typeof value === "string" || typeof value === "number")
  );
}
