// Bodies are serialised without loss, or rejected.
import t from "tap";
import { jsonText } from "../../client/request/json-text.ts";

t.test("bodies are serialised as JSON, dates as RFC 3339", (t) => {
  const body = {
    name: "n",
    when: new Date("2024-01-15T09:30:00Z"),
    gone: undefined,
    none: null,
    list: [1, "2"],
  };
  t.equal(jsonText(body), '{"name":"n","when":"2024-01-15T09:30:00.000Z","none":null,"list":[1,"2"]}');
  t.equal(jsonText("text"), '"text"');
  t.end();
});

t.test("values that JSON would turn into null are rejected", (t) => {
  for (const value of [Number.NaN, Number.POSITIVE_INFINITY, new Date(Number.NaN)]) {
    t.throws(() => jsonText({ deep: [{ field: value }] }), { name: "TypeError", message: /^field must/ });
    t.throws(() => jsonText(value), { name: "TypeError" });
  }
  t.end();
});
