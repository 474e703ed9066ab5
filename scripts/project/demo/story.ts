// The steps of the demo: everything the client can do with sender pools, in a realistic order.
import { isApiError, type TwilioClient } from "../../../generated/index.ts";
import { constraints } from "../../../generated/constraints.ts";
import type { Paint } from "./paint.ts";

/** Runs the steps. Rejects if any result differs from the description. */
export async function runSteps({ senderPools, senders }: TwilioClient, paint: Paint): Promise<void> {
  paint.step("Look at the senders of the account", "for await (const sender of client.senders.list()) …");
  const all = [];
  for await (const sender of senders.list()) {
    all.push({ senderId: sender.id });
    paint.result(
      `${sender.channel.padEnd(8)} ${sender.status.padEnd(11)} ${sender.displayName ?? sender.address}`,
    );
  }

  paint.step(
    "Create a pool with all but one of them",
    'await client.senderPools.create({ name: "Sales Leads - APAC", senders, tags })',
  );
  const accepted = await senderPools.create({
    name: "Sales Leads - APAC",
    senders: all.slice(1),
    tags: { region: "APAC" },
  });
  paint.result(`202, and an operation to watch: ${accepted.operationId}`);

  paint.step("Wait until they have joined", "await accepted.wait({ onProgress })");
  const operation = await accepted.wait({
    interval: 120,
    onProgress: ({ stats }) => paint.progress(stats.created, stats.total),
  });
  paint.result(
    `${operation.status} after ${operation.updatedAt.getTime() - operation.createdAt.getTime()} ms`,
  );

  paint.step("Find the pool by its operation", "await client.senderPools.list({ operationId })");
  const [pool] = (await senderPools.list({ operationId: operation.id })).items;
  if (pool === undefined) throw new Error("the pool that was created is not in the list");
  paint.result(`${pool.id}\n${pool.name}, tags ${JSON.stringify(pool.tags)}`);

  paint.step(
    "Update it, unless another client has changed it",
    "await client.senderPools.update(pool.id, { tags }, { ifMatch: etag })",
  );
  const { response } = await senderPools.fetch(pool.id).withResponse();
  const etag = response.headers.get("ETag") ?? "";
  const tags = { region: "APAC", greeting: "Hello {{ recipient.firstName }}" };
  await senderPools.update(pool.id, { tags }, { ifMatch: etag });
  const updated = await senderPools.fetch(pool.id);
  paint.result(`changed at ${updated.updatedAt.toISOString()}, tags ${JSON.stringify(updated.tags)}`);
  await rejected(senderPools.update(pool.id, { name: "Too late" }, { ifMatch: etag }), 412, paint);

  paint.step(
    "Add the last sender, and see who is in the pool",
    "await client.senderPools.addSender(pool.id, [{ senderId }])",
  );
  await (await senderPools.addSender(pool.id, all.slice(0, 1))).wait({ interval: 120 });
  const members: string[] = [];
  for await (const sender of senderPools.listSenders(pool.id, { pageSize: 2 })) members.push(sender.channel);
  paint.result(`${members.length} senders: ${members.join(", ")}`);

  const most = constraints.schemas.Tags.maxProperties;
  paint.step("Break a limit", `await client.senderPools.update(pool.id, { tags: ${most + 1} pairs })`);
  const tooMany = Object.fromEntries(Array.from({ length: most + 1 }, (_, index) => [`tag${index}`, "x"]));
  await rejected(senderPools.update(pool.id, { tags: tooMany }), 400, paint);

  paint.step("Delete the pool", "await client.senderPools.delete(pool.id)");
  await senderPools.delete(pool.id);
  await rejected(senderPools.fetch(pool.id), 404, paint);
}

/** Makes a call that must fail with this status, and prints the problem. */
async function rejected(call: PromiseLike<unknown>, status: number, paint: Paint): Promise<void> {
  try {
    await call;
  } catch (error) {
    if (!isApiError(error, status)) throw error;
    paint.refusal(error.message);
    return;
  }
  throw new Error(`the server should have responded with ${status}`);
}
