// Routes of the control surface that only mocks have.
import {
  controlPath,
  type ControlRoute,
  ok,
  type FaultParts,
  faultRoutes,
  type JournalParts,
  journalRoutes,
  type SnapshotParts,
  snapshotRoutes,
  type StateParts,
  stateRoutes,
} from "../runtime/control/control-surface.ts";
import type { FaultyApi } from "../runtime/control/faults.ts";
import { declaredStatus } from "../runtime/boundary/check-response.ts";
import {
  anything,
  type FieldReader,
  oneOf,
  readFields,
  wholeNumber,
} from "../runtime/control/read-fields.ts";
import type { Pace } from "../runtime/state/pace.ts";
import { type DeliveryParts, deliveryRoutes } from "./delivery-routes.ts";
import type { MockContract } from "./mock-contract.ts";
import type { MockState } from "./mock-state.ts";

/** Dependencies of these routes. */
export interface MockControlParts extends FaultParts, JournalParts, SnapshotParts, StateParts, DeliveryParts {
  readonly state: MockState;
  /** The state itself: reading it takes no time. */
  readonly data: MockState;
  /** Delay before every response. */
  readonly delay: { milliseconds: number };
  /** Resets everything of a tenant. */
  readonly reset: (tenant: string) => Promise<void>;
}

export const mockRoutes: readonly ControlRoute<MockControlParts>[] = [
  {
    method: "GET",
    path: "",
    handle: ({ tenant }, { faults, snapshots, journal, state, delay }) =>
      ok({
        tenant,
        pace: state.pace,
        delay: delay.milliseconds,
        faults: faults.list(tenant),
        snapshots: snapshots.names(tenant),
        requests: journal.list({ tenant }).length,
        paths: mockRoutes.map(({ method, path }) => `${method} ${controlPath}${path}`),
      }),
  },
  {
    method: "PUT",
    path: "/pace",
    handle: ({ body }, parts) => ok(changePace(parts, body)),
  },
  {
    method: "POST",
    path: "/steps",
    handle: async ({ tenant, body }, { state }) => {
      readFields(body, {});
      return ok({ moved: await state.step(tenant) });
    },
  },
  { method: "GET", path: "/data", handle: ({ tenant }, { state }) => ok(state.exported(tenant)) },
  {
    method: "POST",
    path: "/data",
    handle: async ({ tenant, body }, { state }) => {
      await state.add(tenant, readFields(body, anyNames(body)));
      return { status: 201, body: state.exported(tenant) };
    },
  },
  {
    method: "DELETE",
    path: "/data",
    handle: async ({ tenant }, { state }) => {
      await state.reset(tenant);
      return ok(state.exported(tenant));
    },
  },
  {
    method: "POST",
    path: "/reset",
    handle: async ({ tenant }, { reset }) => {
      await reset(tenant);
      return ok({ reset: true });
    },
  },
  ...faultRoutes,
  ...journalRoutes,
  ...snapshotRoutes,
  ...stateRoutes,
  ...deliveryRoutes,
];

const longestPace = 600_000;
const words = ["look", "immediate", "manual"] as const;

const readPace: FieldReader<Pace> = (given) => {
  const word = oneOf(words)(given);
  const time = wholeNumber(0, longestPace)(given);
  if ("value" in word) return word;
  return "value" in time ? time : { problem: `must be one of ${words.join(", ")}, or milliseconds` };
};

/**
 * Sets the pace of long-running work, the delay of responses, or nothing, and returns both. Throws the 400
 * for invalid members.
 */
export function changePace(
  { state, delay }: Pick<MockControlParts, "state" | "delay">,
  wanted: unknown,
): { readonly pace: Pace; readonly delay: number } {
  const fields = readFields(wanted, { pace: readPace, delay: wholeNumber(0, longestPace) });
  if (fields.pace !== undefined) state.pace = fields.pace;
  if (fields.delay !== undefined) delay.milliseconds = fields.delay;
  return { pace: state.pace, delay: delay.milliseconds };
}

/** Accepts any member unchanged: the state checks which paths exist. */
function anyNames(body: unknown): Readonly<Record<string, FieldReader<unknown>>> {
  const names = typeof body === "object" && body !== null ? Object.keys(body) : [];
  return Object.fromEntries(names.map((name) => [name, anything]));
}

/** Returns the operations and error statuses that faults can name. */
export function faultyApiOf(contracts: readonly MockContract[]): FaultyApi {
  const operations = new Map(contracts.flatMap((contract) => Object.entries(contract.operations)));
  return {
    operationIds: [...operations.keys()],
    anyStatus: true,
    declares: (operationId, status) => {
      const operation = operations.get(operationId);
      return operation !== undefined && declaredStatus(operation.responses, status) !== undefined;
    },
  };
}
