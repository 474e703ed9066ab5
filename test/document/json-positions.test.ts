// Where nodes of a JSON text start: only containers on the way to a node are indexed, and every node is found
// where the scan of the whole text finds it.
import { fc } from "../support/laws.ts";
import t from "tap";
import type { Json } from "../../scripts/contract/document/document.ts";
import { JsonPositions } from "../../scripts/contract/document/json-positions.ts";
import { isArray, isObject } from "../../scripts/contract/document/pointer.ts";
import { scanJson } from "../../scripts/contract/document/scan-json.ts";

function waysIn(node: Json, way: readonly string[] = []): (readonly string[])[] {
  const children = isArray(node) ? [...node.entries()] : isObject(node) ? Object.entries(node) : [];
  return [
    way,
    [...way, "not there"],
    ...children.flatMap(([key, value]) => waysIn(value as Json, [...way, String(key)])),
  ];
}

t.test("JsonPositions finds every node of any JSON text where a scan of it does", (t) => {
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: "binary" }), fc.integer({ min: 0, max: 3 }), (value, indent) => {
      const text = ` ${JSON.stringify(value, null, indent)}\n`;
      const [positions, index] = [new JsonPositions(text), scanJson(text)];
      return waysIn(JSON.parse(text) as Json).every((way) => positions.find(way) === index.find(way));
    }),
    { numRuns: 50 },
  );
  t.end();
});

t.test("names are compared as JSON reads them, whatever their escapes", (t) => {
  const text = '{"\\u0061\\"": [1, {"b": "}\\\\\\""}], "c": 2}';
  const positions = new JsonPositions(text);
  t.equal(positions.find(['a"', "1", "b"]), text.indexOf('"b"'));
  t.equal(positions.find(["c"]), text.indexOf('"c"'));
  t.end();
});
