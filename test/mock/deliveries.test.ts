// Deliveries of an API: callbacks after their operations, webhooks on demand, over real sockets.
import { createHmac } from "node:crypto";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import t, { type Test } from "tap";
import type { MockOptions } from "../../scripts/contract/mock/mock-api.d.ts";
import { startMock, type StartedMock } from "../../scripts/contract/mock/start-mock.ts";

const job = { $ref: "#/components/schemas/Job" };
const json = (schema: object, more: object = {}): object => ({ "application/json": { schema, ...more } });

const document = {
  openapi: "3.1.0",
  info: { title: "Jobs", version: "1" },
  components: {
    schemas: {
      Job: {
        type: "object",
        required: ["id", "name"],
        properties: { id: { type: "string" }, name: { type: "string" }, notify: { type: "string" } },
      },
    },
  },
  paths: {
    "/jobs": {
      post: {
        operationId: "createJob",
        requestBody: {
          required: true,
          content: json({ type: "object", properties: { notify: {}, name: {} } }),
        },
        responses: { 201: { description: "made", content: json(job) } },
        callbacks: {
          done: {
            "{$request.body#/notify}/jobs?id={$response.body#/id}": {
              post: {
                requestBody: {
                  content: json({
                    type: "object",
                    required: ["event", "job"],
                    properties: { event: { const: "job.done" }, job },
                  }),
                },
                responses: { 204: { description: "taken" } },
              },
            },
          },
        },
      },
    },
    "/jobs/{id}": {
      get: {
        operationId: "getJob",
        parameters: [{ name: "id", in: "path", required: true, schema: { type: "string" } }],
        responses: { 200: { description: "one", content: json(job) } },
      },
    },
  },
  webhooks: {
    "job.failed": {
      post: {
        parameters: [{ name: "X-Event", in: "header", required: true, schema: { const: "failed" } }],
        requestBody: { content: json(job, { example: { id: "j1", name: "clean" } }) },
        responses: { 200: { description: "taken" } },
      },
    },
  },
};

async function mockOf(t: Test, options: MockOptions = {}): Promise<StartedMock> {
  const directory = t.testdir({});
  writeFileSync(join(directory, "jobs.json"), JSON.stringify(document));
  const mock = await startMock("jobs.json", { directory, ...options });
  t.teardown(() => mock.close());
  return mock;
}

interface Seen {
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Starts a receiver that responds with these statuses in turn; the last one repeats. */
async function receiver(t: Test, statuses: readonly number[]): Promise<{ url: string; seen: Seen[] }> {
  const seen: Seen[] = [];
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      const status = statuses[Math.min(seen.length, statuses.length - 1)] ?? 200;
      seen.push({ url: request.url ?? "", headers: request.headers, body });
      response.writeHead(status, { Location: "http://example.com/" }).end();
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  t.teardown(() => server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen };
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5));
}

async function post(url: string, body: unknown, method = "POST"): Promise<{ status: number; body: unknown }> {
  const headers = { "Content-Type": "application/json" };
  const response = await fetch(url, { method, headers, body: JSON.stringify(body) });
  return { status: response.status, body: await response.json() };
}

t.test("a callback has the created resource, the URL from the request and a signature", async (t) => {
  const mock = await mockOf(t);
  const { url, seen } = await receiver(t, [204]);
  const { body } = await post(`${mock.url}/jobs`, { name: "clean", notify: `${url}/in` });
  await until(() => mock.deliveries().some(({ state }) => state === "delivered"));
  const [got] = seen;
  const { id } = body as { id: string };
  t.equal(got?.url, `/in/jobs?id=${id}`);
  t.match(JSON.parse(got?.body ?? ""), { event: "job.done", job: { id, name: "clean" } });
  const {
    "webhook-id": message = "",
    "webhook-timestamp": at,
    "webhook-signature": signature,
  } = got?.headers ?? {};
  const key = Buffer.from(mock.webhookSecret.slice("whsec_".length), "base64");
  const own = createHmac("sha256", key).update([message, at, got?.body].join(".")).digest("base64");
  t.equal(signature, `v1,${own}`);
  t.match(mock.deliveries(), [
    { id: message, name: "done", operationId: "createJob", attempts: [{ status: 204 }] },
  ]);
});

t.test("a request without a callback URL, and a rejected one, trigger no callback", async (t) => {
  const mock = await mockOf(t);
  await post(`${mock.url}/jobs`, { name: "clean" });
  await post(`${mock.url}/jobs`, []);
  t.same(mock.deliveries(), []);
});

t.test(
  "a failed delivery is retried with the same id until it succeeds, gets a 410 or runs out of attempts",
  async (t) => {
    const mock = await mockOf(t);
    const retries = await post(`${mock.origin}/_control/deliveries`, { attempts: 3, backoff: 1 }, "PUT");
    t.match(retries, { status: 200, body: { retries: { attempts: 3, backoff: 1 } } });
    const table = [
      {
        statuses: [500, 503, 200],
        want: { state: "delivered", attempts: [{ status: 500 }, { status: 503 }, { status: 200 }] },
      },
      { statuses: [410], want: { state: "failed", attempts: [{ status: 410 }] } },
      {
        statuses: [302],
        want: { state: "failed", attempts: [{ status: 302 }, { status: 302 }, { status: 302 }] },
      },
    ];
    for (const { statuses, want } of table) {
      const { url, seen } = await receiver(t, statuses);
      const [sent] = mock.webhook("job.failed", { url });
      await until(() => sent?.state !== "pending");
      t.match(sent, want);
      t.equal(sent?.attempts.length, want.attempts.length);
      t.same([...new Set(seen.map(({ headers }) => headers["webhook-id"]))], [sent?.id]);
      t.match(seen[0], { headers: { "x-event": "failed" }, body: '{"id":"j1","name":"clean"}' });
    }
    const [unheard] = mock.webhook("job.failed", { url: "http://127.0.0.1:1/" });
    await until(() => unheard?.state === "failed");
    t.match(unheard?.attempts[0], { problem: /ECONNREFUSED|bad port/ });
  },
);

t.test("the control surface sends webhooks, also on a schedule and with a given body", async (t) => {
  const mock = await mockOf(t);
  const { url, seen } = await receiver(t, [200]);
  const hook = `${mock.origin}/_control/webhooks/job.failed`;
  const own = { id: "x", name: "own" };
  t.match(await post(hook, { url, body: own, every: 10 }), { status: 202, body: { deliveries: [{ url }] } });
  await until(() => seen.length >= 3);
  t.same(JSON.parse(seen[2]?.body ?? ""), own);
  t.match(await (await fetch(`${mock.origin}/_control/webhooks`)).json(), {
    webhooks: ["job.failed"],
    schedules: [{ name: "job.failed", every: 10 }],
    secret: mock.webhookSecret,
  });
  t.equal((await fetch(hook, { method: "DELETE" })).status, 200);
  t.equal((await fetch(hook, { method: "DELETE" })).status, 404);
  // Sent to the address of the last delivery.
  t.match(await post(hook, {}), { status: 202, body: { deliveries: [{ url }] } });
  t.equal((await post(`${mock.origin}/_control/webhooks/other`, { url })).status, 404);
  await mock.reset();
  t.ok(mock.deliveries().every(({ state }) => state === "pending"));
});

t.test("deliveries are sent to this machine only, except to hosts allowed by name", async (t) => {
  const mock = await mockOf(t, { allowCallbacks: ["hooks.invalid"] });
  const hook = `${mock.origin}/_control/webhooks/job.failed`;
  const table = [
    "http://example.com/",
    "http://169.254.169.254/latest",
    "http://10.0.0.1/",
    "http://localhost.example.com/",
    "http://127.0.0.1.example.com/",
    "http://user:word@127.0.0.1/",
    "ftp://127.0.0.1/",
    "file:///etc/hosts",
    "no URL",
  ];
  for (const url of table)
    t.match(await post(hook, { url }), { status: 400, body: { errors: [{ pointer: "/url" }] } }, url);
  t.equal((await post(hook, {})).status, 400);
  t.equal((await post(hook, { url: "https://hooks.invalid/" })).status, 202);
  await post(`${mock.url}/jobs`, { notify: "http://example.com" });
  t.match(mock.deliveries().at(-1), {
    state: "refused",
    attempts: [{ problem: "example.com is not this machine; --allow-callbacks example.com allows it" }],
  });
});

t.test("a callback delivered to its own operation triggers no further callback", async (t) => {
  const mock = await mockOf(t);
  await post(`${mock.url}/jobs`, { notify: mock.url, name: "again" });
  await until(() => mock.deliveries().every(({ attempts }) => attempts.length > 0));
  t.equal(mock.deliveries().length, 1);
});
