// The senders in a pool: list, add, remove.
import type { Handler } from "../handler.ts";
import { newSenderPoolOperationId } from "../ids.ts";
import { operationAccepted, resourceAccepted } from "./accepted.ts";
import { readPage, toMilliseconds } from "./page.ts";
import { presentSender } from "./present.ts";
import { answeredId, idempotencyOf, notFound } from "./write.ts";

export const listSenderPoolSenders: Handler<"listSenderPoolSenders"> = async (input, context) => {
  const { startDate, endDate, channel, status } = input.query;
  const poolId = input.path.senderPoolId;
  const filters = {
    startDate: toMilliseconds(startDate),
    endDate: toMilliseconds(endDate),
    channel,
    status,
  };
  const page = await readPage(
    { ...input, resourceId: poolId, filters },
    context,
    async (query) => {
      const members = await context.store.listSenderPoolSenders({ ...query, poolId });
      if (members === undefined) throw notFound("sender pool");
      return members;
    },
    presentSender,
  );
  return { status: 200, headers: {}, body: { senders: page.items, pagination: page.pagination } };
};

export const addSenderPoolSenders: Handler<"addSenderPoolSenders"> = async (input, context) => {
  const operationId = newSenderPoolOperationId();
  const outcome = await context.store.addSenderPoolSenders({
    accountId: input.accountId,
    idempotency: idempotencyOf(input, operationId),
    poolId: input.path.senderPoolId,
    operationId,
    senderIds: input.body.map(({ senderId }) => senderId),
  });
  return operationAccepted(answeredId(outcome, operationId), context);
};

export const removeSenderPoolSender: Handler<"removeSenderPoolSender"> = async (input, context) => {
  const { senderPoolId, senderId } = input.path;
  const outcome = await context.store.removeSenderPoolSender({
    accountId: input.accountId,
    idempotency: idempotencyOf(input, senderPoolId),
    poolId: senderPoolId,
    senderId,
  });
  return resourceAccepted(answeredId(outcome, senderPoolId), context);
};
