// How OpenAPI 3.2's streams are expressed in a 3.1 document.
import t from "tap";
import { downgrade32 } from "../../scripts/contract/document/downgrade-32.ts";
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
