// What testers can do: a row for each path and method of the control surface, whatever serves it.
import { HttpError } from "../boundary/problem.ts";
import type { Faults, FaultyApi } from "./faults.ts";
import { faultyOperations, readFaultRule } from "./faults.ts";
import { type Journal, notThere, readJournalFilter } from "./journal.ts";
import { readFields, text } from "./read-fields.ts";
import type { Snapshots } from "./snapshots.ts";
import { readExpectation, verify } from "./verification.ts";

/** Where it is: reserved, and in no document. */
export const controlPath = "/_control";

/** A request of a tenant that has shown who it is. */
export interface ControlRequest {
  readonly tenant: string;
  /** JSON, as it was read; undefined where none came. */
  readonly body: unknown;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
}

export interface ControlResponse {
  readonly status: number;
  /** What becomes JSON. */
  readonly body: object;
}

export interface ControlRoute<Parts> {
  readonly method: "GET" | "PUT" | "POST" | "DELETE";
  /** Below `/_control`; parameters in braces. */
  readonly path: string;
  readonly handle: (request: ControlRequest, parts: Parts) => ControlResponse | Promise<ControlResponse>;
}

/** What routes of faults work on. */
export interface FaultParts {
  readonly api: FaultyApi;
  readonly faults: Faults;
  /** What is active for a tenant: the response to every change of that. */
  readonly overview: (tenant: string) => object;
}

/** What routes of the journal work on. */
export interface JournalParts {
  readonly journal: Journal;
}

/** What routes of snapshots work on. */
export interface SnapshotParts {
  /** The data of a tenant, to be kept as JSON and put back. */
  readonly data: {
    read(tenant: string): unknown;
    write(tenant: string, data: unknown): void | Promise<void>;
  };
  readonly snapshots: Snapshots;
}

/** Some of what there is at the path of a collection. */
export interface ShownCollection {
  readonly path: string;
  /** The first of its things, as JSON. */
  readonly items: readonly unknown[];
  readonly more: boolean;
}

/** What the route that shows the state works on. */
export interface StateParts {
  /** What a tenant has, of each collection `most` things. */
  readonly shownState: (
    tenant: string,
    most: number,
  ) => readonly ShownCollection[] | Promise<readonly ShownCollection[]>;
}

/** What there is, for people who look at it. */
export const stateRoutes: readonly ControlRoute<StateParts>[] = [
  {
    method: "GET",
    path: "/state",
    handle: async ({ tenant }, { shownState }) => ok({ collections: await shownState(tenant, mostShown) }),
  },
];

const mostShown = 100;

/** What goes wrong on request. */
export const faultRoutes: readonly ControlRoute<FaultParts>[] = [
  { method: "GET", path: "/operations", handle: (_, { api }) => ok({ operations: faultyOperations(api) }) },
  {
    method: "POST",
    path: "/faults",
    handle: ({ tenant, body }, { faults, api }) => ({
      status: 201,
      body: faults.add(tenant, readFaultRule(body, api)),
    }),
  },
  { method: "GET", path: "/faults", handle: ({ tenant }, { faults }) => ok({ faults: faults.list(tenant) }) },
  {
    method: "DELETE",
    path: "/faults",
    handle: ({ tenant }, { faults, overview }) => {
      faults.clear(tenant);
      return ok(overview(tenant));
    },
  },
  {
    method: "DELETE",
    path: "/faults/{id}",
    handle: ({ tenant, params }, { faults, overview }) => {
      if (!faults.remove(tenant, Number(params["id"])))
        throw notThere("fault; it may have hit as often as it was to");
      return ok(overview(tenant));
    },
  },
];

/** What was requested, and whether that was what a test expects. */
export const journalRoutes: readonly ControlRoute<JournalParts>[] = [
  {
    method: "GET",
    path: "/requests",
    handle: ({ tenant, query }, { journal }) => {
      const { limit, ...filter } = readJournalFilter(query);
      const found = journal.list({ ...filter, tenant });
      return ok({ requests: found.slice(-limit), count: found.length });
    },
  },
  {
    method: "DELETE",
    path: "/requests",
    handle: ({ tenant }, { journal }) => {
      journal.clear(tenant);
      return ok({ requests: [] });
    },
  },
  {
    method: "POST",
    path: "/verify",
    handle: ({ tenant, body }, { journal }) => {
      const verification = verify(journal.list({ tenant }), readExpectation(body));
      return { status: verification.verified ? 200 : 422, body: verification };
    },
  },
];

/** Data that is kept under a name, and put back. */
export const snapshotRoutes: readonly ControlRoute<SnapshotParts>[] = [
  {
    method: "GET",
    path: "/snapshots",
    handle: ({ tenant }, { snapshots }) => ok({ snapshots: snapshots.names(tenant) }),
  },
  {
    method: "POST",
    path: "/snapshots",
    handle: async ({ tenant, body }, { snapshots, data }) => {
      const { name } = readFields(body, { name: text });
      if (name === undefined) throw new HttpError(400, "The name of the snapshot is missing.");
      snapshots.keep(tenant, name, await data.read(tenant));
      return { status: 201, body: { snapshots: snapshots.names(tenant) } };
    },
  },
  {
    method: "POST",
    path: "/snapshots/{name}/restore",
    handle: async ({ tenant, params }, { snapshots, data }) => {
      const kept = snapshots.get(tenant, params["name"] ?? "");
      if (kept === undefined) throw notThere("snapshot");
      await data.write(tenant, kept);
      return ok({ restored: params["name"] });
    },
  },
  {
    method: "DELETE",
    path: "/snapshots/{name}",
    handle: ({ tenant, params }, { snapshots }) => {
      if (!snapshots.remove(tenant, params["name"] ?? "")) throw notThere("snapshot");
      return ok({ snapshots: snapshots.names(tenant) });
    },
  },
];

export function ok(body: object): ControlResponse {
  return { status: 200, body };
}
