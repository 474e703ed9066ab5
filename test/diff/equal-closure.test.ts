import t from "tap";
import { equalClosure } from "../../scripts/contract/diff/equal-closure.ts";
import type { JsonObject } from "../../scripts/contract/document/document.ts";

const ref = (name: string) => ({ $ref: `#/schemas/${name}` });

t.test("a node is equal if its text and that of everything it references is", (t) => {
  const base: JsonObject = {
    schemas: { A: ref("B"), B: { c: ref("C") }, C: { a: ref("A") }, D: { type: "string" } },
  };
  const head: JsonObject = {
    schemas: { ...(base["schemas"] as JsonObject), D: { type: "integer" } },
    d: ref("D"),
  };
  const far: JsonObject = { schemas: { ...(base["schemas"] as JsonObject), C: { a: ref("A"), x: 1 } } };
  t.ok(equalClosure(base, head)(ref("A"), ref("A")), "a circle that did not change");
  t.notOk(equalClosure(base, head)(ref("D"), ref("D")), "a target that changed");
  t.notOk(equalClosure(base, far)({ a: [ref("A")] }, { a: [ref("A")] }), "a change further along the circle");
  t.notOk(equalClosure(base, head)(ref("A"), ref("B")), "another reference");
  t.end();
});

t.test("key order does not matter for the equality of nodes", (t) => {
  const same = equalClosure({}, {});
  t.ok(same({ a: 1, b: [null, { c: "x" }] }, { b: [null, { c: "x" }], a: 1 }));
  t.notOk(same({ a: 1 }, { a: 1, b: 2 }));
  t.notOk(same([1, 2], [2, 1]));
  t.notOk(same([], {}));
  t.notOk(same({ constructor: 1 }, { a: 1 }));
  t.ok(same(undefined, undefined));
  t.end();
});

t.test("an unresolvable reference is equal to nothing", (t) => {
  t.notOk(equalClosure({ x: ref("A") }, { x: ref("A") })(ref("A"), ref("A")));
  t.end();
});

t.test("deep nesting does not exhaust the stack in the comparison of nodes", (t) => {
  let deep: JsonObject = {};
  for (let level = 0; level < 100_000; level += 1) deep = { a: deep };
  t.ok(equalClosure(deep, deep)(deep, deep));
  t.end();
});
