// The size of a value is that of its text, even if the same part occurs several times.
import { fc } from "../support/laws.ts";
import t from "tap";
import type { Json } from "../../scripts/contract/document/document.ts";
import { textLength, valuesIn } from "../../scripts/contract/containment/value-size.ts";

t.test("the size of a value is the length of its JSON text", (t) => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => textLength(value as Json) === JSON.stringify(value).length),
  );
  t.end();
});

t.test("equal parts of a value are counted each time, and measured once", (t) => {
  let value: Json = "x";
  for (let links = 0; links < 40; links += 1) value = [value, value];
  t.equal(valuesIn(value), 2 ** 41 - 1);
  t.ok(textLength(value) > 2 ** 41);
  t.end();
});
