// The control surface for testers: one row for each method and path, independent of the server that serves
// it.
import { HttpError } from "../boundary/problem.ts";
import type { Faults, FaultyApi } from "./faults.ts";
import { faultyOperations, readFaultRule } from "./faults.ts";
import { type Journal, notThere, readJournalFilter } from "./journal.ts";
import { readFields, text } from "./read-fields.ts";
import type { Snapshots } from "./snapshots.ts";
import { readExpectation, verify } from "./verification.ts";

/** Base path of the control surface: reserved, and in no document. */
export const controlPath = "/_control";

/** A control request of an authenticated tenant. */
export interface ControlRequest {
  readonly tenant: string;
  /** The parsed JSON body; undefined if none was sent. */
  readonly body: unknown;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
}

/** A response of the control surface; its body is sent as JSON. */
export interface ControlResponse {
  readonly status: number;
  /** The value that is serialized as JSON. */
  readonly body: object;
}

/** One row: a method, a path and its handler. */
export interface ControlRoute<Parts> {
  readonly method: "GET" | "PUT" | "POST" | "DELETE";
  /** The path below `/_control`; parameters in braces. */
  readonly path: string;
  readonly handle: (request: ControlRequest, parts: Parts) => ControlResponse | Promise<ControlResponse>;
}

/** The dependencies of the fault routes. */
export interface FaultParts {
  readonly api: FaultyApi;
  readonly faults: Faults;
  /** Returns the active faults of a tenant: the response to every change of them. */
  readonly overview: (tenant: string) => object;
}

/** The dependencies of the journal routes. */
export interface JournalParts {
  readonly journal: Journal;
}

/** The dependencies of the snapshot routes. */
export interface SnapshotParts {
  /** Reads the data of a tenant as a JSON value, and restores it. */
  readonly data: {
    read(tenant: string): unknown;
    write(tenant: string, data: unknown): void | Promise<void>;
  };
  readonly snapshots: Snapshots;
}

/** Some of the resources of a collection. */
export interface ShownCollection {
  readonly path: string;
  /** The first resources, as JSON. */
  readonly items: readonly unknown[];
  readonly more: boolean;
}

/** The dependencies of the route that shows the state. */
export interface StateParts {
  /** Returns the data of a tenant, at most `most` resources of each collection. */
  readonly shownState: (
    tenant: string,
    most: number,
  ) => readonly ShownCollection[] | Promise<readonly ShownCollection[]>;
}

/** Routes that show the current state. */
export const stateRoutes: readonly ControlRoute<StateParts>[] = [
  {
    method: "GET",
    path: "/state",
    handle: async ({ tenant }, { shownState }) => ok({ collections: await shownState(tenant, mostShown) }),
  },
];

const mostShown = 100;

/** Routes that set, list and remove faults. */
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
        throw notThere("fault; it may have ended after its number of requests");
      return ok(overview(tenant));
    },
  },
];

/** Routes that list recorded requests and verify expectations. */
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

/** Routes that save data under a name and restore it. */
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
