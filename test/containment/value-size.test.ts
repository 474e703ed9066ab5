// The size of a value is that of its text, however often a part of it is the same.
import fc from "fast-check";
import t from "tap";
import type { Json } from "../../scripts/contract/document/document.ts";
import { textLength, valuesIn } from "../../scripts/contract/containment/value-size.ts";

t.test("it is the length of the JSON text", (t) => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => textLength(value as Json) === JSON.stringify(value).length),
  );
  t.end();
});

t.test("equal parts are counted each time, and looked at once", (t) => {
  let value: Json = "x";
  for (let links = 0; links < 40; links += 1) value = [value, value];
  t.equal(valuesIn(value), 2 ** 41 - 1);
  t.ok(textLength(value) > 2 ** 41);
  t.end();
});
