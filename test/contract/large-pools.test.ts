// The largest pool that one request can create, on every store: processed in batches, without lost or
// duplicate members.
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import t, { type Test } from "tap";
import { constraints } from "../../generated/constraints.ts";
import { dataSetSender } from "../../server/control/data-set.ts";
import { idPrefixes } from "../../server/ids/ids.ts";
import { settingTable } from "../../server/settings/settings.ts";
import { startPostgres } from "../support/postgres.ts";
import { call, startTestServer } from "../support/test-server.ts";

const most = constraints.schemas.CreateSenderPool.properties.senders.maxItems;
const unknown = 10;
const batch = settingTable.batchSize.fallback;

interface Operation {
  readonly status: string;
  readonly stats: {
    readonly total: number;
    readonly queued: number;
    readonly created: number;
    readonly failed: number;
  };
}

interface Page {
  readonly senders: readonly { readonly id: string }[];
  readonly pagination: { readonly next: string | null };
}

/** Most of the senders exist in the account; one of them is repeated. */
function senderIds(): string[] {
  const known = Array.from({ length: most - unknown - 1 }, (_, index) => dataSetSender(index).id);
  const strangers = Array.from(
    { length: unknown },
    (_, index) => `${idPrefixes.sender}${"0".repeat(25)}${index}`,
  );
  return [...known, known[0]!, ...strangers];
}

async function makeLargest(t: Test, flags: readonly string[]): Promise<void> {
  const server = await startTestServer(t, ["--seed-senders", String(most), ...flags]);
  const ids = senderIds();
  const body = { senders: ids.map((senderId) => ({ senderId })) };
  const accepted = await call(server, { method: "POST", path: "/SenderPools", body });
  t.equal(accepted.status, 202);
  const { operationId } = accepted.body as { operationId: string };
  let status = "PROCESSING";
  while (status === "PROCESSING") {
    await sleep(5);
    const operation = (await call(server, { path: `/SenderPools/Operations/${operationId}` }))
      .body as Operation;
    const { total, queued, created, failed } = operation.stats;
    t.same([total, queued + created + failed, queued % batch], [most, most, 0], "whole batches");
    ({ status } = operation);
    if (status !== "PROCESSING") t.same([status, created, failed], ["COMPLETED", most - unknown, unknown]);
  }
  const { senderPools } = (await call(server, { path: `/SenderPools?operationId=${operationId}` })).body as {
    senderPools: { id: string }[];
  };
  const members: string[] = [];
  for (let token: string | null = ""; token !== null;) {
    const query = `pageSize=1000${token === "" ? "" : `&pageToken=${token}`}`;
    const page = (await call(server, { path: `/SenderPools/${senderPools[0]!.id}/Senders?${query}` }))
      .body as Page;
    members.push(...page.senders.map(({ id }) => id));
    token = page.pagination.next;
  }
  t.strictSame(members, ids.slice(0, most - unknown - 1));
}

t.test("the largest pool is complete in memory", (t) => makeLargest(t, []));

t.test("the largest pool is complete in a file", (t) =>
  makeLargest(t, ["--no-memory", "--data", join(t.testdir(), "data.db")]),
);

t.test("the largest pool is complete on PostgreSQL", async (t) => {
  const url = await (await startPostgres(t)).createDatabase();
  await makeLargest(t, ["--no-memory", "--database-url", url]);
});
