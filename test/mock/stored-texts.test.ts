// Stored values are validated and serialized once: the law is that nobody sees a difference.
import t from "tap";
import type { JsonObject } from "../../scripts/contract/document/document.ts";
import type { PlannedOperation } from "../../scripts/contract/generate/plan.ts";
import { locationValidators } from "../../scripts/contract/mock/location-validators.ts";
import { StoredTexts } from "../../scripts/contract/mock/stored-texts.ts";
import { fc } from "../support/laws.ts";
import { body, idParameter, json, mockOf, send } from "./mock-of.ts";

const thing = {
  type: "object",
  required: ["id"],
  properties: { id: { type: "integer" }, name: { type: "string", maxLength: 3 } },
};
const things = { type: "array", items: { $ref: "#/components/schemas/Thing" }, maxItems: 3 };

/** Schemas of pages, with the names that lead to their items. */
const pages: readonly { title: string; schema: object; names: readonly string[]; isSplit?: false }[] = [
  { title: "the list itself", schema: things, names: [] },
  { title: "a list of different items", schema: { ...things, uniqueItems: true }, names: [] },
  {
    title: "a list in an object",
    schema: {
      type: "object",
      required: ["data"],
      properties: { data: things, next: { type: "string" } },
      additionalProperties: false,
    },
    names: ["data"],
  },
  {
    title: "a list two levels below, by references",
    schema: { $ref: "#/components/schemas/Page" },
    names: ["result", "items"],
  },
  {
    title: "a list that is described under a condition",
    schema: { anyOf: [{ type: "object", properties: { data: things } }] },
    names: ["data"],
    isSplit: false,
  },
  {
    title: "a list next to whose reference there is another condition",
    schema: { type: "object", properties: { data: { $ref: "#/components/schemas/Things", maxItems: 1 } } },
    names: ["data"],
    isSplit: false,
  },
];

const root = {
  components: {
    schemas: {
      Thing: thing,
      Things: things,
      Page: {
        type: "object",
        properties: { result: { $ref: "#/components/schemas/Result" }, __proto__: {} },
      },
      Result: { type: "object", properties: { items: { $ref: "#/components/schemas/Things" } } },
    },
  },
} as unknown as JsonObject;

const item = fc.oneof(
  { weight: 5, arbitrary: fc.record({ id: fc.integer(), name: fc.string({ maxLength: 4 }) }) },
  { weight: 1, arbitrary: fc.record({ id: fc.constantFrom(1, "1", undefined) }) },
);

for (const { title, schema, names, isSplit = true } of pages)
  t.test(`the text of a page is that of JSON.stringify, and an invalid page has none: ${title}`, (t) => {
    const place = { pointer: "/components/x-page", node: schema as JsonObject };
    const [isValid] = locationValidators(root, [place]);
    const content = [{ mediaType: "application/json", schema: place }];
    const texts = new StoredTexts(root, {
      responses: [{ status: "200", content }],
    } as unknown as PlannedOperation);
    const page = (items: readonly object[], next: unknown): object => {
      const [outer, inner] = names;
      if (outer === undefined) return items;
      if (inner === undefined) return { next, [outer]: items };
      return { next, [outer]: { total: items.length, [inner]: items }, last: null };
    };
    const next = fc.constantFrom(undefined, "é\n", 5);
    const some = fc.uniqueArray(item, { maxLength: 4, selector: (one) => JSON.stringify(one) });
    let split = 0;
    fc.assert(
      fc.property(some, next, (items, after) => {
        const whole = page(items, after);
        const given = { status: 200, key: "200", type: "application/json", body: whole, names };
        // Twice: the second time, the items are known.
        for (const text of [texts.textOf(given), texts.textOf(given)]) {
          if (text !== undefined) split += 1;
          if (text !== undefined && (isValid?.(whole) !== true || text !== JSON.stringify(whole)))
            return false;
          if (text === undefined && isSplit && isValid?.(whole) === true) return false;
        }
        return true;
      }),
    );
    t.equal(split > 0, isSplit);
    t.end();
  });

t.test("a changed resource is sent as it is now, alone and in lists", async (t) => {
  const stored = { type: "object", properties: { id: { type: "string" }, name: { type: "string" } } };
  const responses = { 200: json(stored) };
  const { url } = await mockOf(t, {
    paths: {
      "/things": {
        get: { responses: { 200: json({ type: "array", items: stored }) } },
        post: { requestBody: body(stored), responses: { 201: json(stored) } },
      },
      "/things/{id}": {
        parameters: [idParameter],
        get: { responses: { ...responses, 404: { description: "" } } },
        patch: { requestBody: body(stored), responses },
      },
    },
  });
  const created = await send(`${url}/things`, "POST", { name: "one" });
  const { id } = created.body as { id: string };
  const shown = async (): Promise<unknown[]> => [
    (await send(`${url}/things/${id}`)).body,
    (await send(`${url}/things`)).body,
  ];
  for (const name of ["one", "zwölf", "one"]) {
    await send(`${url}/things/${id}`, "PATCH", { name });
    for (let time = 0; time < 2; time++) t.same(await shown(), [{ id, name }, [{ id, name }]]);
  }
});

t.test("a handler that modifies what the mock would respond modifies no state", async (t) => {
  const stored = { type: "object", properties: { id: { type: "string" }, name: { type: "string" } } };
  const paths = {
    "/things": { post: { operationId: "add", requestBody: body(stored), responses: { 201: json(stored) } } },
    "/things/{id}": {
      get: { operationId: "get", parameters: [idParameter], responses: { 200: json(stored) } },
    },
  };
  let suffix = "!";
  const handlers = {
    get: async ({ next }: { next: () => Promise<{ body: { name: string } }> }) => {
      const response = await next();
      response.body.name += suffix;
      return response;
    },
  };
  const { url } = await mockOf(t, { paths }, { handlers: handlers as never });
  const { id } = (await send(`${url}/things`, "POST", { name: "one" })).body as { id: string };
  t.same((await send(`${url}/things/${id}`)).body, { id, name: "one!" });
  suffix = "?";
  t.same((await send(`${url}/things/${id}`)).body, { id, name: "one?" });
});
