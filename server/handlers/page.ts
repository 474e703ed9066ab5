// Lists: reads a page from the store for the query of a request, and issues the tokens of this page and the
// next.
import { constraints } from "../../generated/constraints.ts";
import type { OperationId } from "../../generated/operations.ts";
import { JsonText } from "../../generated/server.ts";
import type { components } from "../../generated/types.ts";
import type { HandlerContext } from "../http/handler.ts";
import { type PagedList, type PageFilters, type PagePosition, PageTokenError } from "../ids/page-token.ts";
import { countProblems } from "../problems/problem.ts";
import { ApiProblem } from "../problems/api-problem.ts";
import { type MaybePromise, andThen } from "../../generated/boundary.ts";
import type { RepresentedPage } from "../store/items.ts";
import type { ListQuery } from "../store/store.ts";

/** The pagination parameters of a list's query. */
interface PageQuery {
  readonly pageToken?: string | undefined;
  readonly pageSize?: number | undefined;
}

/** A list request: the handler's input, and its filters in the store's form. */
interface ListRequest<Filters extends PageFilters> {
  /**
   * The handler's own input object. It is passed on as it is because copying it would cost more than reading
   * the page.
   */
  readonly input: {
    readonly accountId: string;
    readonly operationId: OperationId;
    readonly query: PageQuery;
  };
  /** The id in the path, if the path has one. */
  readonly resourceId?: string;
  readonly filters: Filters;
}

/** The properties that all pages of a store have. */
interface ListedPage {
  /** The id of the last item; null for an empty page. */
  readonly last: string | null;
  readonly more: boolean;
}

/** A page of the store, and its pagination object for the response. */
interface Page<Listed extends ListedPage> {
  readonly page: Listed;
  readonly pagination: components["schemas"]["Pagination"];
}

/** Reads one page. `load` queries the store. */
export function readPage<Filters extends PageFilters, Listed extends ListedPage>(
  request: ListRequest<Filters>,
  context: HandlerContext,
  load: (query: ListQuery<Filters>) => MaybePromise<Listed>,
): MaybePromise<Page<Listed>> {
  const { input, resourceId } = request;
  const { accountId, operationId, query } = input;
  const list: PagedList = { accountId, operationId, resourceId };
  const { filters, after } = locationOf(request, list, context);
  const limit = query.pageSize ?? constraints.parameters.pageSize.default;
  const issue = (from: string | null): string => context.pageTokens.issue(list, { filters, after: from });
  return andThen(load({ accountId, filter: filters, after, limit }), (page) => ({
    page,
    pagination: {
      next: page.more && page.last !== null ? issue(page.last) : null,
      self: query.pageToken ?? issue(after),
    },
  }));
}

/**
 * The JSON of a list response, from a page whose items are JSON already; `name` is the name of the items'
 * property.
 */
export function representedList(
  name: "senderPools" | "senders",
  { page, pagination }: Page<RepresentedPage>,
): JsonText {
  return new JsonText(`{"${name}":[${page.text}],"pagination":${JSON.stringify(pagination)}}`);
}

function locationOf<Filters extends PageFilters>(
  request: ListRequest<Filters>,
  list: PagedList,
  context: HandlerContext,
): PagePosition<Filters> {
  const { pageToken } = request.input.query;
  if (pageToken === undefined) return { filters: request.filters, after: null };
  try {
    return context.pageTokens.read(pageToken, list, request.filters);
  } catch (error) {
    if (!(error instanceof PageTokenError)) throw error;
    throw new ApiProblem("invalid", {
      detail: countProblems(1),
      errors: [{ in: "query", name: "pageToken", detail: error.message }],
      cause: error,
    });
  }
}

/** Converts a date filter to milliseconds since the epoch; a fraction of a millisecond is kept. */
export function toMilliseconds(moment: string | undefined): number | undefined {
  if (moment === undefined) return undefined;
  // `Date.parse` drops digits beyond milliseconds, and an exclusive bound must not move.
  const finer = /\.\d{3}(\d+)/.exec(moment)?.[1];
  return Date.parse(moment) + (finer === undefined ? 0 : Number(`0.${finer}`));
}
