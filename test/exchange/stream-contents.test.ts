// Streams of lines are treated alike in generated clients, the diff and the proxy: as the array of the lines'
// values.
import t from "tap";
import { readApi } from "../../scripts/contract/exchange/api.ts";
import type { Json, JsonObject } from "../../scripts/contract/document/document.ts";
import { inMemoryDocument } from "../diff/in-memory-document.ts";

const item = { type: "object", properties: { a: { type: "string" } } };
const list = { type: "array", items: item };

const cases: { title: string; type: string; given: object; want: Json }[] = [
  {
    title: "a stream's object schema describes one line",
    type: "application/x-ndjson",
    given: { schema: item },
    want: list,
  },
  {
    title: "a stream's list schema describes all lines",
    type: "application/jsonl",
    given: { schema: list },
    want: list,
  },
  {
    title: "a stream's referenced list schema describes all lines",
    type: "application/json-seq",
    given: { schema: { $ref: "#/components/schemas/List" } },
    want: { $ref: "#/components/schemas/List" },
  },
  {
    title: "itemSchema describes one line",
    type: "application/jsonl",
    given: { itemSchema: list },
    want: { type: "array", items: list },
  },
  { title: "other JSON content is one value", type: "application/json", given: { schema: item }, want: item },
  {
    title: "the content of an event stream is text",
    type: "text/event-stream",
    given: { schema: item },
    want: item,
  },
];

for (const { title, type, given, want } of cases)
  t.test(title, async (t) => {
    const document = {
      openapi: "3.2.0",
      info: { title: "T", version: "1" },
      paths: { "/a": { get: { responses: { "200": { description: "One.", content: { [type]: given } } } } } },
      components: { schemas: { List: list } },
    } as unknown as JsonObject;
    const [operation] = readApi(inMemoryDocument(document)).operations;
    t.same(operation?.responses[0]?.contents[0]?.schema.schema, want);
  });
