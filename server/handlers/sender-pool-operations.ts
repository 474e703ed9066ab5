// The operations that fill pools: list, fetch.
import type { Handler } from "../handler.ts";
import { readPage, toMilliseconds } from "./page.ts";
import { presentSenderPoolOperation } from "./present.ts";
import { notFound } from "./write.ts";

export const listSenderPoolOperations: Handler<"listSenderPoolOperations"> = async (input, context) => {
  const { startDate, endDate, status } = input.query;
  const filters = { startDate: toMilliseconds(startDate), endDate: toMilliseconds(endDate), status };
  const page = await readPage(
    { ...input, filters },
    context,
    (query) => context.store.listSenderPoolOperations(query),
    presentSenderPoolOperation,
  );
  return { status: 200, headers: {}, body: { operations: page.items, pagination: page.pagination } };
};

export const fetchSenderPoolOperation: Handler<"fetchSenderPoolOperation"> = async (input, { store }) => {
  const { operationId } = input.path;
  const operation = await store.fetchSenderPoolOperation({ accountId: input.accountId, operationId });
  if (operation === undefined) throw notFound("operation");
  return { status: 200, headers: {}, body: presentSenderPoolOperation(operation) };
};
