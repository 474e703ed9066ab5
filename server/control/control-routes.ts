// Routes of the control surface for testers: those that every control surface has, and this server's own.
import {
  controlPath,
  type ControlRoute,
  type FaultParts,
  faultRoutes,
  type FieldReader,
  type JournalParts,
  journalRoutes,
  ok,
  pagePaths,
  readFields,
  type SnapshotParts,
  snapshotRoutes,
  type StateParts,
  stateRoutes,
} from "../../generated/control.ts";
import { invalidRequest } from "../../generated/boundary.ts";
import type { OperationsWorker } from "../operations-worker.ts";
import { type OperationPace, settingTable } from "../settings/settings.ts";
import type { Store } from "../store/store.ts";
import { type DataSetSize, putDataSet } from "./data-set.ts";

/** The objects that the control routes read and change. */
export interface ControlParts extends FaultParts, JournalParts, SnapshotParts, StateParts {
  readonly store: Store;
  readonly worker: Pick<OperationsWorker, "pace" | "setPace" | "step">;
}

/**
 * All control routes. Pace and steps apply to the process; faults, journal, snapshots and data apply to the
 * caller's account.
 */
export const controlRoutes: readonly ControlRoute<ControlParts>[] = [
  { method: "GET", path: "", handle: ({ tenant }, { overview }) => ok(overview(tenant)) },
  {
    method: "PUT",
    path: "/pace",
    handle: ({ tenant, body }, { worker, overview }) => {
      const { pace } = readFields(body, { pace: readPace });
      if (pace === undefined)
        throw invalidRequest([{ in: "body", pointer: "/pace", detail: "must be sent" }]);
      worker.setPace(pace);
      return ok(overview(tenant));
    },
  },
  {
    method: "POST",
    path: "/steps",
    handle: async ({ tenant: accountId, body }, { worker }) => {
      const { operationId } = readFields(body, { operationId: readText });
      const moved = await worker.step(operationId === undefined ? undefined : { accountId, operationId });
      return ok({ moved });
    },
  },
  {
    method: "POST",
    path: "/data",
    handle: async ({ tenant, body }, { store }) => {
      const { pools = 0, senders = 0 } = readFields(body, readSize);
      await putDataSet(store, tenant, { pools, senders });
      return ok({ pools, senders });
    },
  },
  {
    method: "DELETE",
    path: "/data",
    handle: async ({ tenant }, { store, overview }) => {
      await store.resetAccount(tenant);
      return ok(overview(tenant));
    },
  },
  ...faultRoutes,
  ...journalRoutes,
  ...snapshotRoutes,
  ...stateRoutes,
];

/** Methods and paths of the control routes, with path templates as in OpenAPI. */
export const controlPaths = controlRoutes.map(({ method, path }) => ({ method, path: controlPath + path }));

/** Methods and paths of the page's files, for servers that serve it. */
export const uiPaths = pagePaths.map((path) => ({ method: "GET", path: controlPath + path }));

const readPace: FieldReader<OperationPace> = (given) => {
  const isPace = typeof given === "string" || typeof given === "number";
  const value = isPace ? settingTable.pace.read(String(given)) : undefined;
  return value === undefined ? { problem: `must be ${settingTable.pace.expected}` } : { value };
};

const readText: FieldReader<string> = (given) =>
  typeof given === "string" ? { value: given } : { problem: "must be string" };

/** Readers of the data set's size, with the same limits as the settings at start. */
const readSize: { readonly [Name in keyof DataSetSize]: FieldReader<number> } = {
  pools: countReader("seedPools"),
  senders: countReader("seedSenders"),
};

function countReader(name: "seedPools" | "seedSenders"): FieldReader<number> {
  const { read, expected } = settingTable[name];
  return (given) => {
    const value = typeof given === "number" ? read(String(given)) : undefined;
    return value === undefined ? { problem: `must be ${expected}` } : { value };
  };
}
