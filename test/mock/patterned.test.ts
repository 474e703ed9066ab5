// Texts with a pattern: in pages and in resources, without an example in the document.
import t from "tap";
import { explainMock } from "../../scripts/contract/mock/explain-mock.ts";
import { prepareMock } from "../../scripts/contract/mock/prepare-mock.ts";
import type { StartedMock } from "../../scripts/contract/mock/start-mock.ts";
import { json, mockOf, send } from "./mock-of.ts";

const form = {
  required: true,
  content: {
    "application/x-www-form-urlencoded": {
      schema: { type: "object", properties: { name: { type: "string" } } },
    },
  },
};
const customer = {
  type: "object",
  required: ["id", "code"],
  properties: {
    id: { type: "string" },
    code: { type: "string", pattern: "^c-[0-9]{4}$" },
    name: { type: "string" },
  },
};
const pageWith = (url: object): object => ({
  type: "object",
  required: ["object", "data", "url"],
  properties: {
    object: { type: "string", enum: ["list"] },
    data: { type: "array", items: { $ref: "#/components/schemas/Customer" } },
    url,
    more: { type: "string", pattern: "^more:[a-z]{3}$" },
  },
});
const id = { name: "id", in: "path", required: true, schema: { type: "string" } };
const one = json({ $ref: "#/components/schemas/Customer" });
const pathsWith = (url: object) => ({
  "/customers": {
    get: { operationId: "listCustomers", responses: { "200": json(pageWith(url)) } },
    post: { operationId: "addCustomer", requestBody: form, responses: { "200": one } },
  },
  "/customers/{id}": {
    parameters: [id],
    get: { operationId: "fetchCustomer", responses: { "200": one } },
    post: { operationId: "changeCustomer", requestBody: form, responses: { "200": one } },
  },
});

t.test("a page reports the URL of its list, or its path where the pattern demands that", async (t) => {
  for (const [url, want] of [
    [{ type: "string", pattern: "^/customers" }, "/customers"],
    [{ type: "string" }, /^http:\/\/127\.0\.0\.1:\d+\/customers$/],
    [{ type: "string", format: "uri", pattern: "^https?:" }, /^http:\/\/127\.0\.0\.1:\d+\/customers$/],
  ] as const) {
    const mock = await mockOf(t, { paths: pathsWith(url), schemas: { Customer: customer } });
    const headers = { "Content-Type": "application/x-www-form-urlencoded" };
    const added = await fetch(`${mock.url}/customers`, { method: "POST", headers, body: "name=Ann" });
    const ann = (await added.json()) as { id: string };
    t.match(ann, { code: /^c-[0-9]{4}$/, name: "Ann" });
    t.match(await send(`${mock.url}/customers`), { body: { object: "list", data: [ann], url: want } });
    const changed = await fetch(`${mock.url}/customers/${ann.id}`, {
      method: "POST",
      headers,
      body: "name=Bob",
    });
    t.match(await changed.json(), { ...ann, name: "Bob" });
    t.same(
      mock.journal().flatMap(({ withheld }) => withheld ?? []),
      [],
      "every response is from the state",
    );
  }
});

t.test("--explain reports that POST changes a resource, and where no response is valid", async (t) => {
  const contradiction = { oneOf: [{ type: "object" }, { type: "object" }] };
  const paths = {
    ...pathsWith({ type: "string" }),
    "/riddles/{id}": {
      get: { operationId: "fetchRiddle", parameters: [id], responses: { "200": json(contradiction) } },
    },
  };
  const mock = await mockOf(t, { paths, schemas: { Customer: customer } });
  const [path] = (mock as StartedMock).files;
  const { contracts, state } = await prepareMock(path!);
  const explained = new Map(explainMock(contracts[0]!, state).map((one) => [one.operationId, one]));
  t.match(explained.get("changeCustomer"), {
    does: /^changes the resource/,
    guesses: ["POST changes the properties that its body has"],
  });
  t.match(explained.get("fetchRiddle"), { does: /500: no response that the document allows was found$/ });
  t.equal((await send(`${mock.url}/riddles/1`)).status, 500);
});
