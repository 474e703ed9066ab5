// JSON is parsed as strictly as the contract requires, and to the same values as JSON.parse.
import { fc } from "../../support/laws.ts";
import t from "tap";
import { readJson } from "../../../scripts/contract/runtime/json/read-json.ts";
import { scanJson } from "../../../scripts/contract/runtime/json/scan-json.ts";
import { processorTime } from "../../support/processor-time.ts";

const limits = { depth: 32, problems: 101, nul: false };
const nested = (depth: number): string => "[".repeat(depth) + "]".repeat(depth);

t.test("a rejected JSON text is reported with its location", (t) => {
  const table = [
    { given: '{"a":1,"a":2}', want: [{ pointer: "/a", detail: "must NOT be given twice in one object" }] },
    {
      given: String.raw`{"\u0061":1,"a":2}`,
      want: [{ pointer: "/a", detail: "must NOT be given twice in one object" }],
    },
    {
      given: '{"x":[{"a/b":1,"a/b":1}]}',
      want: [{ pointer: "/x/0/a~1b", detail: "must NOT be given twice in one object" }],
    },
    { given: String.raw`{"a":"\u0000"}`, want: [{ pointer: "/a", detail: "must NOT contain U+0000" }] },
    {
      given: String.raw`["x","\ud800"]`,
      want: [{ pointer: "/1", detail: "must NOT contain a lone surrogate" }],
    },
    {
      given: String.raw`{"\udc00":1}`,
      want: [{ pointer: "/\udc00", detail: "property name must NOT contain a lone surrogate" }],
    },
    {
      given: '{"a":[1e400,1e308]}',
      want: [{ pointer: "/a/0", detail: "must NOT be beyond the range of a double" }],
    },
    {
      given: `[-${"9".repeat(400)}]`,
      want: [{ pointer: "/0", detail: "must NOT be beyond the range of a double" }],
    },
    {
      given: '{"a":[9007199254740993,9007199254740992,"9007199254740993"],"b":-9007199254740993}',
      want: ["/a/0", "/b"].map((pointer) => ({ pointer, detail: "must be an integer that a double holds" })),
    },
    { given: nested(33), want: [{ pointer: "", detail: "must NOT be nested more than 32 levels deep" }] },
    {
      given: '{\n  "a": }',
      want: [
        {
          pointer: "",
          detail: 'must be JSON: expected a value, found "}" at position 9 (line 2, column 8)',
        },
      ],
    },
    {
      given: "",
      want: [
        {
          pointer: "",
          detail: "must be JSON: expected a value, found the end at position 0 (line 1, column 1)",
        },
      ],
    },
  ];
  for (const { given, want } of table) t.same(readJson(given, limits).problems, want, JSON.stringify(given));
  t.end();
});

t.test("U+0000 is rejected only if configured", (t) => {
  const text = String.raw`{"a\u0000":"\u0000"}`;
  t.same(readJson(text, { ...limits, nul: true }).problems, []);
  t.same(readJson(text, { depth: 32, problems: 101 }).problems, []);
  t.equal(readJson(text, limits).problems.length, 2);
  t.end();
});

t.test("a valid JSON text is parsed to its value", (t) => {
  const table = [
    { given: nested(32), want: JSON.parse(nested(32)) as unknown },
    { given: "\ufeff{}", want: {} },
    { given: String.raw`"\ud83d\ude00"`, want: "😀" },
    { given: '{"a":{"b":1},"b":1}', want: { a: { b: 1 }, b: 1 } },
    { given: '{"a":":\\"{[,"}', want: { a: ':"{[,' } },
  ];
  for (const { given, want } of table) {
    t.same(readJson(given, limits), { wellFormed: true, value: want, problems: [] }, given);
  }
  t.end();
});

t.test("a key such as __proto__ is an ordinary member", (t) => {
  const reading = readJson('{"__proto__":{"a":1},"constructor":2}', limits);
  t.ok(reading.wellFormed && Object.hasOwn(reading.value as object, "__proto__"));
  t.equal(reading.problems.length, 0);
  t.end();
});

t.test("every generated JSON text is parsed to the value of JSON.parse", (t) => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 5, stringUnit: "grapheme" }), fc.nat(3), (value, spaces) => {
      const text = JSON.stringify(value, null, spaces);
      const reading = readJson(text, limits);
      return (
        reading.wellFormed &&
        (reading.problems.length === 0 || text.includes("\\u0000")) &&
        JSON.stringify(reading.value) === JSON.stringify(value)
      );
    }),
  );
  t.end();
});

t.test("the scanner and JSON.parse accept the same texts", (t) => {
  const broken = fc
    .tuple(fc.jsonValue({ maxDepth: 4 }), fc.nat(), fc.constantFrom(...Array.from('{}[],:"\\0-e.tn u\t')))
    .map(([value, at, inserted]) => {
      const text = JSON.stringify(value);
      const place = at % (text.length + 1);
      return text.slice(0, place) + inserted + text.slice(place + (at % 2));
    });
  fc.assert(
    fc.property(broken, (text) => {
      let isJson = true;
      try {
        JSON.parse(text);
      } catch {
        isJson = false;
      }
      const { wellFormed, problems } = scanJson(text, limits);
      return wellFormed === isJson && (isJson || problems.length > 0);
    }),
    { numRuns: 1000 },
  );
  t.end();
});

t.test("a duplicate key is found at any location", (t) => {
  const member = fc.tuple(fc.string({ minLength: 1 }), fc.jsonValue({ maxDepth: 2 }));
  fc.assert(
    fc.property(
      fc.uniqueArray(member, { selector: ([key]) => key, minLength: 1 }),
      fc.nat(),
      (members, pick) => {
        const repeated = members[pick % members.length]!;
        const text = [...members, repeated].map(
          ([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`,
        );
        const { problems } = readJson(`{"in":{${text.join(",")}}}`, limits);
        return problems.some(({ detail }) => detail.includes("twice"));
      },
    ),
  );
  t.end();
});

t.test("parsing two megabytes of any text takes less than a second of processor time", (t) => {
  const size = 2 ** 21;
  const texts = [
    "[".repeat(size),
    `"${"\\u0061".repeat(size / 6)}"`,
    `{${'"a":1,'.repeat(size / 6)}"b":1}`,
    `["${"x".repeat(size)}`,
    `[${"{},".repeat(size / 3)}{}]`,
  ];
  for (const text of texts) {
    const startedAt = processorTime();
    readJson(text, limits);
    t.ok(processorTime() - startedAt < 1000, text.slice(0, 12));
  }
  t.end();
});
