// What testers can do with a mock beyond what they can do with every server that has a control surface.
import {
  controlPath,
  type ControlRoute,
  ok,
  type TestingParts,
  testingRoutes,
} from "../runtime/control/control-surface.ts";
import type { FaultyApi } from "../runtime/control/faults.ts";
import { declaredStatus } from "../runtime/boundary/check-response.ts";
import type { MockContract } from "./mock-contract.ts";
import type { MockState } from "./mock-state.ts";

export interface MockControlParts extends TestingParts {
  readonly state: MockState;
}

export const mockRoutes: readonly ControlRoute<MockControlParts>[] = [
  {
    method: "GET",
    path: "",
    handle: ({ tenant }, { faults, snapshots, journal }) =>
      ok({
        tenant,
        faults: faults.list(tenant),
        snapshots: snapshots.names(tenant),
        requests: journal.list({ tenant }).length,
        paths: mockRoutes.map(({ method, path }) => `${method} ${controlPath}${path}`),
      }),
  },
  { method: "GET", path: "/data", handle: ({ tenant }, { state }) => ok(state.read(tenant)) },
  {
    method: "DELETE",
    path: "/data",
    handle: ({ tenant }, { state }) => {
      state.reset(tenant);
      return ok(state.read(tenant));
    },
  },
  {
    method: "POST",
    path: "/reset",
    handle: ({ tenant }, { state, faults, journal }) => {
      state.reset(tenant);
      faults.clear(tenant);
      journal.clear(tenant);
      return ok({ reset: true });
    },
  },
  ...testingRoutes,
];

/** What faults can be about. */
export function faultyApiOf(contracts: readonly MockContract[]): FaultyApi {
  const operations = new Map(contracts.flatMap((contract) => Object.entries(contract.operations)));
  return {
    operationIds: [...operations.keys()],
    declares: (operationId, status) => {
      const operation = operations.get(operationId);
      return operation !== undefined && declaredStatus(operation.responses, status) !== undefined;
    },
  };
}
