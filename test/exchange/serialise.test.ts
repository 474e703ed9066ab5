import { fc } from "../support/laws.ts";
import t from "tap";
import { checkParameter } from "../../scripts/contract/exchange/check-parameters.ts";
import { splitQuery, wireFromPairs, wireFromText } from "../../scripts/contract/exchange/parse-wire.ts";
import { scalarText } from "../../scripts/contract/exchange/scalar-text.ts";
import { isAgreed, serialise } from "../../scripts/contract/exchange/serialise.ts";
import { type Shape, wireParameter } from "../../scripts/contract/exchange/wire-parameter.ts";
import { wireTree } from "../../scripts/contract/exchange/wire-tree.ts";
import type { Json, JsonObject } from "../../scripts/contract/document/document.ts";

const parameter = (node: JsonObject) => wireParameter({ pointer: "/p", node: { name: "color", ...node } })!;

// The table of OpenAPI 3.1, "Style Examples"; objects there are {R: 100, G: 200, B: 150}.
const list = ["blue", "black", "brown"];
const object = { R: 100, G: 200, B: 150 };

t.test("parameter values are serialised as in the specification's table of styles", (t) => {
  const cases: { style: string; explode: boolean; value: Json; want: string }[] = [
    { style: "matrix", explode: false, value: "blue", want: ";color=blue" },
    { style: "matrix", explode: false, value: list, want: ";color=blue,black,brown" },
    { style: "matrix", explode: false, value: object, want: ";color=R,100,G,200,B,150" },
    { style: "matrix", explode: true, value: list, want: ";color=blue;color=black;color=brown" },
    { style: "matrix", explode: true, value: object, want: ";R=100;G=200;B=150" },
    { style: "label", explode: false, value: list, want: ".blue,black,brown" },
    { style: "label", explode: true, value: list, want: ".blue.black.brown" },
    { style: "label", explode: true, value: object, want: ".R=100.G=200.B=150" },
    { style: "simple", explode: false, value: list, want: "blue,black,brown" },
    { style: "simple", explode: false, value: object, want: "R,100,G,200,B,150" },
    { style: "simple", explode: true, value: object, want: "R=100,G=200,B=150" },
    { style: "form", explode: false, value: list, want: "color=blue,black,brown" },
    { style: "form", explode: true, value: list, want: "color=blue&color=black&color=brown" },
    { style: "form", explode: true, value: object, want: "R=100&G=200&B=150" },
    { style: "form", explode: false, value: object, want: "color=R,100,G,200,B,150" },
    { style: "spaceDelimited", explode: false, value: list, want: "color=blue%20black%20brown" },
    { style: "pipeDelimited", explode: false, value: list, want: "color=blue%7Cblack%7Cbrown" },
    { style: "deepObject", explode: true, value: object, want: "color[R]=100&color[G]=200&color[B]=150" },
  ];
  for (const { style, explode, value, want } of cases) {
    const inPath = ["matrix", "label", "simple"].includes(style);
    const written = serialise(parameter({ in: inPath ? "path" : "query", style, explode }), value);
    const got = inPath ? written.text : written.pairs.map((pair) => pair.join("=")).join("&");
    t.equal(got, want, `${style}, ${explode ? "exploded" : "not exploded"}`);
  }
  t.end();
});

t.test(
  "values whose serialisation OpenAPI leaves open are serialised in the most common form, and parsed back",
  (t) => {
    const cases: { node?: JsonObject; value: Json; want: string }[] = [
      { value: null, want: "color=null" },
      { value: [["a"]], want: "color=%5B%22a%22%5D" },
      { value: { a: { b: 1 } }, want: "a=%7B%22b%22%3A1%7D" },
      { value: { a: ["x", "y"] }, want: "a=x&a=y" },
      {
        node: { style: "deepObject" },
        value: { a: { b: { c: "x" } }, d: [1, 2] },
        want: "color[a][b][c]=x&color[d]=1&color[d]=2",
      },
    ];
    for (const { node, value, want } of cases) {
      const one = parameter({ in: "query", ...node });
      const { pairs } = serialise(one, value);
      const query = pairs.map((pair) => pair.join("=")).join("&");
      t.equal(query, want);
      t.notOk(isAgreed(value), want);
      const schema = { enum: [value] };
      t.same(
        checkParameter({ root: {}, view: "none", closed: false }, { ...one, schema: { schema } }, undefined, {
          path: [],
          query,
          headers: [],
        }),
        [],
        want,
      );
    }
    t.same(
      wireFromPairs(
        parameter({ in: "query", style: "deepObject" }),
        "object",
        splitQuery("color[a][]=1&color[a][]=2"),
      ),
      {
        wire: { a: ["1", "2"] },
      },
    );
    t.ok([1, "a", true, ["a"], { a: 1 }].every(isAgreed));
    t.equal(scalarText(1e21), "1000000000000000000000", "integers have no exponent");
    t.end();
  },
);

t.test("percent-encoding distinguishes delimiters from values", (t) => {
  const query = serialise(parameter({ in: "query", explode: false }), ["a,b", "c d", "é&"]);
  t.same(query.pairs, [["color", "a%2Cb,c%20d,%C3%A9%26"]]);
  const reserved = serialise(parameter({ in: "query", allowReserved: true }), "a/b?c&d");
  t.same(reserved.pairs, [["color", "a/b?c%26d"]]);
  t.end();
});

t.test("a value serialised in a style is parsed back from it", (t) => {
  // The delimiters of two styles cannot be part of their items: the specification has no way to distinguish
  // the two.
  const text = fc.string({ unit: "grapheme", minLength: 1 }).filter((value) => !/[ |]/.test(value));
  const values: Record<Shape, fc.Arbitrary<Json>> = {
    scalar: fc.oneof(text, fc.integer(), fc.boolean()),
    array: fc.array(text, { minLength: 1, maxLength: 4 }),
    object: fc.dictionary(fc.stringMatching(/^[a-z]{1,3}$/), text, {
      minKeys: 1,
      maxKeys: 4,
      noNullPrototype: true,
    }),
  };
  const styles = [
    { in: "query", style: "form", explode: true },
    { in: "query", style: "form", explode: false },
    { in: "query", style: "spaceDelimited", explode: false },
    { in: "query", style: "pipeDelimited", explode: false },
    { in: "path", style: "simple", explode: false },
    { in: "path", style: "simple", explode: true },
    { in: "path", style: "matrix", explode: true },
    { in: "path", style: "matrix", explode: false },
    { in: "path", style: "label", explode: false },
  ];
  for (const style of styles) {
    const one = parameter(style);
    for (const shape of ["scalar", "array", "object"] as const) {
      fc.assert(
        fc.property(values[shape], (value) => {
          const written = serialise(one, value);
          const query = written.pairs.map((pair) => pair.join("=")).join("&");
          const read =
            style.in === "path"
              ? wireFromText(one, shape, written.text)
              : wireFromPairs(one, shape, splitQuery(query));
          t.same(read, { wire: wireTree(value) });
        }),
        { numRuns: 30 },
      );
    }
  }
  t.end();
});
