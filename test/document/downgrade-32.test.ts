// How OpenAPI 3.2's streams and whole query strings are expressed in a 3.1 document.
import t from "tap";
import { downgrade32 } from "../../scripts/contract/document/downgrade-32.ts";
import { operationsOf } from "../../scripts/contract/document/operations.ts";
import { readDocument } from "../../scripts/contract/document/read-document.ts";

const text = { type: "object", properties: { data: { type: "string" } } };
const json = {
  properties: {
    data: { type: "string", contentMediaType: "application/json", contentSchema: { type: "integer" } },
  },
};
const cases = [
  {
    type: "application/jsonl",
    given: { type: "integer" },
    want: { type: "array", items: { type: "integer" } },
  },
  { type: "application/json-seq", given: true, want: { type: "array", items: true } },
  { type: "text/event-stream", given: text, want: { type: "string" } },
  { type: "text/event-stream", given: json, want: { type: "integer" } },
  {
    type: "text/event-stream",
    given: { oneOf: [text, json] },
    want: { anyOf: [{ type: "string" }, { type: "integer" }] },
  },
  { type: "text/event-stream", given: { allOf: [{ type: "object" }, json] }, want: { type: "integer" } },
  { type: "text/event-stream", given: { $ref: "#/components/schemas/Circle" }, want: undefined },
  { type: "multipart/mixed", given: { type: "integer" }, want: undefined },
];

t.test("a parameter for the whole query string becomes one parameter per field", async (t) => {
  const a = { type: "string", maxLength: 2 };
  const list = { type: "array", items: { type: "integer" } };
  const object = { type: "object", properties: { b: a } };
  const form = (schema: object, more: object = {}) => ({
    "application/x-www-form-urlencoded": { schema, ...more },
  });
  const query = (name: string, more: object) => ({ name, in: "query", ...more });
  const json = { content: { "application/json": { schema: object } } };
  const whole = { type: "object", required: ["a"], properties: { a, list, object } };
  const styled = { encoding: { list: { style: "form", explode: false } } };
  const cases = [
    {
      given: form(whole),
      want: [
        query("a", { required: true, schema: a }),
        query("list", { schema: list }),
        query("object", json),
      ],
    },
    {
      given: form({ properties: { list } }, styled),
      want: [query("list", { schema: list, style: "form", explode: false })],
    },
    {
      given: form({ allOf: [{ properties: { a } }, { $ref: "#/components/schemas/More" }] }),
      want: [query("a", { schema: a }), query("more", { schema: a })],
    },
    { given: form({ oneOf: [{ properties: { a } }] }), want: undefined },
    { given: form({ properties: { a }, additionalProperties: a }), want: undefined },
    { given: form({ properties: { list: { type: "array", items: object } } }), want: undefined },
    { given: form({ type: "object" }), want: undefined },
    {
      given: { "application/json": { schema: whole } },
      want: [
        query("q", { content: { "application/json": { schema: whole } }, "x-sdk": { querystring: true } }),
      ],
    },
    { given: { "text/plain": { schema: whole } }, want: undefined },
  ];
  for (const { given, want } of cases) {
    const document = {
      openapi: "3.2.0",
      info: { title: "a", version: "1" },
      paths: {
        "/": {
          get: {
            parameters: [{ $ref: "#/components/parameters/Whole" }],
            responses: { 200: { description: "a" } },
          },
        },
      },
      components: {
        parameters: { Whole: { name: "q", in: "querystring", content: given } },
        schemas: { More: { type: "object", properties: { more: a } } },
      },
    };
    const directory = t.testdir({ "a.json": JSON.stringify(document) });
    const { document: older, lost } = downgrade32(await readDocument("a.json", { directory }));
    const [operation] = operationsOf(older.root);
    const parameters = operation?.parameters.map(({ node }) => node);
    t.same(parameters, want ?? [document.components.parameters.Whole], JSON.stringify(given));
    t.equal(lost.length, want === undefined ? 1 : 0, JSON.stringify(given));
  }
});

t.test("stream items are converted to their 3.1 equivalent; others are reported as lost", async (t) => {
  for (const { type, given, want } of cases) {
    const document = {
      openapi: "3.2.0",
      info: { title: "a", version: "1" },
      paths: {
        "/": {
          get: { responses: { 200: { description: "a", content: { [type]: { itemSchema: given } } } } },
        },
      },
      components: { schemas: { Circle: { type: "object", properties: {}, anyOf: [{ type: "object" }] } } },
    };
    const directory = t.testdir({ "a.json": JSON.stringify(document) });
    const { document: older, lost } = downgrade32(await readDocument("a.json", { directory }));
    const content = { [type]: want === undefined ? {} : { schema: want } };
    t.match(older.root, { paths: { "/": { get: { responses: { 200: { content } } } } } }, type);
    t.notMatch(older.root, {
      paths: { "/": { get: { responses: { 200: { content: { [type]: { itemSchema: given } } } } } } },
    });
    t.equal(lost.length, want === undefined ? 1 : 0, `${type}: ${JSON.stringify(given)}`);
  }
});
