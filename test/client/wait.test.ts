// Waiting for what a call started.
import { getEventListeners } from "node:events";
import t from "tap";
import { stillClock } from "../support/still-clock.ts";
import { json, observedClient } from "./observed-fetch.ts";

const accepted = { operationId: "o1", operationLocation: "https://api.example.com/o1" };
const state = (status: string, created: number): object => ({
  id: "o1",
  status,
  stats: { created },
  updatedAt: "2023-09-05T22:32:05Z",
});
const fast = { interval: 1 };

t.test("looks until the operation is over, tells what it sees, and gives the last state", async (t) => {
  const { client, requests } = observedClient([
    () => json(accepted, 202),
    () => json(state("PROCESSING", 1)),
    () => json(state("PAUSED", 2)),
    () => json(state("COMPLETED", 3)),
  ]);
  const started = await client.senderPools.create({});
  t.same({ ...started }, accepted);
  t.same(JSON.parse(JSON.stringify(started)), accepted);
  const progress: number[] = [];
  const operation = await started.wait({ ...fast, onProgress: ({ stats }) => progress.push(stats.created) });
  t.same(
    [operation.status, operation.updatedAt, progress],
    ["COMPLETED", new Date("2023-09-05T22:32:05Z"), [1, 2, 3]],
  );
  t.equal(requests[1]?.url, "https://api.example.com/v1/SenderPools/Operations/o1");
});

t.test("takes a cancelled operation for one that is over", async (t) => {
  const { client } = observedClient([() => json(state("CANCELED", 0))]);
  t.match(await client.senderPools.waitForOperation("o1", fast), { status: "CANCELED" });
});

t.test("goes on with nothing but the id", async (t) => {
  const { client, requests } = observedClient([
    () => json(state("PROCESSING", 0)),
    () => json(state("COMPLETED", 1)),
  ]);
  t.match(await client.senderPools.waitForOperation("o1", fast), { status: "COMPLETED" });
  t.equal(requests.length, 2);
});

t.test("waits as long as the server asks, whatever the interval", async (t) => {
  const { client } = observedClient([
    () => json(state("PROCESSING", 0), 200, { "Retry-After": "0" }),
    () => json(state("COMPLETED", 1)),
  ]);
  let pauses = 0;
  const { setTimeout: original } = globalThis;
  t.teardown(() => Object.assign(globalThis, { setTimeout: original }));
  Object.assign(globalThis, {
    setTimeout: (run: () => void, delay: number) => {
      if (delay === 250) pauses += 1;
      return original(run, delay);
    },
  });
  t.match(await client.senderPools.waitForOperation("o1", { interval: 60_000 }), { status: "COMPLETED" });
  t.equal(pauses, 1, "no pause at all is a short one");
  const slow = observedClient([() => json(state("PROCESSING", 0), 200, { "Retry-After": "60" })]);
  // There is no use in waiting for a look that comes too late: nothing waits for the clock.
  stillClock(t);
  await t.rejects(slow.client.senderPools.waitForOperation("o1", { timeout: 5000, interval: 1 }), {
    name: "TimeoutError",
  });
  t.equal(slow.requests.length, 1);
});

t.test("gives up after its time, or when told, and leaves the operation and the signal alone", async (t) => {
  const { client, requests } = observedClient([() => json(state("PROCESSING", 0))]);
  await t.rejects(client.senderPools.waitForOperation("o1", { timeout: 40, interval: 5 }), {
    name: "TimeoutError",
    message: /not over within 40 ms/,
  });
  const controller = new AbortController();
  setTimeout(() => controller.abort(new Error("enough")), 20);
  await t.rejects(client.senderPools.waitForOperation("o1", { signal: controller.signal, interval: 5 }), {
    message: "enough",
  });
  t.equal(getEventListeners(controller.signal, "abort").length, 0);
  t.ok(requests.every(({ init }) => init.method === "GET"));
});

t.test("survives a look that fails, and tells of one that keeps failing", async (t) => {
  const { client } = observedClient([() => json({}, 503), () => json(state("COMPLETED", 1))]);
  t.match(await client.senderPools.waitForOperation("o1", fast), { status: "COMPLETED" });
  const gone = observedClient([() => json({}, 404)]);
  await t.rejects(gone.client.senderPools.waitForOperation("o1", fast), { name: "ApiError", status: 404 });
});
