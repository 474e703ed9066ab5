import t from "tap";
import { locationText, schemaAlong, type Step } from "../../../scripts/contract/diff/explain/location.ts";
import { accepts } from "../../../scripts/contract/containment/confirm.ts";
import type { Json } from "../../../scripts/contract/document/document.ts";

const steps: Record<string, Step> = {
  property: { kind: "property", name: "a" },
  matching: { kind: "matching", pattern: "^x-" },
  others: { kind: "others", names: ["a"], patterns: ["^x-"] },
  item: { kind: "item", index: 1 },
  items: { kind: "items", after: 1 },
};

t.test("a schema required at a child location restricts that location only", (t) => {
  const cases: { step: string; text: string; met: Json[]; missed: Json[] }[] = [
    { step: "property", text: "a", met: [{ a: 1 }, { b: "x" }, "x"], missed: [{ a: "x" }] },
    { step: "matching", text: "*", met: [{ "x-a": 1, a: "x" }], missed: [{ "x-a": "x" }] },
    { step: "others", text: "*", met: [{ a: "x", "x-a": "x", b: 1 }], missed: [{ b: "x" }] },
    { step: "item", text: "1", met: [["x", 1, "x"], ["x"]], missed: [[1, "x"]] },
    { step: "items", text: "*", met: [["x", 1, 2]], missed: [["x", 1, "x"]] },
  ];
  for (const { step, text, met, missed } of cases) {
    const path = [steps[step]!];
    t.equal(locationText(path), text);
    const schema = schemaAlong(path, { type: "integer" });
    const takes = (value: Json) => accepts({ root: {}, schema, view: "none", closed: false }, value).valid;
    for (const value of met) t.ok(takes(value), `${step}: ${JSON.stringify(value)}`);
    for (const value of missed) t.notOk(takes(value), `${step}: ${JSON.stringify(value)}`);
  }
  t.end();
});

t.test("a location reads from the outside in, and names with slashes stay one segment", (t) => {
  t.equal(
    locationText([steps["property"]!, steps["others"]!, { kind: "property", name: "a/b~c" }]),
    "a/*/a~1b~0c",
  );
  t.equal(locationText([]), "");
  t.end();
});
