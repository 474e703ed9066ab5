// Lists that a mock keeps no state for: their one page says that there is no next one.
import t from "tap";
import { json, mockOf, send } from "./mock-of.ts";

const hits = {
  type: "object",
  required: ["hits", "has_more"],
  properties: {
    hits: { type: "array", items: { type: "string" } },
    has_more: { type: "boolean" },
    cursor: { type: "string" },
    meta: { type: "object", properties: { next: { type: ["string", "null"] }, total: { type: "integer" } } },
  },
};
const example = { hits: ["a"], has_more: true, cursor: "c2", meta: { next: "c2", total: 7 } };
const parameters = [{ name: "cursor", in: "query", schema: { type: "string" } }];

t.test(
  "the page of a list without state has no next page, be it an example or made from the schema",
  async (t) => {
    const content = { "application/json": { schema: hits, example } };
    const { url } = await mockOf(t, {
      paths: {
        "/found": {
          get: { operationId: "find", parameters, responses: { 200: { description: "", content } } },
        },
        "/made": { get: { operationId: "make", parameters, responses: { 200: json(hits) } } },
        "/plain": { get: { operationId: "plain", responses: { 200: { description: "", content } } } },
      },
    });
    t.strictSame((await send(`${url}/found`)).body, {
      hits: ["a"],
      has_more: false,
      meta: { next: null, total: 7 },
    });
    const { body: made } = await send(`${url}/made`);
    t.match(made, { has_more: false });
    t.notOk(Object.hasOwn(made as object, "cursor"));
    t.strictSame(
      (await send(`${url}/plain`)).body,
      example,
      "without a parameter for pages it is what it says",
    );
  },
);

t.test("an example requested by its name is sent unchanged", async (t) => {
  const content = { "application/json": { schema: hits, examples: { first: { value: example } } } };
  const { url } = await mockOf(t, {
    paths: {
      "/found": {
        get: { operationId: "find", parameters, responses: { 200: { description: "", content } } },
      },
    },
  });
  t.strictSame((await send(`${url}/found`, "GET", undefined, { Prefer: "example=first" })).body, example);
});
