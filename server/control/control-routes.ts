// What testers can do: one row for each path and method of the control surface.
import type { OperationsWorker } from "../operations-worker.ts";
import { Refusal } from "../problems/refusal.ts";
import { type OperationPace, settingTable } from "../settings/settings.ts";
import type { Store } from "../store/store.ts";
import { type DataSetSize, putDataSet } from "./data-set.ts";
import { readFaultRule } from "./fault.ts";
import type { Faults } from "./faults.ts";
import { type FieldReader, readFields } from "./read-fields.ts";

/** Where it is: reserved, and never in the contract. */
export const controlPath = "/_control";

/** What the control surface works on. */
export interface ControlParts {
  readonly store: Store;
  readonly faults: Faults;
  readonly worker: Pick<OperationsWorker, "pace" | "setPace" | "step">;
  readonly maxDepth: number;
}

/** A request of an account that has shown who it is. */
export interface ControlRequest {
  readonly accountId: string;
  /** Empty for a route that takes none. */
  readonly body: Buffer;
  readonly params: Readonly<Record<string, string>>;
}

export interface ControlRoute {
  readonly method: "GET" | "PUT" | "POST" | "DELETE";
  /** As Fastify writes paths. */
  readonly path: string;
  readonly status: 200 | 201;
  readonly takesBody: boolean;
  readonly handle: (request: ControlRequest, parts: ControlParts) => object | Promise<object>;
}

/** Pace and steps are this process's; faults and data are the account's. */
export const controlRoutes: readonly ControlRoute[] = [
  route("GET", "", 200, ({ accountId }, parts) => overview(accountId, parts)),
  route("PUT", "/pace", 200, ({ accountId, body }, parts) => {
    const { pace } = readFields(body, { pace: readPace }, parts.maxDepth);
    if (pace === undefined) throw missing("pace");
    parts.worker.setPace(pace);
    return overview(accountId, parts);
  }),
  route("POST", "/steps", 200, async ({ accountId, body }, { worker, maxDepth }) => {
    const { operationId } = readFields(body, { operationId: readText }, maxDepth);
    return { moved: await worker.step(operationId === undefined ? undefined : { accountId, operationId }) };
  }),
  route("POST", "/faults", 201, ({ accountId, body }, { faults, maxDepth }) =>
    faults.add(accountId, readFaultRule(body, maxDepth)),
  ),
  route("GET", "/faults", 200, ({ accountId }, { faults }) => ({ faults: faults.list(accountId) })),
  route("DELETE", "/faults", 200, ({ accountId }, parts) => {
    parts.faults.clear(accountId);
    return overview(accountId, parts);
  }),
  route("DELETE", "/faults/:id", 200, ({ accountId, params }, parts) => {
    const isGone = parts.faults.remove(accountId, Number(params["id"]));
    if (!isGone)
      throw new Refusal("notFound", {
        detail: "There is no such fault; it may have hit as often as it was to.",
      });
    return overview(accountId, parts);
  }),
  route("POST", "/data", 200, async ({ accountId, body }, { store, maxDepth }) => {
    const { pools = 0, senders = 0 } = readFields(body, readSize, maxDepth);
    await putDataSet(store, accountId, { pools, senders });
    return { pools, senders };
  }),
  route("DELETE", "/data", 200, async ({ accountId }, parts) => {
    await parts.store.resetAccount(accountId);
    return overview(accountId, parts);
  }),
];

function route(
  method: ControlRoute["method"],
  path: string,
  status: ControlRoute["status"],
  handle: ControlRoute["handle"],
): ControlRoute {
  return {
    method,
    path: controlPath + path,
    status,
    takesBody: method === "PUT" || method === "POST",
    handle,
  };
}

/** What is active. */
function overview(accountId: string, { worker, faults }: ControlParts): object {
  return { pace: worker.pace, faults: faults.list(accountId) };
}

const readPace: FieldReader<OperationPace> = (given) => {
  const isPace = typeof given === "string" || typeof given === "number";
  const value = isPace ? settingTable.pace.read(String(given)) : undefined;
  return value === undefined ? { problem: `must be ${settingTable.pace.expected}` } : { value };
};

const readText: FieldReader<string> = (given) =>
  typeof given === "string" ? { value: given } : { problem: "must be string" };

/** As many as the settings allow at the start. */
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

function missing(name: string): Refusal {
  return new Refusal("invalid", { errors: [{ in: "body", pointer: `/${name}`, detail: "must be sent" }] });
}
