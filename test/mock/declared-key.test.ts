// Documents whose key in the query is a parameter of their operations, too: it is read as both.
import t from "tap";
import { json, mockOf } from "./mock-of.ts";

t.test("a key that is declared as a required parameter is a credential and a parameter", async (t) => {
  const key = { name: "key", in: "query", required: true, schema: { type: "string", minLength: 3 } };
  const components = { securitySchemes: { api_key: { type: "apiKey", in: "query", name: "key" } } };
  const paths = {
    "/things": { get: { operationId: "listThings", parameters: [key], responses: { "200": json({}) } } },
  };
  const mock = await mockOf(t, { paths, components, security: [{ api_key: [] }] });
  const value = mock.credentials[0]?.value ?? "";
  t.equal((await fetch(`${mock.url}/things?key=${value}`)).status, 200);
  t.equal((await fetch(`${mock.url}/things?key=wrong`)).status, 401);
  t.equal((await fetch(`${mock.url}/things`)).status, 401);
});
