// Waiting for operations that a call started.
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

t.test(
  "wait polls until the operation has ended, reports progress, and resolves with the last state",
  async (t) => {
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
    const operation = await started.wait({
      ...fast,
      onProgress: ({ stats }) => progress.push(stats.created),
    });
    t.same(
      [operation.status, operation.updatedAt, progress],
      ["COMPLETED", new Date("2023-09-05T22:32:05Z"), [1, 2, 3]],
    );
    t.equal(requests[1]?.url, "https://api.example.com/v1/SenderPools/Operations/o1");
  },
);

t.test("wait treats a cancelled operation as ended", async (t) => {
  const { client } = observedClient([() => json(state("CANCELED", 0))]);
  t.match(await client.senderPools.waitForOperation("o1", fast), { status: "CANCELED" });
});

t.test("waiting can continue with only the operation's id", async (t) => {
  const { client, requests } = observedClient([
    () => json(state("PROCESSING", 0)),
    () => json(state("COMPLETED", 1)),
  ]);
  t.match(await client.senderPools.waitForOperation("o1", fast), { status: "COMPLETED" });
  t.equal(requests.length, 2);
});

t.test("wait respects Retry-After, whatever the interval", async (t) => {
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
  // A poll that would come too late is not waited for, so no timer is needed.
  stillClock(t);
  await t.rejects(slow.client.senderPools.waitForOperation("o1", { timeout: 5000, interval: 1 }), {
    name: "TimeoutError",
  });
  t.equal(slow.requests.length, 1);
});

t.test(
  "wait ends at its timeout or abort, and leaves the operation running and no listener on the signal",
  async (t) => {
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
  },
);

t.test("wait survives a failed poll, and rejects if polls keep failing", async (t) => {
  const { client } = observedClient([() => json({}, 503), () => json(state("COMPLETED", 1))]);
  t.match(await client.senderPools.waitForOperation("o1", fast), { status: "COMPLETED" });
  const gone = observedClient([() => json({}, 404)]);
  await t.rejects(gone.client.senderPools.waitForOperation("o1", fast), { name: "ApiError", status: 404 });
});
