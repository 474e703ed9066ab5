// One scenario with pools, run by the client against any server: the observable results of each step.
import { isApiError, type TwilioClient } from "../../generated/index.ts";
import document from "../../generated/openapi.json" with { type: "json" };

const [senderId = ""] = document.components.schemas.SenderId.examples;
/** A well-formed id that does not exist. */
const unknownSender = `${senderId.slice(0, -2)}zz`;

type Seen = Record<string, unknown>;

/** The error of a call, without the text for people. */
async function rejection(call: PromiseLike<unknown>): Promise<unknown> {
  try {
    await call;
    return "accepted";
  } catch (error) {
    if (!isApiError(error)) throw error;
    const { status, code, errors } = error.problem ?? {};
    return { status, code, errors };
  }
}

/** All observable results, except ids and times. */
export async function story(client: TwilioClient): Promise<Seen> {
  const { senderPools, senders } = client;
  const seen: Seen = {};
  seen["sender"] = (await senders.fetch(senderId)).channel;
  seen["unknown sender"] = await rejection(senders.fetch(unknownSender));
  const { data: accepted, response } = await senderPools
    .create({ name: "Sales", senders: [{ senderId }, { senderId: unknownSender }], tags: { region: "APAC" } })
    .withResponse();
  seen["accepted"] = [
    response.status,
    response.headers.get("Operation-Id") === accepted.operationId,
    response.headers.get("Location") === accepted.operationLocation,
    accepted.operationLocation.endsWith(`/SenderPools/Operations/${accepted.operationId}`),
  ];
  const statuses = new Set<string>();
  const operation = await accepted.wait({ onProgress: ({ status }) => void statuses.add(status) });
  seen["operation"] = [operation.id === accepted.operationId, operation.status, operation.stats];
  const [pool] = (await senderPools.list({ operationId: accepted.operationId })).items;
  const id = pool?.id ?? "";
  seen["pool"] = [pool?.name, pool?.tags, pool?.createdAt instanceof Date];
  seen["members"] = (await senderPools.listSenders(id)).items.map((sender) => sender.id);
  seen["pools of another operation"] = (
    await senderPools.list({ operationId: `${accepted.operationId.slice(0, -2)}zz` })
  ).items.length;
  const { response: first } = await senderPools.fetch(id).withResponse();
  const ifMatch = first.headers.get("ETag") ?? "";
  const updated = await senderPools.update(id, { tags: {} }, { ifMatch });
  seen["updated"] = [
    updated.resourceId === id,
    (await senderPools.fetch(id)).name,
    (await senderPools.fetch(id)).tags,
  ];
  seen["stale"] = await rejection(senderPools.update(id, { name: "late" }, { ifMatch }));
  const again = await (await senderPools.addSender(id, [{ senderId }])).wait();
  seen["added again"] = again.stats;
  seen["found by both"] = (await senderPools.list({ operationId: again.id })).items.length;
  seen["removed"] = (await senderPools.removeSender(id, senderId)).resourceId === id;
  seen["removed twice"] = await rejection(senderPools.removeSender(id, senderId));
  seen["empty"] = (await (await senderPools.create({})).wait()).stats;
  const [one, same] = [
    await senderPools.create({ name: "k" }, { idempotencyKey: "key" }),
    await senderPools.create({ name: "k" }, { idempotencyKey: '"key"' }),
  ];
  seen["one key"] = one.operationId === same.operationId;
  seen["one key, two bodies"] = await rejection(senderPools.create({ name: "l" }, { idempotencyKey: "key" }));
  const names: string[] = [];
  for await (const item of senderPools.list({ pageSize: 1 })) names.push(item.name);
  seen["walk"] = names;
  const page = await senderPools.list({ pageSize: 2 });
  seen["page"] = [page.items.length, page.hasNext, (await page.next())?.items.length];
  const token = page.pagination.next ?? "";
  seen["other filters"] = await rejection(senders.list({ pageToken: token }));
  seen["no token"] = await rejection(senderPools.list({ pageToken: "pageToken" }));
  const past = new Date(0);
  seen["dates"] = [
    (await senderPools.list({ startDate: past })).items.length,
    (await senderPools.list({ endDate: past })).items.length,
  ];
  seen["channels"] = (await senders.list({ channel: "SMS" })).items.every(({ channel }) => channel === "SMS");
  seen["invalid"] = await rejection(
    senderPools.create({ name: "n", senders: [{ senderId: "s" }], tags: { "": "{{" } }),
  );
  seen["malformed id"] = await rejection(senderPools.fetch("p"));
  seen["page size"] = await rejection(senders.list({ pageSize: 0 }));
  seen["deleted"] = (await senderPools.delete(id)).resourceId === id;
  seen["gone"] = [await rejection(senderPools.fetch(id)), await rejection(senderPools.listSenders(id))];
  seen["operation stays"] = (await senderPools.fetchOperation(accepted.operationId)).status;
  return seen;
}
