import { fc } from "../support/laws.ts";
import t from "tap";
import type { JsonObject } from "../../scripts/contract/document/document.ts";
import {
  childPointer,
  deref,
  follow,
  localPointer,
  parsePointer,
  resolvePointer,
  toPointer,
  toRef,
} from "../../scripts/contract/document/pointer.ts";

/** The examples of RFC 6901, sections 5 and 6. */
const example: JsonObject = JSON.parse(
  '{"foo":["bar","baz"],"":0,"a/b":1,"c%d":2,"e^f":3,"g|h":4,"i\\\\j":5,"k\\"l":6," ":7,"m~n":8,"__proto__":9}',
) as JsonObject;

t.test("a pointer resolves as in the examples of RFC 6901", (t) => {
  const cases = [
    { pointer: "", fragment: "#", want: example },
    { pointer: "/foo", fragment: "#/foo", want: ["bar", "baz"] },
    { pointer: "/foo/0", fragment: "#/foo/0", want: "bar" },
    { pointer: "/", fragment: "#/", want: 0 },
    { pointer: "/a~1b", fragment: "#/a~1b", want: 1 },
    { pointer: "/c%d", fragment: "#/c%25d", want: 2 },
    { pointer: "/e^f", fragment: "#/e%5Ef", want: 3 },
    { pointer: "/g|h", fragment: "#/g%7Ch", want: 4 },
    { pointer: "/i\\j", fragment: "#/i%5Cj", want: 5 },
    { pointer: '/k"l', fragment: "#/k%22l", want: 6 },
    { pointer: "/ ", fragment: "#/%20", want: 7 },
    { pointer: "/m~0n", fragment: "#/m~0n", want: 8 },
    { pointer: "/__proto__", fragment: "#/__proto__", want: 9 },
  ];
  for (const { pointer, fragment, want } of cases) {
    t.same(resolvePointer(example, pointer), want, pointer);
    t.equal(localPointer(fragment), pointer, fragment);
    t.equal(toRef(pointer), fragment, pointer);
    t.equal(toPointer(parsePointer(pointer)), pointer);
  }
  t.end();
});

t.test("a pointer to a missing node resolves to undefined", (t) => {
  for (const pointer of ["/nope", "/foo/2", "/foo/01", "/foo/-", "/constructor", "/foo/length", "/a~1b/c"]) {
    t.equal(resolvePointer(example, pointer), undefined, pointer);
  }
  t.throws(() => parsePointer("foo"), RangeError);
  t.end();
});

t.test("references that are not local pointers are recognised", (t) => {
  for (const ref of ["other.yaml#/a", "#anchor", "https://example.com/#/a", "#/%zz", ""]) {
    t.equal(localPointer(ref), undefined, ref);
  }
  t.end();
});

t.test("any segments are the same after conversion to a pointer or a fragment and back", (t) => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "grapheme" })), (segments) => {
      const pointer = toPointer(segments);
      return (
        JSON.stringify(parsePointer(pointer)) === JSON.stringify(segments) &&
        localPointer(toRef(pointer)) === pointer
      );
    }),
  );
  t.equal(childPointer("/paths", "/pools", "get"), "/paths/~1pools/get");
  t.end();
});

t.test("a chain of $refs is followed to its end", (t) => {
  const root: JsonObject = {
    a: { $ref: "#/b" },
    b: { $ref: "#/c%20d", description: "kept behind" },
    "c d": { type: "string" },
    self: { $ref: "#/self" },
    ring: { $ref: "#/rung" },
    rung: { $ref: "#/ring" },
    lost: { $ref: "#/nowhere" },
    property: { $ref: { type: "string" } },
  };
  t.same(follow(root, { pointer: "/a", node: root["a"]! }), { pointer: "/c d", node: { type: "string" } });
  t.equal(deref(root, root["property"]!), root["property"], "a property named $ref is no reference");
  for (const key of ["self", "ring", "lost"]) {
    t.throws(() => deref(root, root[key]!), { name: "DocumentError", message: /leads nowhere/ }, key);
  }
  t.end();
});
