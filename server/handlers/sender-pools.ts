// Sender pools: list, create, fetch, update, delete.
import type { Handler } from "../handler.ts";
import { newSenderPoolId, newSenderPoolOperationId } from "../ids.ts";
import { entityTag } from "../store/etag.ts";
import { operationAccepted, resourceAccepted } from "./accepted.ts";
import { readPage, toMilliseconds } from "./page.ts";
import { presentSenderPool } from "./present.ts";
import { answeredId, conditionOf, idempotencyOf, notFound } from "./write.ts";

export const listSenderPools: Handler<"listSenderPools"> = async (input, context) => {
  const { startDate, endDate, operationId } = input.query;
  const filters = { startDate: toMilliseconds(startDate), endDate: toMilliseconds(endDate), operationId };
  const page = await readPage(
    { ...input, filters },
    context,
    (query) => context.store.listSenderPools(query),
    presentSenderPool,
  );
  return { status: 200, headers: {}, body: { senderPools: page.items, pagination: page.pagination } };
};

export const createSenderPool: Handler<"createSenderPool"> = async (input, context) => {
  const { name = "", tags = {}, senders = [] } = input.body;
  const operationId = newSenderPoolOperationId();
  const outcome = await context.store.createSenderPool({
    accountId: input.accountId,
    idempotency: idempotencyOf(input, operationId),
    poolId: newSenderPoolId(),
    operationId,
    name,
    tags,
    senderIds: senders.map(({ senderId }) => senderId),
  });
  return operationAccepted(answeredId(outcome, operationId), context);
};

export const fetchSenderPool: Handler<"fetchSenderPool"> = async (input, { store }) => {
  const pool = await store.fetchSenderPool({ accountId: input.accountId, poolId: input.path.senderPoolId });
  if (pool === undefined) throw notFound("sender pool");
  return { status: 200, headers: { ETag: entityTag(pool.version) }, body: presentSenderPool(pool) };
};

export const updateSenderPool: Handler<"updateSenderPool"> = async (input, context) => {
  const { senderPoolId } = input.path;
  const outcome = await context.store.updateSenderPool({
    accountId: input.accountId,
    idempotency: idempotencyOf(input, senderPoolId),
    poolId: senderPoolId,
    ifMatch: conditionOf(input.headers),
    name: input.body.name,
    tags: input.body.tags,
  });
  return resourceAccepted(answeredId(outcome, senderPoolId), context);
};

export const deleteSenderPool: Handler<"deleteSenderPool"> = async (input, context) => {
  const { senderPoolId } = input.path;
  const outcome = await context.store.deleteSenderPool({
    accountId: input.accountId,
    idempotency: idempotencyOf(input, senderPoolId),
    poolId: senderPoolId,
    ifMatch: conditionOf(input.headers),
  });
  return resourceAccepted(answeredId(outcome, senderPoolId), context);
};
