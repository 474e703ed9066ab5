// A JSON Patch that would leave an invalid resource is rejected, and changes nothing.
import t from "tap";
import { body, idParameter, json, mockOf, send } from "./mock-of.ts";

const thing = {
  type: "object",
  required: ["id", "name"],
  properties: { id: { type: "string" }, name: { type: "string", minLength: 1 } },
};
const problem = {
  description: "",
  content: {
    "application/problem+json": {
      schema: {
        type: "object",
        required: ["type", "title", "status"],
        properties: { type: { type: "string" }, title: { type: "string" }, status: { type: "integer" } },
      },
    },
  },
};

t.test("a JSON Patch that violates the schema of the resource is rejected", async (t) => {
  const patch = { "application/json-patch+json": { schema: { type: "array", items: { type: "object" } } } };
  const { url } = await mockOf(t, {
    paths: {
      "/things": {
        post: { operationId: "add", requestBody: body(thing), responses: { 201: json(thing) } },
      },
      "/things/{id}": {
        parameters: [{ ...idParameter, schema: { type: "string", maxLength: 5 } }],
        get: { operationId: "fetch", responses: { 200: json(thing), 404: problem } },
        patch: {
          operationId: "change",
          requestBody: { required: true, content: patch },
          responses: { 200: json(thing), 422: problem },
        },
      },
    },
  });
  await send(`${url}/things`, "POST", { id: "a", name: "one" });
  const changed = (change: object) =>
    send(`${url}/things/a`, "PATCH", [change], { "Content-Type": "application/json-patch+json" });
  t.match(await changed({ op: "replace", path: "/name", value: "two" }), {
    status: 200,
    body: { name: "two" },
  });
  for (const value of ["", 5]) {
    const { status, body: told } = await changed({ op: "replace", path: "/name", value });
    t.match({ status, told }, { status: 422, told: { type: "about:blank", status: 422 } });
  }
  t.match(await changed({ op: "remove", path: "/name" }), { status: 422 });
  t.match((await send(`${url}/things/a`)).body, { name: "two" });
  t.match(
    await send(`${url}/things/no-such-id`),
    { status: 404, body: { type: "about:blank" } },
    "an id that cannot be one names no resource, where only that is declared",
  );
});
