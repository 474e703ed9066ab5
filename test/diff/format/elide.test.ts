import t from "tap";
import { cut, elidedJson, elidedUrl, focusedJson } from "../../../scripts/contract/diff/format/elide.ts";

t.test("a long value is shortened to its length", (t) => {
  const cases = [
    { given: "a".repeat(129), want: '"aaaa…(129)"' },
    { given: "😀".repeat(50), want: '"😀😀😀😀…(50)"' },
    { given: ["a", 1, null], want: '["a",1,null]' },
    { given: Array<number>(1001).fill(7), want: `[${Array(30).fill(7).join()},…(1001)]` },
    { given: { a: { b: "x" } }, want: '{"a":{"b":"x"}}' },
    { given: [{ id: "x".repeat(39) }, { id: "y".repeat(39) }, 1], want: `[{"id":"${"x".repeat(39)}"},…(3)]` },
  ];
  for (const { given, want } of cases) t.equal(elidedJson(given), want);
  t.equal(elidedUrl(`/a/${"z".repeat(300)}`), "/a/zzzz…(300)");
  t.equal(cut("abcdef", 4), "abc…");
  t.end();
});

t.test("a shortened value keeps the path to the part that matters", (t) => {
  const value = { a: 1, list: [{ b: 1 }, { c: "bad", d: 2 }, 3], z: 9 };
  t.equal(focusedJson(value, ["list", "1", "c"], 20), '{"list":[…,{"c":"bad",…},…],…}');
  t.equal(focusedJson(value, ["list", "1", "c"], 200), JSON.stringify(value));
  t.equal(focusedJson(value, ["gone"], 5), JSON.stringify(value), "a way that leads nowhere keeps the value");
  t.end();
});
