// Streams of a mock, in the form of their media type.
import t from "tap";
import { mockOf } from "./mock-of.ts";

t.test(
  "streams of an operation without state are written in their own form, up to the sentinel",
  async (t) => {
    const schema = { type: "object", properties: { a: { const: 1 } }, required: ["a"] };
    const { url } = await mockOf(t, {
      paths: {
        "/ask": {
          post: {
            "x-sdk": { stream: { sentinel: "[DONE]" } },
            responses: { 200: { description: "", content: { "text/event-stream": { schema } } } },
          },
        },
        "/records": {
          get: {
            responses: {
              200: {
                description: "",
                content: {
                  "application/json-seq": { schema: { type: "array", items: schema, minItems: 2 } },
                },
              },
            },
          },
        },
      },
    });
    const ask = await fetch(`${url}/ask`, { method: "POST" });
    t.equal(await ask.text(), 'data: {"a":1}\n\ndata: [DONE]\n\n');
    t.equal(await (await fetch(`${url}/records`)).text(), '\x1e{"a":1}\n\x1e{"a":1}\n');
  },
);
