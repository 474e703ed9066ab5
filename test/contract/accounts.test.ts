// Isolation of accounts: no operation reads or changes another account's data.
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import t, { type Test } from "tap";
import { operations, type OperationId } from "../../generated/operations.ts";
import { seededSenders } from "../../server/seed.ts";
import { startPostgres } from "../support/postgres.ts";
import { call, otherAccount, startTestServer } from "../support/test-server.ts";

const other = `${otherAccount.accountId}:${otherAccount.authToken}`;
const otherKey = `${otherAccount.apiKey}:${otherAccount.apiKeySecret}`;

async function triesEverything(t: Test, flags: readonly string[]): Promise<void> {
  const server = await startTestServer(t, flags);
  const senderId = seededSenders[0]!.id;
  const created = await call(server, {
    method: "POST",
    path: "/SenderPools",
    body: { name: "mine", senders: [{ senderId }] },
  });
  const { operationId } = created.body as { operationId: string };
  const { senderPools } = (await call(server, { path: `/SenderPools?operationId=${operationId}` })).body as {
    senderPools: { id: string }[];
  };
  const senderPoolId = senderPools[0]!.id;
  const status = async (): Promise<string> =>
    ((await call(server, { path: `/SenderPools/Operations/${operationId}` })).body as { status: string })
      .status;
  while ((await status()) === "PROCESSING") await sleep(10);
  const bodies: Partial<Record<OperationId, unknown>> = {
    createSenderPool: {},
    updateSenderPool: { name: "theirs" },
    addSenderPoolSenders: [{ senderId }],
  };
  const ids: Record<string, string> = { senderPoolId, operationId, senderId };
  for (const id of Object.keys(operations) as OperationId[]) {
    const { method, path, responses } = operations[id];
    const filled = path.replace(/\{([^}]*)\}/g, (_, name: string) => ids[name] ?? "");
    const response = await call(server, { method, path: filled, body: bodies[id], as: other });
    const aboutThePool = path.includes("{senderPoolId}") || path.includes("{operationId}");
    t.equal(response.status, aboutThePool ? 404 : Number(Object.keys(responses)[0]), id);
    t.notMatch(response.text, /"mine"/, id);
    if (path !== "/SenderPools") t.notMatch(response.text, new RegExp(senderPoolId), id);
  }
  const filtered = await call(server, { path: `/SenderPools?operationId=${operationId}`, as: other });
  t.match(filtered.body, { senderPools: [] });
  t.match(await call(server, { path: `/SenderPools/${senderPoolId}` }), {
    status: 200,
    body: { name: "mine" },
  });
  t.match((await call(server, { path: `/SenderPools/${senderPoolId}/Senders` })).body, {
    senders: { length: 1 },
  });
}

const isHidden = "every operation treats another account's pool as missing";

t.test(`in memory, ${isHidden}`, (t) => triesEverything(t, []));

t.test(`in a file, ${isHidden}`, (t) =>
  triesEverything(t, ["--no-memory", "--data", join(t.testdir(), "data.db")]),
);

t.test(`on PostgreSQL, ${isHidden}`, async (t) => {
  const url = await (await startPostgres(t)).createDatabase();
  await triesEverything(t, ["--no-memory", "--database-url", url]);
});

t.test("an API key gives access to the account that it belongs to", async (t) => {
  const server = await startTestServer(t);
  await call(server, { method: "POST", path: "/SenderPools", body: { name: "by token" }, as: other });
  t.match((await call(server, { path: "/SenderPools", as: otherKey })).body, {
    senderPools: [{ name: "by token" }],
  });
  t.equal(
    (await call(server, { path: "/SenderPools", as: `${otherAccount.apiKey}:${otherAccount.authToken}` }))
      .status,
    401,
  );
});

t.test("page tokens and idempotency keys are valid only in their account", async (t) => {
  const server = await startTestServer(t);
  const { pagination } = (await call(server, { path: "/Senders?pageSize=1" })).body as {
    pagination: { next: string; self: string };
  };
  for (const token of [pagination.next, pagination.self]) {
    t.equal((await call(server, { path: `/Senders?pageToken=${token}` })).status, 200);
    t.match(await call(server, { path: `/Senders?pageToken=${token}`, as: other }), {
      status: 400,
      body: { errors: [{ in: "query", name: "pageToken" }] },
    });
  }
  const headers = { "idempotency-key": "same" };
  const [mine, theirs] = [
    await call(server, { method: "POST", path: "/SenderPools", body: {}, headers }),
    await call(server, { method: "POST", path: "/SenderPools", body: { name: "x" }, headers, as: other }),
  ];
  t.match([mine.status, theirs.status], [202, 202]);
});
