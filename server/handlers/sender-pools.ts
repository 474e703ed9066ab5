// Handlers for sender pools: list, create, fetch, update, delete.
import { JsonText } from "../../generated/server.ts";
import type { Handler } from "../http/handler.ts";
import { newSenderPoolId, newSenderPoolOperationId } from "../ids/ids.ts";
import { andThen } from "../../generated/boundary.ts";
import { entityTag } from "../store/etag.ts";
import { operationAccepted, resourceAccepted } from "./accepted.ts";
import { readPage, representedList, toMilliseconds } from "./page.ts";
import { responseId, conditionOf, idempotencyOf, notFound } from "./write.ts";

export const listSenderPools: Handler<"listSenderPools"> = (input, context) => {
  const { startDate, endDate, operationId } = input.query;
  const filters = { startDate: toMilliseconds(startDate), endDate: toMilliseconds(endDate), operationId };
  const read = readPage({ input, filters }, context, (query) => context.store.listSenderPools(query));
  return andThen(read, (page) => ({
    status: 200,
    headers: {},
    body: representedList("senderPools", page),
  }));
};

export const createSenderPool: Handler<"createSenderPool"> = (input, context) => {
  const { name = "", tags = {}, senders = [] } = input.body;
  const operationId = newSenderPoolOperationId();
  const outcome = context.store.createSenderPool({
    accountId: input.accountId,
    idempotency: idempotencyOf(input, operationId),
    poolId: newSenderPoolId(),
    operationId,
    name,
    tags,
    senderIds: senders.map(({ senderId }) => senderId),
  });
  return andThen(outcome, (ended) => operationAccepted(responseId(ended, operationId), context));
};

export const fetchSenderPool: Handler<"fetchSenderPool"> = ({ accountId, path }, { store }) =>
  andThen(store.fetchSenderPool({ accountId, poolId: path.senderPoolId }), (pool) => {
    if (pool === undefined) throw notFound("sender pool");
    return { status: 200, headers: { ETag: entityTag(pool.version) }, body: new JsonText(pool.text) };
  });

export const updateSenderPool: Handler<"updateSenderPool"> = (input, context) => {
  const { senderPoolId } = input.path;
  const outcome = context.store.updateSenderPool({
    accountId: input.accountId,
    idempotency: idempotencyOf(input, senderPoolId),
    poolId: senderPoolId,
    ifMatch: conditionOf(input.headers),
    name: input.body.name,
    tags: input.body.tags,
  });
  return andThen(outcome, (ended) => resourceAccepted(responseId(ended, senderPoolId), context));
};

export const deleteSenderPool: Handler<"deleteSenderPool"> = (input, context) => {
  const { senderPoolId } = input.path;
  const outcome = context.store.deleteSenderPool({
    accountId: input.accountId,
    idempotency: idempotencyOf(input, senderPoolId),
    poolId: senderPoolId,
    ifMatch: conditionOf(input.headers),
  });
  return andThen(outcome, (ended) => resourceAccepted(responseId(ended, senderPoolId), context));
};
