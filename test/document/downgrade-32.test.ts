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

t.test(
  "parts by position are kept for requests; what cannot be sent is reported with the reason",
  async (t) => {
    const list = { type: "array", items: { type: "integer" } };
    const encodings = { prefixEncoding: [{ contentType: "text/plain" }], itemEncoding: {} };
    const nested = { itemEncoding: { contentType: "multipart/mixed", prefixEncoding: [{}] } };
    const cases = [
      {
        type: "multipart/mixed",
        given: { schema: list, ...encodings },
        want: { schema: list, ...encodings },
      },
      {
        type: "multipart/related",
        given: { itemSchema: { type: "integer" }, itemEncoding: {} },
        want: { schema: list, itemEncoding: {} },
      },
      {
        type: "multipart/mixed",
        given: { itemSchema: true },
        want: { schema: { type: "array", items: true } },
      },
      {
        type: "multipart/form-data",
        given: { schema: list, itemEncoding: {} },
        want: { schema: list },
        lost: ["itemEncoding is left out: the parts of multipart/form-data are sent by name"],
      },
      {
        type: "application/json",
        given: { schema: list, ...encodings },
        want: { schema: list },
        lost: ["prefixEncoding", "itemEncoding"].map(
          (field) => `${field} is left out: only multipart bodies have parts`,
        ),
      },
      {
        type: "multipart/mixed",
        given: { itemEncoding: {} },
        want: {},
        lost: ["itemEncoding is left out: there is no schema of the list whose items are the parts"],
      },
      {
        type: "multipart/mixed",
        given: { schema: list, ...nested },
        want: { schema: list, ...nested },
        lost: ["prefixEncoding of a part is left out: parts of a part are sent as given"],
      },
      {
        type: "multipart/mixed",
        given: { itemSchema: true, ...encodings },
        want: {},
        isResponse: true,
        lost: [
          "itemSchema is left out: streamed items have no type",
          "prefixEncoding is left out: the parts of a response are received as one file",
          "itemEncoding is left out: the parts of a response are received as one file",
        ],
      },
    ];
    for (const { type, given, want, lost: reasons = [], isResponse = false } of cases) {
      const content = { [type]: given };
      const post = {
        ...(isResponse ? {} : { requestBody: { content } }),
        responses: { 200: { description: "a", ...(isResponse ? { content } : {}) } },
      };
      const document = { openapi: "3.2.0", info: { title: "a", version: "1" }, paths: { "/": { post } } };
      const directory = t.testdir({ "a.json": JSON.stringify(document) });
      const { document: older, lost } = downgrade32(await readDocument("a.json", { directory }));
      const kept = isResponse
        ? { responses: { 200: { content: { [type]: want } } } }
        : { requestBody: { content: { [type]: want } } };
      t.match(older.root, { paths: { "/": { post: kept } } }, JSON.stringify(given));
      t.equal(JSON.stringify(older.root).includes("Encoding"), JSON.stringify(want).includes("Encoding"));
      t.same(
        lost.map(({ problem }) => problem),
        reasons,
        JSON.stringify(given),
      );
    }
  },
);
