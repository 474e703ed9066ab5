// Schemas that demand values which nobody can send: the mock says so, and goes on.
import t from "tap";
import { json, mockOf, send } from "./mock-of.ts";

t.test("a response whose smallest value is too large is a 500, and others are still sent", async (t) => {
  const text = { type: "string" };
  const list = (items: object, minItems: number): object => ({ type: "array", minItems, items });
  const schemas: Readonly<Record<string, object>> = {
    list: list(text, 1_000_000_000),
    nested: list(list(list(text, 1000), 1000), 1000),
    map: { type: "object", minProperties: 1_000_000_000 },
    texts: list({ type: "string", minLength: 900_000 }, 1000),
    short: list(text, 3),
  };
  const paths = Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [
      `/${name}`,
      { get: { operationId: name, responses: { 200: json(schema) } } },
    ]),
  );
  const { url } = await mockOf(t, { paths });
  for (const name of Object.keys(schemas)) {
    const { status } = await send(`${url}/${name}`);
    t.equal(status, name === "short" ? 200 : 500, name);
  }
});
