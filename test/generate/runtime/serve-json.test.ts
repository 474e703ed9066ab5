// What a generated server takes for a JSON text.
import t from "tap";
import { parseJsonText } from "../../../scripts/generate/runtime/serve-json.ts";

const parse = (text: string): unknown => parseJsonText(new TextEncoder().encode(text));

t.test("a number beyond the range of a double is rejected, and nothing else that looks like one", (t) => {
  const tooLarge = /must NOT have a number beyond the range of a double/;
  for (const text of ["1e400", "[-1E+999]", `{"a":${"9".repeat(310)}}`])
    t.throws(() => parse(text), tooLarge);
  t.same(parse('{"a":"1e400","b":1e308,"c":1e-400,"d":0.000}'), { a: "1e400", b: 1e308, c: 0, d: 0 });
  t.same(parse(`["${"9".repeat(400)}",0.${"1".repeat(400)}]`), [
    "9".repeat(400),
    Number(`0.${"1".repeat(400)}`),
  ]);
  t.end();
});
