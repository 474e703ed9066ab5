// The senders of an account: list, fetch.
import type { Handler } from "../handler.ts";
import { readPage, toMilliseconds } from "./page.ts";
import { presentSender } from "./present.ts";
import { notFound } from "./write.ts";

export const listSenders: Handler<"listSenders"> = async (input, context) => {
  const { startDate, endDate, channel, status } = input.query;
  const filters = {
    startDate: toMilliseconds(startDate),
    endDate: toMilliseconds(endDate),
    channel,
    status,
  };
  const page = await readPage(
    { ...input, filters },
    context,
    (query) => context.store.listSenders(query),
    presentSender,
  );
  return { status: 200, headers: {}, body: { senders: page.items, pagination: page.pagination } };
};

export const fetchSender: Handler<"fetchSender"> = async (input, { store }) => {
  const sender = await store.fetchSender({ accountId: input.accountId, senderId: input.path.senderId });
  if (sender === undefined) throw notFound("sender");
  return { status: 200, headers: {}, body: presentSender(sender) };
};
