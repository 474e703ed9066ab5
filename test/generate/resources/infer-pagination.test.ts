// Pagination inferred from names: what is found, what is left alone, and the errors for invalid declarations.
import t from "tap";
import type { Json, JsonObject } from "../../../scripts/contract/document/document.ts";
import { readDocument } from "../../../scripts/contract/document/read-document.ts";
import { planOf } from "../../../scripts/contract/generate/plan.ts";
import { inferPagination } from "../../../scripts/contract/generate/resources/infer-pagination.ts";
import { nextPlanOf } from "../../../scripts/contract/generate/resources/link-plans.ts";

const text = { type: "string" };
const number = { type: "integer" };
const truth = { type: "boolean" };
const rows = { type: "array", items: { type: "object", properties: { id: text } } };

interface Given {
  readonly query?: JsonObject;
  readonly body?: JsonObject;
  readonly page: JsonObject | "rows";
  readonly headers?: JsonObject;
  readonly sdk?: JsonObject;
}

async function documentOf(given: Given, directory: string) {
  const { query = {}, body, page, headers = {}, sdk } = given;
  const object = (properties: JsonObject): JsonObject => ({ type: "object", properties });
  const content = (schema: Json) => ({ content: { "application/json": { schema } } });
  const operation = {
    operationId: "list",
    parameters: Object.entries(query).map(([name, schema]) => ({ name, in: "query", schema: schema! })),
    ...(body && { requestBody: content(object(body)) }),
    responses: { 200: { description: "a", headers, ...content(page === "rows" ? rows : object(page)) } },
    ...(sdk && { "x-sdk": sdk }),
  };
  const { writeFileSync } = await import("node:fs");
  const document = {
    openapi: "3.1.0",
    info: { title: "a", version: "1" },
    paths: { "/list": { [body ? "post" : "get"]: operation } },
  };
  writeFileSync(`${directory}/a.json`, JSON.stringify(document));
  return readDocument("a.json", { directory });
}

const cases: readonly (readonly [what: string, given: Given, want: JsonObject | undefined])[] = [
  [
    "a cursor",
    { query: { cursor: text }, page: { data: rows, next_cursor: text, has_more: truth } },
    { by: "token", parameter: "cursor", next: "/next_cursor", items: "/data", more: "/has_more" },
  ],
  [
    "a cursor that the response has further down",
    {
      query: { pageToken: text },
      page: { data: rows, meta: { type: "object", properties: { next: text } } },
    },
    { by: "token", parameter: "pageToken", next: "/meta/next", items: "/data" },
  ],
  [
    "the last item's id",
    { query: { starting_after: text, ending_before: text }, page: { data: rows, has_more: truth } },
    { by: "last", parameter: "starting_after", last: "/id", items: "/data", more: "/has_more" },
  ],
  [
    "a Link header",
    { query: { page: number }, page: "rows", headers: { Link: { schema: text } } },
    { by: "url", next: "$response.header.Link", items: "/" },
  ],
  [
    "a URL",
    { query: { offset: number }, page: { results: rows, next: { type: "string", format: "uri" } } },
    { by: "url", next: "/next", items: "/results" },
  ],
  [
    "page numbers",
    { query: { page: { type: "integer", default: 0 } }, page: { data: rows, total_pages: number } },
    { by: "page", parameter: "page", first: 0, items: "/data", total: "/total_pages" },
  ],
  [
    "the number of the next page",
    { query: { page: number }, page: { data: rows, next_page: number } },
    { by: "token", parameter: "page", next: "/next_page", items: "/data" },
  ],
  [
    "an offset",
    { query: { offset: number }, page: { data: rows, total: number } },
    { by: "offset", parameter: "offset", items: "/data", total: "/total" },
  ],
  [
    "an offset beside a count, which may be that of the page",
    { query: { offset: number }, page: { data: rows, count: number } },
    { by: "offset", parameter: "offset", items: "/data" },
  ],
  [
    "a token in the body",
    { body: { start_cursor: text }, page: { results: rows, next_cursor: text } },
    { by: "token", body: "/start_cursor", next: "/next_cursor", items: "/results" },
  ],
  ["no list", { query: { page: number }, page: { name: text } }, undefined],
  ["a list that has no pages", { query: { name: text }, page: { data: rows } }, undefined],
  ["a body that only filters", { body: { page: number }, page: { data: rows } }, undefined],
];

t.test("lists are recognized by the names of parameters and properties", async (t) => {
  for (const [what, given, want] of cases) {
    const document = await documentOf(given, t.testdir());
    const { found, document: changed } = inferPagination(document);
    t.strictSame(
      found.map(({ pagination }) => pagination),
      want === undefined ? [] : [want],
      what,
    );
    const plan = planOf(changed);
    const [operation] = plan.operations;
    t.equal(
      operation && nextPlanOf(plan, operation) !== undefined,
      want !== undefined,
      `${what}: can be followed`,
    );
  }
});

t.test("an explicit declaration of an operation is not changed", async (t) => {
  const sdk = { pagination: { by: "page", parameter: "page" } };
  const document = await documentOf(
    { query: { page: number, cursor: text }, page: { data: rows, next: text }, sdk },
    t.testdir(),
  );
  t.same(inferPagination(document).found, []);
});

t.test("a declaration that cannot be followed is an error with its line", async (t) => {
  const wrong: readonly (readonly [Json, RegExp])[] = [
    [[], /is not an object/],
    [{ parameter: "page", frist: 1 }, /has no frist/],
    [{ parameter: "page" }, /declares no way to the next page/],
    [{ by: "offset", parameter: "skip" }, /a query parameter that the operation does not have/],
    [{ by: "page" }, /is by page and has no parameter or body/],
    [{ by: "token", parameter: "page" }, /is by token and has no next/],
    [{ by: "last", parameter: "page" }, /is by last and has no last/],
    [{ by: "page", parameter: "page" }, /does not declare where the items are/],
  ];
  for (const [pagination, message] of wrong) {
    const document = await documentOf(
      { query: { page: number }, page: { a: rows, b: rows }, sdk: { pagination } },
      t.testdir(),
    );
    const plan = planOf(document);
    t.throws(() => plan.operations.map((one) => nextPlanOf(plan, one)), {
      name: "DocumentError",
      message,
      place: { line: Number },
    });
  }
});
