// Minimal values of schemas that demand more than anybody can send.
import t from "tap";
import { Schemas } from "../../../scripts/contract/runtime/state/schemas.ts";

const none = (): string => "";

t.test("a minimal value ends where a schema demands a billion values, or one inside of itself", (t) => {
  const string = { type: "string" };
  const list = (items: object, minItems: number): object => ({ type: "array", minItems, items });
  const pair = (value: object): object => ({
    type: "object",
    required: ["left", "right"],
    properties: { left: value, right: value },
  });
  const own = { $ref: "#/own" };
  const cases: Readonly<Record<string, object>> = {
    long: list(string, 1_000_000_000),
    nested: list(list(list(string, 1000), 1000), 1000),
    texts: list({ type: "string", minLength: 900_000 }, 1000),
    text: { type: "string", minLength: 2_000_000_000 },
    doubling: Array.from({ length: 30 }).reduce<object>((value) => pair(value), string),
    own: { type: "object", required: ["own"], properties: { own } },
  };
  const schemas = new Schemas(cases, none);
  for (const [name, schema] of Object.entries(cases))
    t.ok(JSON.stringify(schemas.minimal(schema)).length < 20_000_000, name);
  t.same(schemas.minimal(list(pair(string), 2)), [
    { left: "", right: "" },
    { left: "", right: "" },
  ]);
  t.end();
});
