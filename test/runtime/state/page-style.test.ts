// The style of pages that the names of query parameters imply.
import t from "tap";
import type { ListOf } from "../../../scripts/contract/runtime/state/model.ts";
import { sizeParameterOf } from "../../../scripts/contract/runtime/state/page-style.ts";

t.test("the page size parameter has one of the usual names", (t) => {
  const sizeOf = (name: string, place = "query"): string | undefined => {
    const operation = {
      parameters: [
        { name: "filter", in: "query" },
        { name, in: place },
      ],
    };
    return sizeParameterOf({ operation } as unknown as ListOf);
  };
  const names = [
    "limit",
    "$top",
    "pageSize",
    "page_limit",
    "page[size]",
    "perPage",
    "items_per_page",
    "maxResults",
    "count",
  ];
  for (const name of names) t.equal(sizeOf(name), name);
  for (const name of ["imageSize", "rateLimit", "page", "cursor"]) t.equal(sizeOf(name), undefined, name);
  t.equal(sizeOf("limit", "header"), undefined);
  t.end();
});
