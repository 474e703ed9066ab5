// Parameters whose text is JSON are read as strictly as JSON bodies.
import t from "tap";
import { parseQuery } from "../../../scripts/contract/runtime/wire-query.ts";
import type { ParameterProblem, WireParameter } from "../../../scripts/contract/runtime/wire-parameter.ts";

const filter: WireParameter = {
  name: "filter",
  style: "form",
  explode: true,
  allowReserved: false,
  shape: { kind: "json" },
};

const tooDeep = `${"[".repeat(33)}${"]".repeat(33)}`;

const table = [
  { given: '{"a":1}', want: { a: 1 }, problems: [] },
  {
    given: "{",
    want: "{",
    problems: ["must be JSON: expected a string, found the end at position 1 (line 1, column 2)"],
  },
  { given: tooDeep.slice(1, -1), want: JSON.parse(tooDeep.slice(1, -1)) as unknown, problems: [] },
  {
    given: String.raw`{"a":1,"a":{"b":"\ud800"}}`,
    want: { a: { b: "\ud800" } },
    problems: ["/a must NOT be given twice in one object", "/a/b must NOT contain a lone surrogate"],
  },
  {
    given: "[1e999,9007199254740993]",
    want: [Infinity, 9007199254740992],
    problems: ["/0 must NOT be beyond the range of a double", "/1 must be an integer that a double holds"],
  },
  { given: tooDeep, want: tooDeep, problems: ["must NOT be nested more than 32 levels deep"] },
];

t.test("what a JSON body must not contain, a JSON parameter must not contain either", (t) => {
  for (const { given, want, problems } of table) {
    const found: ParameterProblem[] = [];
    const read = parseQuery([filter], `filter=${encodeURIComponent(given)}`, found);
    t.strictSame(read, { filter: want }, given);
    t.strictSame(
      found,
      problems.map((detail) => ({ in: "query", name: "filter", detail })),
      given,
    );
  }
  t.end();
});
