// The state of a mock: of each document and tenant, in memory and optionally in a data file.
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
import { errorOf, withConditions, written } from "./state-request.ts";
import { matchesSafely } from "./matches-safely.ts";
import { ResourceMaker } from "./resource-maker.ts";
import { WriteLog } from "./write-log.ts";

/** The state of all documents of a mock, by tenant. */
export class MockState {
  readonly #states: ReadonlyMap<MockContract, ApiState>;
  readonly #options: MockStateOptions;
  readonly #log: WriteLog;
  /** The current time of a write, which a replay of the log repeats. */
  #now: Date | undefined;
  /** How jobs progress that outlast their response. */
  pace: Pace = "look";

  /** Restores the contents of the data file. */
  constructor(contracts: readonly MockedContract[], options: MockStateOptions = {}) {
    this.#options = options;
    this.#log = new WriteLog(options.file, { snapshot: () => this.#all(), begin: () => this.#begin() });
    const { looks = 1 } = options;
    const now = (): Date => this.#now ?? new Date();
    const pace = (): Pace => this.pace;
    this.#states = new Map(
      contracts.map(({ contract, answers }) => {
        const api = { document: contract.root, operations: contract.operations };
        return [
          contract,
          new ApiState(api, {
            ...{ looks, now, pace, matches: matchesSafely },
            maker: new ResourceMaker(contract, answers),
          }),
        ];
      }),
    );
    this.#begin();
  }

  /** Responds to operations on the state; undefined for operations that have only examples and schemas. */
  readonly answer: Responding = (mocked, operation, received, about) => {
    const { contract } = mocked;
    const { operationId, method } = operation;
    const { root, sent } = about;
    const state = this.#states.get(contract);
    if (state === undefined) return undefined;
    const isAbout = state.isAbout(operationId);
    if (!isAbout && !("404" in operation.responses)) return undefined;
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
    if (!isAbout) {
      if (state.lacksParent(request)) throw errorOf({ status: 404, body: undefined });
      return undefined;
    }
    const at = new Date();
    const response = this.#respond(state, request, at);
    // The caller renders the error in the document's own schema.
    if (response.status >= 400) throw errorOf(response);
    const given = written(mocked, operation, response, fieldText(fields, "accept"));
    if (!this.#log.isKept || isRead) return given;
    const paced = this.pace === "look" ? {} : { pace: this.pace };
    const entry = { at: at.toISOString(), document: contract.document.name, request, ...paced };
    return this.#log.keep(entry).then(() => given);
  };

  /** Finishes the running jobs of a tenant; resolves to their number. */
  async step(tenant: string): Promise<number> {
    const moved = [...this.#states.values()].reduce((sum, state) => sum + state.finishWork(tenant), 0);
    if (moved > 0) await this.#log.keep({ tenant, data: this.read(tenant) });
    return moved;
  }

  explain(contract: MockContract): readonly Explanation[] {
    return this.#states.get(contract)?.explain() ?? [];
  }

  /** Returns all data of a tenant, in the form that `write` accepts. */
  read(tenant: string): MockData {
    return Object.fromEntries(
      [...this.#states].map(([{ document }, state]) => [document.name, state.data()[tenant]]),
    );
  }

  /** Replaces the data of a tenant with data that `read` returned. */
  async write(tenant: string, data: unknown): Promise<void> {
    this.#write(tenant, data as MockData); // The type that `read` returns.
    await this.#log.keep({ tenant, data: data as MockData });
  }

  async reset(tenant: string): Promise<void> {
    this.#reset(tenant);
    await this.#log.keep({ tenant, data: null });
  }

  /** Returns the resources of a tenant, in the form of seeds. */
  exported(tenant: string): SeedData {
    return seedsOf(this.read(tenant));
  }

  /** Adds resources. Throws an HttpError (400) for a path at which no document has resources. */
  async add(tenant: string, data: SeedData): Promise<void> {
    this.#put(tenant, data);
    await this.#log.keep({ tenant, data: this.read(tenant) });
  }

  /**
   * Returns the resources of a collection, or the singleton at a path, whose id is empty. They are never
   * mutated later.
   */
  all(
    tenant: string,
    path: string,
  ): { readonly id: string; readonly value: Readonly<Record<string, unknown>> }[] {
    return [...this.#states.values()].flatMap((state) => state.all(path, tenant));
  }

  /** Returns the first resources of each collection, for display. */
  shown(tenant: string, most: number): ShownCollection[] {
    return [...this.#states.values()].flatMap((state) => state.shown(tenant, most));
  }

  /** Returns a copy of a resource; the id of a singleton is empty. */
  get(tenant: string, path: string, id: string): Readonly<Record<string, unknown>> | undefined {
    for (const state of this.#states.values()) {
      const found = state.get(path, id, tenant);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** Removes a resource; resolves to whether it existed. */
  async remove(tenant: string, path: string, id: string): Promise<boolean> {
    const removed = [...this.#states.values()].map((state) => state.remove(path, id, tenant));
    if (!removed.includes(true)) return false;
    await this.#log.keep({ tenant, data: this.read(tenant) });
    return true;
  }

  /**
   * Takes over the data of another state and its file. Resolves to sentences about data that no longer fits.
   */
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
    // Members of lists are added after the resources they refer to.
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
            detail:
              "must be the path of a collection, of a list that resources join, or of a single resource",
          },
        ]);
    }
  }

  /** Resets the state to the contents of the file. */
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

  /** Paths that the documents no longer have are skipped. */
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
