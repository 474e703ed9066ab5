// Handlers for the senders of an account: list, fetch.
import { JsonText } from "../../generated/server.ts";
import type { Handler } from "../http/handler.ts";
import { andThen } from "../../generated/boundary.ts";
import { readPage, representedList, toMilliseconds } from "./page.ts";
import { notFound } from "./write.ts";

export const listSenders: Handler<"listSenders"> = (input, context) => {
  const { startDate, endDate, channel, status } = input.query;
  const filters = {
    startDate: toMilliseconds(startDate),
    endDate: toMilliseconds(endDate),
    channel,
    status,
  };
  const read = readPage({ input, filters }, context, (query) => context.store.listSenders(query));
  return andThen(read, (page) => ({ status: 200, headers: {}, body: representedList("senders", page) }));
};

export const fetchSender: Handler<"fetchSender"> = ({ accountId, path }, { store }) =>
  andThen(store.fetchSender({ accountId, senderId: path.senderId }), (sender) => {
    if (sender === undefined) throw notFound("sender");
    return { status: 200, headers: {}, body: new JsonText(sender.text) };
  });
