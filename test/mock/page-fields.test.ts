// Header fields of responses from the state: they have values of their declared types, and those of lists
// report the total and the position of the page.
import t from "tap";
import { body, idParameter, json, mockOf, send } from "./mock-of.ts";

const thing = {
  type: "object",
  required: ["id", "name"],
  properties: { id: { type: "string" }, name: { type: "string" } },
};
const header = (type: string, more: object = {}) => ({ schema: { type }, ...more });

t.test("fields of lists report the total and the position of a page", async (t) => {
  const headers = {
    "X-Total-Count": header("integer"),
    "X-Page": header("string"),
    "X-Next-Page": header("integer"),
    "X-Has-More": header("boolean"),
    "X-Version": header("integer", { required: true, example: 3 }),
    "X-Request-Id": header("string"),
  };
  const query = (name: string) => ({ name, in: "query", schema: { type: "integer", minimum: 1 } });
  const { url } = await mockOf(t, {
    paths: {
      "/things": {
        get: {
          operationId: "list",
          parameters: [query("page"), query("per_page")],
          responses: { 200: json({ type: "array", items: thing }, { headers }) },
        },
        post: { operationId: "add", requestBody: body(thing), responses: { 201: json(thing) } },
      },
      "/things/{id}": {
        parameters: [idParameter],
        get: { operationId: "fetch", responses: { 200: json(thing) } },
      },
    },
  });
  for (const id of ["a", "b", "c"]) await send(`${url}/things`, "POST", { id, name: id });
  const fieldsOf = async (page: number) => {
    const { headers: sent, body: items } = await send(`${url}/things?per_page=2&page=${page}`);
    return {
      count: (items as unknown[]).length,
      ...Object.fromEntries(Object.keys(headers).map((name) => [name, sent.get(name)])),
    };
  };
  const common = { "X-Total-Count": "3", "X-Version": "3", "X-Request-Id": null };
  t.strictSame(await fieldsOf(1), {
    ...{ count: 2, ...common, "X-Page": "1", "X-Next-Page": "2", "X-Has-More": "true" },
  });
  t.strictSame(await fieldsOf(2), {
    ...{ count: 1, ...common, "X-Page": "2", "X-Next-Page": null, "X-Has-More": "false" },
  });
});
