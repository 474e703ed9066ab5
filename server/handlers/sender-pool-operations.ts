// Handlers for the operations that fill pools: list, fetch.
import type { Handler } from "../http/handler.ts";
import { andThen } from "../../generated/boundary.ts";
import { readPage, toMilliseconds } from "./page.ts";
import { presentSenderPoolOperation } from "./present.ts";
import { notFound } from "./write.ts";

export const listSenderPoolOperations: Handler<"listSenderPoolOperations"> = (input, context) => {
  const { startDate, endDate, status } = input.query;
  const filters = { startDate: toMilliseconds(startDate), endDate: toMilliseconds(endDate), status };
  const read = readPage({ input, filters }, context, (query) =>
    andThen(context.store.listSenderPoolOperations(query), ({ items, more }) => ({
      items,
      last: items.at(-1)?.id ?? null,
      more,
    })),
  );
  return andThen(read, ({ page, pagination }) => ({
    status: 200,
    headers: {},
    body: { operations: page.items.map(presentSenderPoolOperation), pagination },
  }));
};

export const fetchSenderPoolOperation: Handler<"fetchSenderPoolOperation"> = (
  { accountId, path },
  { store },
) =>
  andThen(store.fetchSenderPoolOperation({ accountId, operationId: path.operationId }), (operation) => {
    if (operation === undefined) throw notFound("operation");
    return { status: 200, headers: {}, body: presentSenderPoolOperation(operation) };
  });
