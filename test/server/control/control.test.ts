// The control surface: testers can control the server with it, and others cannot.
import { setTimeout as sleep } from "node:timers/promises";
import t from "tap";
import { operations } from "../../../generated/operations.ts";
import document from "../../../generated/openapi.json" with { type: "json" };
import { controlPath } from "../../../generated/control.ts";
import { dataSetPool } from "../../../server/control/data-set.ts";
import { seededSenders } from "../../../server/seed.ts";
import type { RunningServer } from "../../../server/start-server.ts";
import { type Responded, call, startTestServer } from "../../support/test-server.ts";
import {
  type ControlRequest,
  control,
  fault,
  jsonType,
  newPool,
  other,
  pools,
  start,
} from "./ask-control.ts";

t.test("the control surface is off by default and never part of the contract", async (t) => {
  const server = await startTestServer(t);
  t.match(await control(server), { status: 404, body: { code: 20404 } });
  t.notMatch(JSON.stringify(document), controlPath);
});

t.test("the control surface requires credentials and accepts only JSON", async (t) => {
  const server = await start(t);
  const table: { request: ControlRequest; want: object }[] = [
    { request: { as: "" }, want: { status: 401, body: { code: 20003 } } },
    { request: { method: "POST", path: "/faults", body: {}, as: "demo:wrong" }, want: { status: 401 } },
    { request: { method: "DELETE", path: "/data", as: "" }, want: { status: 401 } },
    {
      request: { method: "POST", path: "/steps", body: "{}", type: "text/plain" },
      want: { status: 415, type: "application/problem+json" },
    },
    {
      request: { method: "PATCH", path: "/pace" },
      want: { status: 405, body: { detail: "This resource supports PUT." } },
    },
    { request: { path: "/nothing" }, want: { status: 404 } },
    { request: { method: "PUT", path: "/pace", body: "{" }, want: { status: 400 } },
    {
      request: { method: "PUT", path: "/pace", body: "[]" },
      want: { status: 400, body: { errors: [{ detail: "must be object" }] } },
    },
    {
      request: { method: "PUT", path: "/pace", body: {} },
      want: { status: 400, body: { errors: [{ pointer: "/pace", detail: "must be sent" }] } },
    },
    {
      request: { method: "PUT", path: "/pace", body: { pace: "slow" } },
      want: { status: 400, body: { errors: [{ pointer: "/pace" }] } },
    },
    {
      request: { method: "POST", path: "/data", body: { pools: -1 } },
      want: { status: 400, body: { errors: [{ pointer: "/pools" }] } },
    },
    { request: { method: "DELETE", path: "/faults/1" }, want: { status: 404 } },
  ];
  for (const { request: request, want } of table)
    t.match(await control(server, request), want, JSON.stringify(request));
  t.match(await control(server), { status: 200, type: jsonType, body: { pace: "immediate", faults: [] } });
});

t.test("with the pace manual, an operation advances only by steps", async (t) => {
  const server = await start(t, ["--batch-size", "1"]);
  const manual = await control(server, { method: "PUT", path: "/pace", body: { pace: "manual" } });
  t.match(manual, { status: 200, body: { pace: "manual" } });
  const senders = seededSenders.slice(0, 2).map(({ id }) => ({ senderId: id }));
  const started = await call(server, { ...newPool, body: { senders } });
  const { operationId } = started.body as { operationId: string };
  const stats = async () => {
    const { body } = await call(server, { path: `${pools}/Operations/${operationId}` });
    return body as { status: string; stats: { queued: number } };
  };
  t.match(await stats(), { status: "PROCESSING", stats: { queued: 2 } });
  const step = { method: "POST", path: "/steps" };
  t.match(await control(server, { ...step, body: { operationId } }), { body: { moved: 1 } });
  t.match(await stats(), { status: "PROCESSING", stats: { queued: 1 } });
  t.match(await control(server, { ...step, body: { operationId: "none" } }), { body: { moved: 0 } });
  await control(server, { method: "PUT", path: "/pace", body: { pace: 1 } });
  while ((await stats()).status === "PROCESSING") await sleep(5);
  t.match(await stats(), { status: "COMPLETED", stats: { queued: 0 } });
});

t.test("an invalid fault is rejected with all of its errors", async (t) => {
  const server = await start(t);
  const table = [
    { given: {}, want: ["", "must have at least one of status, delay, reset"] },
    { given: { status: 418 }, want: ["/status", "must be the status of an error that this server has"] },
    { given: { status: 503, reset: true }, want: ["/reset", "must not be combined with status"] },
    {
      given: { operationId: "fetchSender", status: 412 },
      want: ["/status", "must be one that fetchSender declares"],
    },
    { given: { operationId: "x", delay: 1 }, want: ["/operationId", /^must be one of listSenderPools, /] },
    { given: { delay: 1.5 }, want: ["/delay", /^must be a whole number from 0 to/] },
    { given: { delay: 1, probability: 0 }, want: ["/probability", /greater than 0/] },
    { given: { reset: false }, want: ["/reset", "must be true"] },
    { given: { delay: 1, colour: 1 }, want: ["/colour", /^is unknown; known are operationId, at,/] },
  ];
  for (const { given, want } of table) {
    const [pointer, detail] = want;
    t.match(await fault(server, given), { status: 400, body: { errors: [{ in: "body", pointer, detail }] } });
  }
  t.match(await fault(server, { delay: -1, count: 0 }), { body: { errors: { length: 2 } } });
});

t.test("the number of faults per account is limited", async (t) => {
  const server = await start(t, ["--max-faults", "2"]);
  for (const want of [201, 201, 400]) t.equal((await fault(server, { delay: 0, count: 9 })).status, want);
  t.match(await fault(server, { delay: 1 }), {
    body: { detail: "There may be 2 faults at once; DELETE /_control/faults removes them." },
  });
  t.match(await control(server, { path: "/faults" }), { body: { faults: { length: 2 } } });
});

t.test("a fault returns its status for one operation, for the given number of requests", async (t) => {
  const server = await start(t);
  const made = await fault(server, { operationId: "createSenderPool", status: 503, count: 2 });
  t.match(made, { status: 201, body: { id: 1, status: 503, at: "request", hits: 0, seed: Number } });
  t.equal((await call(server, { path: pools })).status, 200, "other operations go on");
  t.equal((await call(server, { ...newPool, as: other })).status, 202, "other accounts go on");
  const first = await call(server, newPool);
  t.match(first, { status: 503, headers: { "retry-after": "1" }, body: { code: 20503 } });
  t.match(await control(server), { body: { faults: [{ hits: 1 }] } });
  t.equal((await call(server, newPool)).status, 503);
  t.equal((await call(server, newPool)).status, 202);
  t.match(await control(server), { body: { faults: [] } }, "what is used up is gone");
});

t.test("every declared error of every operation can be injected", async (t) => {
  const lines: string[] = [];
  const server = await start(t);
  for (const [operationId, { responses }] of Object.entries(operations)) {
    for (const status of Object.keys(responses)
      .map(Number)
      .filter((code) => code >= 400)) {
      const { body } = await fault(server, { operationId, status });
      lines.push(
        `${operationId} ${status} ${(body as { id?: number }).id === undefined ? "refused" : "set"}`,
      );
    }
  }
  t.same(
    lines.filter((line) => line.endsWith("refused")),
    [],
  );
});

t.test("faults can delay a response and reset the connection", async (t) => {
  const server = await start(t);
  await fault(server, { operationId: "listSenders", delay: 80, count: 1 });
  const from = performance.now();
  t.equal((await call(server, { path: "/Senders" })).status, 200);
  t.ok(performance.now() - from >= 75, "it waited");
  await fault(server, { operationId: "listSenders", reset: true, count: 1 });
  await t.rejects(call(server, { path: "/Senders" }), { code: "ECONNRESET" });
  t.equal((await call(server, { path: "/Senders" })).status, 200);
});

t.test("a fault can drop a response after the write: the retry with its key gets the response", async (t) => {
  const server = await start(t);
  for (const broken of [{ reset: true }, { status: 500 }]) {
    await control(server, { method: "DELETE", path: "/data" });
    await fault(server, { operationId: "createSenderPool", at: "response", count: 1, ...broken });
    const keyed = { ...newPool, headers: { "idempotency-key": "k1" } };
    const lost = await call(server, keyed).then(
      (response): Responded | undefined => response,
      () => undefined,
    );
    t.equal(lost?.status, "status" in broken ? 500 : undefined);
    t.equal((await call(server, keyed)).status, 202);
    const { body } = await call(server, { path: pools });
    t.equal((body as { senderPools: unknown[] }).senderPools.length, 1, "it was made once");
  }
});

t.test("a probability with a seed hits the same requests every time", async (t) => {
  const server = await start(t);
  const run = async (seed: number): Promise<string> => {
    await fault(server, { operationId: "listSenders", status: 500, probability: 0.5, seed });
    const statuses: number[] = [];
    for (let count = 0; count < 24; count++) statuses.push((await call(server, { path: "/Senders" })).status);
    await control(server, { method: "DELETE", path: "/faults" });
    return statuses.join(" ");
  };
  const [first, again, another] = [await run(7), await run(7), await run(8)];
  t.match(first, /200.*500|500.*200/);
  t.equal(again, first);
  t.not(another, first);
});

t.test("a fault is deleted by its id", async (t) => {
  const server = await start(t);
  await fault(server, { delay: 1 });
  await fault(server, { status: 500 });
  t.match(await control(server, { method: "DELETE", path: "/faults/2" }), { body: { faults: [{ id: 1 }] } });
  t.match(await control(server, { path: "/faults", as: other }), { body: { faults: [] } });
});

t.test("a data set of the requested size is inserted once, and a reset removes it", async (t) => {
  const server = await start(t);
  const data = { method: "POST", path: "/data", body: { pools: 12_000, senders: 30 } };
  for (let time = 0; time < 2; time++) {
    t.match(await control(server, data), { status: 200, body: { pools: 12_000, senders: 30 } });
  }
  const counted = await count(server);
  t.equal(counted, 12_000);
  t.match(await call(server, { path: `${pools}/${dataSetPool(11_999).id}` }), {
    status: 200,
    body: { name: "Pool 11999" },
  });
  t.equal((await call(server, { path: `${pools}/${dataSetPool(0).id}`, as: other })).status, 404);
  await control(server, { method: "DELETE", path: "/data" });
  t.equal(await count(server), 0);
});

t.test("data seeded at start exists in every account, in addition to the account's own seed", async (t) => {
  const server = await startTestServer(t, ["--seed-pools", "3", "--seed-senders", "10"]);
  for (const as of ["demo:demo-token", other]) {
    const { body } = await call(server, { path: "/Senders", as });
    t.equal((body as { senders: unknown[] }).senders.length, seededSenders.length + 10, as);
  }
  t.equal(await count(server), 3);
});

/** Lists the pools of the demo account, page by page. */
async function count(server: RunningServer): Promise<number> {
  let found = 0;
  for (let path: string | undefined = `${pools}?pageSize=1000`; path !== undefined;) {
    const { body } = await call(server, { path });
    const page = body as { senderPools: unknown[]; pagination: { next: string | null } };
    found += page.senderPools.length;
    const { next } = page.pagination;
    path = next === null ? undefined : `${pools}?pageSize=1000&pageToken=${encodeURIComponent(next)}`;
  }
  return found;
}
