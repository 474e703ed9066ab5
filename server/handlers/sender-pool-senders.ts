// Handlers for the senders in a pool: list, add, remove.
import type { Handler } from "../http/handler.ts";
import { newSenderPoolOperationId } from "../ids/ids.ts";
import { andThen } from "../../generated/boundary.ts";
import { operationAccepted, resourceAccepted } from "./accepted.ts";
import { readPage, representedList, toMilliseconds } from "./page.ts";
import { responseId, idempotencyOf, notFound } from "./write.ts";

export const listSenderPoolSenders: Handler<"listSenderPoolSenders"> = (input, context) => {
  const { startDate, endDate, channel, status } = input.query;
  const poolId = input.path.senderPoolId;
  const filters = {
    startDate: toMilliseconds(startDate),
    endDate: toMilliseconds(endDate),
    channel,
    status,
  };
  const read = readPage({ input, resourceId: poolId, filters }, context, (query) =>
    andThen(context.store.listSenderPoolSenders({ ...query, poolId }), (members) => {
      if (members === undefined) throw notFound("sender pool");
      return members;
    }),
  );
  return andThen(read, (page) => ({ status: 200, headers: {}, body: representedList("senders", page) }));
};

export const addSenderPoolSenders: Handler<"addSenderPoolSenders"> = (input, context) => {
  const operationId = newSenderPoolOperationId();
  const outcome = context.store.addSenderPoolSenders({
    accountId: input.accountId,
    idempotency: idempotencyOf(input, operationId),
    poolId: input.path.senderPoolId,
    operationId,
    senderIds: input.body.map(({ senderId }) => senderId),
  });
  return andThen(outcome, (ended) => operationAccepted(responseId(ended, operationId), context));
};

export const removeSenderPoolSender: Handler<"removeSenderPoolSender"> = (input, context) => {
  const { senderPoolId, senderId } = input.path;
  const outcome = context.store.removeSenderPoolSender({
    accountId: input.accountId,
    idempotency: idempotencyOf(input, senderPoolId),
    poolId: senderPoolId,
    senderId,
  });
  return andThen(outcome, (ended) => resourceAccepted(responseId(ended, senderPoolId), context));
};
