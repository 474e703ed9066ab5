// Calls a store directly, with as many concurrent callers as the server has connections: the baseline for the
// server's speed behind HTTP.
import { createRepresentations } from "../../../server/handlers/representations.ts";
import { newSenderPoolId, newSenderPoolOperationId } from "../../../server/ids/ids.ts";
import { openStore } from "../../../server/store/open-store.ts";
import { readSettings } from "../../../server/settings/read-settings.ts";
import type { MaybePromise } from "../../../generated/boundary.ts";
import type { LoadResult } from "./load.ts";
import type { Scenario } from "./server-tables.ts";
import { quantile } from "./statistics.ts";

/** The calls, and their parameters. */
export interface CallOrder {
  readonly scenario: Scenario;
  readonly callers: number;
  readonly milliseconds: number;
}

const store = await openStore(readSettings(process.argv.slice(2), process.env), createRepresentations(false));
const accountId = "bench";

function create(poolId = newSenderPoolId()): MaybePromise<unknown> {
  const operationId = newSenderPoolOperationId();
  const tags = { region: "APAC", greeting: "Hello" };
  return store.createSenderPool({
    accountId,
    poolId,
    operationId,
    name: "Sales Leads - APAC",
    tags,
    senderIds: [],
  });
}

const poolId = newSenderPoolId();
await create(poolId);
for (let count = 0; count < 60; count++) await create();

const calls: Readonly<Record<Scenario, () => MaybePromise<unknown>>> = {
  create: () => create(),
  fetch: () => store.fetchSenderPool({ accountId, poolId }),
  list: () => store.listSenderPools({ accountId, filter: {}, after: null, limit: 50 }),
};

async function run({ scenario, callers, milliseconds }: CallOrder): Promise<LoadResult> {
  const latencies: number[] = [];
  const startedAt = performance.now();
  const endsAt = startedAt + milliseconds;
  const caller = async (): Promise<void> => {
    for (let now = performance.now(); now < endsAt;) {
      await calls[scenario]();
      const answeredAt = performance.now();
      latencies.push(answeredAt - now);
      now = answeredAt;
    }
  };
  await Promise.all(Array.from({ length: callers }, caller));
  const seconds = (performance.now() - startedAt) / 1000;
  return { responses: latencies.length, seconds, p99: quantile(latencies, 0.99) };
}

process.on("message", (order: CallOrder) => {
  run(order).then(
    (result) => process.send?.(result),
    (error: unknown) => process.send?.({ error: String(error) }),
  );
});
process.send?.({ isOpen: true });
