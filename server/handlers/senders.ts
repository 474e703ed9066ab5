// The senders of an account: list, fetch.
import type { Handler } from "../http/handler.ts";
import { whenThere } from "../maybe-promise.ts";
import { readPage, toMilliseconds } from "./page.ts";
import { presentSender } from "./present.ts";
import { notFound } from "./write.ts";

export const listSenders: Handler<"listSenders"> = (input, context) => {
  const { startDate, endDate, channel, status } = input.query;
  const filters = {
    startDate: toMilliseconds(startDate),
    endDate: toMilliseconds(endDate),
    channel,
    status,
  };
  const page = readPage(
    { input, filters },
    context,
    (query) => context.store.listSenders(query),
    presentSender,
  );
  return whenThere(page, ({ items, pagination }) => ({
    status: 200,
    headers: {},
    body: { senders: items, pagination },
  }));
};

export const fetchSender: Handler<"fetchSender"> = ({ accountId, path }, { store }) =>
  whenThere(store.fetchSender({ accountId, senderId: path.senderId }), (sender) => {
    if (sender === undefined) throw notFound("sender");
    return { status: 200, headers: {}, body: presentSender(sender) };
  });
