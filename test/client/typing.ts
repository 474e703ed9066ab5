// Compiled but never run: valid calls, and invalid ones that the types must reject.
/* eslint-disable @typescript-eslint/no-unused-vars, @typescript-eslint/no-unnecessary-type-parameters, @typescript-eslint/no-unsafe-call -- values exist for their types, and some calls are wrong on purpose */
import {
  isApiError,
  NotFoundError,
  type Page,
  type Sender,
  type SenderPool,
  type SenderPoolList,
  TwilioClient,
} from "../../generated/index.ts";

/** Compiles only if both are the same type. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
declare function same<A, B>(yes: Same<A, B>): void;

const client = new TwilioClient({ accountId: "a", authToken: "b" });
const { senderPools, senders } = client;

export async function letThrough(sender: Sender, pool: SenderPool): Promise<void> {
  await senderPools.fetch("comms_senderpool_x");
  await senderPools.fetch(pool.id, { timeout: 5, signal: undefined });
  await senderPools.list({ startDate: new Date(), endDate: "2024-01-15T09:30:00Z" });
  await senderPools.create({ name: "n", senders: [{ senderId: sender.id }] as const });
  await senderPools.update(pool.id, { tags: { a: "b" } }, { ifMatch: "*", idempotencyKey: "k" });
  await senders.list({ channel: "SMS" }, { headers: { "X-A": "b", "X-B": null } });
  same<typeof pool.createdAt, Date>(true);
  // Editors suggest known values; a new value of the server is a string like any other.
  if (sender.channel === "SMS" || sender.channel === "PIGEON") return;
  const page: Page<SenderPoolList, SenderPool> = await senderPools.list();
  for (const item of page.items) same<typeof item, SenderPool>(true);
  same<typeof page.pagination.next, string | null>(true);
  for await (const item of senders.list()) same<typeof item, Sender>(true);
  const accepted = await senderPools.addSender(pool.id, [{ senderId: sender.id }]);
  const operation = await accepted.wait({ onProgress: ({ stats }) => stats.queued.toFixed() });
  same<typeof operation.updatedAt, Date>(true);
}

export function narrowed(error: unknown): string | undefined {
  if (isApiError(error, 404)) {
    same<typeof error.status, 404>(true);
    return error.problem?.detail;
  }
  if (error instanceof NotFoundError) same<typeof error.status, 404>(true);
  if (isApiError(error) && error.problem?.errors !== undefined) {
    const [first] = error.problem.errors;
    return first?.in === "body" ? first.pointer : first?.name;
  }
  return undefined;
}

export async function rejected(sender: Sender, pool: SenderPool): Promise<void> {
  // @ts-expect-error: a typo in an option of the client
  new TwilioClient({ acountId: "a", authToken: "b" });
  // @ts-expect-error: a typo in a query parameter
  await senderPools.list({ pagesize: 5 });
  // @ts-expect-error: a typo in an option of a call
  await senderPools.fetch(pool.id, { timeOut: 5 });
  // @ts-expect-error: a typo in a body
  await senderPools.create({ nam: "n" });
  // @ts-expect-error: a typo in a header parameter
  await senderPools.update(pool.id, {}, { ifmatch: "*" });
  // @ts-expect-error: a header parameter that this operation does not have
  await senderPools.create({}, { ifMatch: "*" });
  // @ts-expect-error: a value that no enum has
  await senders.list({ channel: "SMSS" });
  // @ts-expect-error: the id of something else
  await senderPools.fetch(sender.id);
  // @ts-expect-error: no id at all
  await senderPools.fetch();
  // @ts-expect-error: a number for an id
  await senderPools.fetch(5);
  // @ts-expect-error: a sender instead of a reference
  await senderPools.addSender(pool.id, [sender.id]);
  // @ts-expect-error: a body where there is none
  await senderPools.delete(pool.id, {}, {});
  // @ts-expect-error: a date where text is due
  await senderPools.create({ name: new Date() });
  const page = await senderPools.list();
  // @ts-expect-error: a page cannot be changed
  page.items.push(pool);
  // @ts-expect-error: nor emptied
  page.pagination = { next: null, self: "" };
  const accepted = await senderPools.update(pool.id, {});
  // @ts-expect-error: an update is complete with its response, so there is nothing to wait for
  await accepted.wait();
}
