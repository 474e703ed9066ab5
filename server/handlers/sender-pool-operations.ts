// The operations that fill pools: list, fetch.
import type { Handler } from "../http/handler.ts";
import { whenThere } from "../maybe-promise.ts";
import { readPage, toMilliseconds } from "./page.ts";
import { presentSenderPoolOperation } from "./present.ts";
import { notFound } from "./write.ts";

export const listSenderPoolOperations: Handler<"listSenderPoolOperations"> = (input, context) => {
  const { startDate, endDate, status } = input.query;
  const filters = { startDate: toMilliseconds(startDate), endDate: toMilliseconds(endDate), status };
  const page = readPage(
    { input, filters },
    context,
    (query) => context.store.listSenderPoolOperations(query),
    presentSenderPoolOperation,
  );
  return whenThere(page, ({ items, pagination }) => ({
    status: 200,
    headers: {},
    body: { operations: items, pagination },
  }));
};

export const fetchSenderPoolOperation: Handler<"fetchSenderPoolOperation"> = (
  { accountId, path },
  { store },
) =>
  whenThere(store.fetchSenderPoolOperation({ accountId, operationId: path.operationId }), (operation) => {
    if (operation === undefined) throw notFound("operation");
    return { status: 200, headers: {}, body: presentSenderPoolOperation(operation) };
  });
