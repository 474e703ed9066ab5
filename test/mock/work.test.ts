// Jobs that outlast their response: how testers pace them, and what snapshots restore of them.
import t from "tap";
import { body, idParameter, json, mockOf, send } from "./mock-of.ts";

const job = {
  type: "object",
  required: ["id", "status"],
  properties: { id: { type: "string" }, name: { type: "string" }, status: { enum: ["queued", "done"] } },
};
const key = { name: "Idempotency-Key", in: "header", schema: { type: "string" } };

const jobs = {
  paths: {
    "/jobs": {
      post: {
        operationId: "startJob",
        parameters: [key],
        requestBody: body({ type: "object" }),
        responses: { 202: json(job) },
      },
      get: { operationId: "listJobs", responses: { 200: json({ type: "array", items: job }) } },
    },
    "/jobs/{id}": {
      parameters: [idParameter],
      get: { operationId: "getJob", responses: { 200: json(job) } },
    },
  },
};

const named = (status: string) => ({ body: { status } });

t.test("a job is done after some reads, at once, on request, or after a time", async (t) => {
  const { url, origin } = await mockOf(t, jobs);
  const paced = (wanted: object) => send(`${origin}/_control/pace`, "PUT", wanted);
  const start = async (): Promise<string> => {
    const { body } = await send(`${url}/jobs`, "POST", {});
    return `${url}/jobs/${(body as { id: string }).id}`;
  };
  const looked = await start();
  t.match([await send(looked), await send(looked)], [named("queued"), named("done")]);

  t.match(await paced({ pace: "immediate" }), { status: 200, body: { pace: "immediate", delay: 0 } });
  t.match(await send(`${url}/jobs`, "POST", {}), named("done"));

  await paced({ pace: "manual" });
  const held = await start();
  for (let looks = 0; looks < 3; looks++) t.match(await send(held), named("queued"));
  t.match(await send(`${origin}/_control/steps`, "POST", {}), { body: { moved: 1 } });
  t.match(await send(held), named("done"));

  await paced({ pace: 600_000 });
  const slow = await start();
  t.match(await send(slow), named("queued"));
  await paced({ pace: 0 });
  t.match((await send(`${url}/jobs`)).body, [{}, {}, {}, { status: "done" }], "lists see it, too");

  t.match(await paced({ pace: "soon", delay: -1 }), { status: 400, body: { errors: [{}, {}] } });
  t.match(await send(`${origin}/_control`), { body: { pace: 0, delay: 0 } });
});

t.test("a snapshot restores running jobs and responses stored by idempotency key", async (t) => {
  const { url, origin } = await mockOf(t, jobs);
  const keyed = { "Idempotency-Key": "one" };
  const made = await send(`${url}/jobs`, "POST", { name: "a" }, keyed);
  await send(`${origin}/_control/snapshots`, "POST", { name: "begun" });
  const { id } = made.body as { id: string };
  await send(`${url}/jobs/${id}`);
  t.match(await send(`${url}/jobs/${id}`), named("done"));
  await send(`${url}/jobs`, "POST", {}, { "Idempotency-Key": "two" });
  await send(`${origin}/_control/snapshots/begun/restore`, "POST");
  t.match(await send(`${url}/jobs/${id}`), named("queued"));
  t.match(await send(`${url}/jobs/${id}`), named("done"));
  t.match(await send(`${url}/jobs`, "POST", { name: "a" }, keyed), { body: { id } }, "the response is kept");
  const list = async () => ((await send(`${url}/jobs`)).body as unknown[]).length;
  t.equal(await list(), 1);
  await send(`${url}/jobs`, "POST", {}, { "Idempotency-Key": "two" });
  t.equal(await list(), 2, "what came later is forgotten");
});
