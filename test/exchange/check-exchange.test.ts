import t from "tap";
import { parse } from "yaml";
import { readApi } from "../../scripts/contract/exchange/api.ts";
import { checkRequest, checkResponse } from "../../scripts/contract/exchange/check-exchange.ts";
import type { HttpRequest, HttpResponse } from "../../scripts/contract/exchange/http.ts";
import type { JsonObject } from "../../scripts/contract/document/document.ts";
import { inMemoryDocument } from "../diff/in-memory-document.ts";

const api = readApi(
  inMemoryDocument(
    parse(`
openapi: 3.1.0
servers: [{ url: /v1 }]
paths:
  /things/all:
    post: { operationId: all, responses: {} }
  /things/{id}:
    post:
      operationId: one
      security: [{ key: [] }]
      parameters:
        - { name: id, in: path, required: true, schema: { type: string, maxLength: 3 } }
        - { name: ids, in: query, explode: false, schema: { type: array, items: { type: integer } } }
        - { name: x-trace, in: header, required: true, schema: { type: integer } }
        - { name: crumb, in: cookie, schema: { type: string } }
        - { name: filter, in: query, content: { application/json: { schema: { type: object } } } }
      requestBody:
        required: true
        content:
          application/json: { schema: { type: object, required: [a], properties: { a: { type: integer } } } }
          text/*: { schema: { type: integer } }
      responses:
        "200":
          description: The thing.
          headers: { ETag: { required: true, schema: { type: string } } }
          content: { application/json: { schema: { type: string } } }
        default: { description: Something else. }
components:
  securitySchemes: { key: { type: apiKey, in: header, name: x-key } }
`) as JsonObject,
  ),
);
const operation = api.operations.find(({ label }) => label === "one")!;
const manner = { view: "none", closed: false } as const;

const request: Omit<HttpRequest, "body"> & { body?: NonNullable<HttpRequest["body"]> } = {
  method: "POST",
  server: "/v1",
  target: "/things/abc",
  headers: [["x-trace", "7"]],
  credentials: [{ scheme: "apiKey header x-key", scopes: [] }],
  body: { mediaType: "application/json", text: '{"a":1}', value: { a: 1 } },
};
const json = (value: JsonObject) => ({ mediaType: "application/json", text: JSON.stringify(value), value });

t.test("a request is validated as a server that follows the document would", (t) => {
  const cases: { name: string; given: Partial<HttpRequest>; want: string[] }[] = [
    { name: "a valid request", given: {}, want: [] },
    { name: "another path", given: { target: "/other" }, want: ["POST /v1/other is not declared"] },
    { name: "another server", given: { server: "/v2" }, want: ["POST /v2/things/abc is not declared"] },
    { name: "another method", given: { method: "PUT" }, want: ["PUT /v1/things/abc is not declared"] },
    {
      name: "a concrete path of another operation",
      given: { target: "/things/all" },
      want: ["POST /v1/things/all is all"],
    },
    {
      name: "a path parameter",
      given: { target: "/things/abcd" },
      want: ["path/id must NOT have more than 3 characters"],
    },
    { name: "a list in the query", given: { target: "/things/abc?ids=1,2" }, want: [] },
    {
      name: "an invalid list item",
      given: { target: "/things/abc?ids=1,x" },
      want: ["query/ids /1 must be integer"],
    },
    {
      name: "a list in repeated pairs",
      given: { target: "/things/abc?ids=1&ids=2" },
      want: ["query/ids must be sent once, not 2 times"],
    },
    { name: "JSON in the query", given: { target: "/things/abc?filter=%7B%7D" }, want: [] },
    {
      name: "invalid JSON in the query",
      given: { target: "/things/abc?filter=x" },
      want: ["query/filter must be JSON"],
    },
    { name: "a missing header", given: { headers: [] }, want: ["header/x-trace is required"] },
    { name: "unknown parameters", given: { target: "/things/abc?other=1" }, want: [] },
    {
      name: "no credentials",
      given: { credentials: [] },
      want: ["credentials must be apiKey header x-key; got none"],
    },
    { name: "an invalid body", given: { body: json({}) }, want: ["body must have required property 'a'"] },
    {
      name: "a string instead of an integer",
      given: { body: { mediaType: "text/plain", text: "5", value: "5" } },
      want: [],
    },
    {
      name: "another media type",
      given: { body: { mediaType: "image/png", text: "", value: "" } },
      want: ["content-type must be application/json or text/*; got image/png"],
    },
  ];
  for (const { name, given, want } of cases)
    t.same(checkRequest(api, operation, { ...request, ...given }, manner), want, name);
  const bodiless = { ...request };
  delete bodiless.body;
  t.same(checkRequest(api, operation, bodiless, manner), ["body is required"]);
  t.end();
});

t.test("a response is validated against the declaration for its status", (t) => {
  const body = { mediaType: "application/json", text: '"a"', value: "a" };
  const cases: { name: string; given: HttpResponse; requested?: string; want: string[] }[] = [
    { name: "a valid response", given: { status: 200, headers: [["etag", "x"]], body }, want: [] },
    {
      name: "a missing response header",
      given: { status: 200, headers: [], body },
      want: ["header/etag is required"],
    },
    {
      name: "no body",
      given: { status: 200, headers: [["ETag", "x"]] },
      want: ["body is missing; expected application/json"],
    },
    { name: "another status", given: { status: 500, headers: [], body }, want: [] },
    {
      name: "a media type that was not accepted",
      given: { status: 200, headers: [["etag", "x"]], body },
      requested: "text/csv",
      want: ["content-type must be text/csv, as the request accepts; got application/json"],
    },
  ];
  for (const { name, given, requested, want } of cases)
    t.same(checkResponse(operation, given, manner, requested), want, name);
  t.end();
});
