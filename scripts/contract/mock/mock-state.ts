// What a mock remembers: the state of each document, tenant by tenant; in a file, where one is named.
import { addAll } from "../document/long-lists.ts";
import { fieldText } from "../runtime/boundary/message-head.ts";
import { invalidRequest } from "../runtime/boundary/problem.ts";
import type { ShownCollection } from "../runtime/control/control-surface.ts";
import { ApiState } from "../runtime/state/api-state.ts";
import type { Explanation } from "../runtime/state/explain.ts";
import type { Pace } from "../runtime/state/pace.ts";
import type { StateRequest, StateResponse } from "../runtime/state/state-api.ts";
import type { StateData } from "../runtime/state/state-data.ts";
import type { Responding, MockedContract } from "./mock.ts";
import type { SeedData } from "./mock-api.d.ts";
import type { MockContract } from "./mock-contract.ts";
import type { Logged, MockData, MockStateOptions } from "./mock-data.ts";
import { seedsOf } from "./seeds-of.ts";
import { errorOf, withConditions } from "./state-request.ts";
import { ThingMaker } from "./thing-maker.ts";
import { WriteLog } from "./write-log.ts";

export class MockState {
  readonly #states: ReadonlyMap<MockContract, ApiState>;
  readonly #options: MockStateOptions;
  readonly #log: WriteLog;
  /** The moment that counts while a write is done, or done again. */
  #now: Date | undefined;
  /** How work goes on that is done after its response. */
  pace: Pace = "look";

  /** Brings back what the file has. */
  constructor(contracts: readonly MockedContract[], options: MockStateOptions = {}) {
    this.#options = options;
    this.#log = new WriteLog(options.file, { snapshot: () => this.#all(), begin: () => this.#begin() });
    const { looks = 1 } = options;
    const now = (): Date => this.#now ?? new Date();
    const pace = (): Pace => this.pace;
    this.#states = new Map(
      contracts.map(({ contract, answers }) => {
        const api = { document: contract.root, operations: contract.operations };
        return [contract, new ApiState(api, { looks, now, pace, maker: new ThingMaker(contract, answers) })];
      }),
    );
    this.#begin();
  }

  /** Answers what is about the state; undefined for operations that only have examples and schemas. */
  readonly answer: Responding = (mocked, operation, received, about) => {
    const { contract } = mocked;
    const { operationId, method } = operation;
    const { root, sent } = about;
    const state = this.#states.get(contract);
    if (state === undefined || !state.isAbout(operationId)) return undefined;
    const isRead = method === "GET" || method === "HEAD";
    const { pending } = this.#log;
    if (isRead && pending !== undefined) {
      const again = (): ReturnType<Responding> => this.answer(mocked, operation, received, about);
      return pending.then(again, again);
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
    if (!this.#log.isKept || isRead) return response;
    const paced = this.pace === "look" ? {} : { pace: this.pace };
    const entry = { at: at.toISOString(), document: contract.document.name, request, ...paced };
    return this.#log.keep(entry).then(() => response);
  };

  /** Ends the work of a tenant that is under way; resolves to how much that was. */
  async step(tenant: string): Promise<number> {
    const moved = [...this.#states.values()].reduce((sum, state) => sum + state.finishWork(tenant), 0);
    if (moved > 0) await this.#log.keep({ tenant, data: this.read(tenant) });
    return moved;
  }

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
    await this.#log.keep({ tenant, data: data as MockData });
  }

  async reset(tenant: string): Promise<void> {
    this.#reset(tenant);
    await this.#log.keep({ tenant, data: null });
  }

  /** A tenant's things, as seeds are written. */
  exported(tenant: string): SeedData {
    return seedsOf(this.read(tenant));
  }

  /** Adds things. Throws the 400 for a path that no document has things at. */
  async add(tenant: string, data: SeedData): Promise<void> {
    this.#put(tenant, data);
    await this.#log.keep({ tenant, data: this.read(tenant) });
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

  /** A copy of one thing; of what there is one of, the id is empty. */
  get(tenant: string, path: string, id: string): Readonly<Record<string, unknown>> | undefined {
    for (const state of this.#states.values()) {
      const found = state.get(path, id, tenant);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** Removes a thing; resolves to whether there was one. */
  async remove(tenant: string, path: string, id: string): Promise<boolean> {
    const removed = [...this.#states.values()].map((state) => state.remove(path, id, tenant));
    if (!removed.includes(true)) return false;
    await this.#log.keep({ tenant, data: this.read(tenant) });
    return true;
  }

  /** Takes the place of another state, with its file. Resolves to what does not fit any more, in sentences. */
  async adopt(previous: MockState): Promise<string[]> {
    await this.#log.takeOver(previous.#log);
    const lost: string[] = [];
    for (const [{ document }, state] of this.#states)
      for (const [{ document: former }, before] of previous.#states)
        if (former.name === document.name) addAll(lost, state.adopt(before.data()));
    this.#log.compact();
    return lost;
  }

  close(): void {
    this.#log.close();
  }

  #all(): Readonly<Record<string, MockData>> {
    const tenants = new Set([...this.#states.values()].flatMap((state) => state.tenantNames()));
    return Object.fromEntries([...tenants].map((tenant) => [tenant, this.read(tenant)]));
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

  /** From the start to what the file has. */
  #begin(): void {
    for (const state of this.#states.values()) state.reset();
    for (const tenant of new Set(this.#options.seeds?.map(({ tenant }) => tenant))) this.#seed(tenant);
    const kept = this.#log.read();
    if (kept === undefined) return;
    for (const [tenant, data] of Object.entries(kept.snapshot)) this.#write(tenant, data);
    const { pace } = this;
    for (const entry of kept.writes) this.#redo(entry);
    this.pace = pace;
    this.#log.shorten();
  }

  /** What the documents no longer have is left out. */
  #redo(entry: Logged): void {
    if ("request" in entry) {
      const found =
        [...this.#states].find(([{ document }]) => document.name === entry.document) ?? [...this.#states][0];
      this.pace = entry.pace ?? "look";
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
