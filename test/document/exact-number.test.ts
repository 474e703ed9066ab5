// Exact numbers, through both parsers and back to text.
import t from "tap";
import { DocumentError, type Json } from "../../scripts/contract/document/document.ts";
import { ExactNumber, readNumeric } from "../../scripts/contract/document/exact-number.ts";
import { jsonText } from "../../scripts/contract/document/json-text.ts";
import { parseJson } from "../../scripts/contract/document/parse-json.ts";
import { parseYaml } from "../../scripts/contract/document/parse-yaml.ts";
import { roundNumbers } from "../../scripts/contract/document/round-numbers.ts";

const source = (text: string, exactNumbers: boolean) => ({ path: "a", name: "a", text, exactNumbers });

t.test("a number that a double represents exactly is a double, all others are kept exactly", (t) => {
  for (const text of [
    "0",
    "-0.0",
    "1e2",
    "1.50",
    "9007199254740992",
    "9223372036854776000",
    "1e308",
    "0e999999",
  ]) {
    t.equal(readNumeric(text), Number(text) + 0, text);
  }
  for (const text of [
    "9007199254740993",
    "-9223372036854775808",
    "1e400",
    "1.5e-400",
    "0.1000000000000000000001",
  ]) {
    t.equal(jsonText(readNumeric(text)), text);
  }
  t.equal(readNumeric("9007199254740993.00"), readNumeric("9007199254740993"), "one object for each number");
  for (const text of ["", ".", "e5", "1e999999999", "1".repeat(6000), "abc"])
    t.equal(readNumeric(text), undefined);
  t.end();
});

const json = '{"a":[1, 9007199254740993, {"__proto__":1e400}],"b":"9007199254740993","c":0.1}';

t.test("JSON parsing and printing keep every number exactly", (t) => {
  t.equal(jsonText(parseJson(source(json, true)).value), json.replaceAll(", ", ","));
  t.same(parseJson(source("[9007199254740993]", false)).value, [9007199254740992]);
  t.ok(
    (parseJson(source("12345678901234567890", true)).value as unknown) instanceof ExactNumber,
    "at the root",
  );
  t.end();
});

t.test(
  "YAML parsing keeps every number exactly, also through aliases and merge keys, in base 8 and 16",
  (t) => {
    const text =
      "a: &a {n: 9007199254740993, x: 0x20000000000001}\nb: *a\nc: {<<: *a, o: 0o400000000000000001}\n";
    const one = '{"n":9007199254740993,"x":9007199254740993}';
    const last = one.replace("}", ',"o":9007199254740993}');
    const got = jsonText(parseYaml(source(text, true)).value);
    t.same(
      got,
      `{"a":${one},"b":${one},"c":{"o":9007199254740993,"n":9007199254740993,"x":9007199254740993}}`,
      last,
    );
    t.end();
  },
);

t.test("numbers beyond the limit of digits are rejected with their line", (t) => {
  const refusal = (parse: () => unknown): string => {
    try {
      parse();
    } catch (error) {
      if (error instanceof DocumentError)
        return `${error.place?.line}:${error.place?.column} ${error.message}`;
    }
    return "accepted";
  };
  t.match(
    refusal(() => parseJson(source("[1,\n 1e400]", false))),
    /^2:2 1e400 is beyond the range/,
  );
  t.match(
    refusal(() => parseJson(source("[1,\n 1e999999]", true))),
    /^2:2 1e999999 has more than 5000 digits/,
  );
  t.match(
    refusal(() => parseYaml(source("a: 1e400", false))),
    /^1:4 1e400 has no counterpart/,
  );
  t.match(
    refusal(() => parseYaml(source("a: 1e999999", true))),
    /^1:4 1e999999 /,
  );
  t.equal(
    refusal(() => parseJson(source('["1e400 1e999999", 1e-400]', false))),
    "accepted",
  );
  t.end();
});

t.test("a rounded copy contains only doubles", (t) => {
  const value = { a: [readNumeric("9007199254740993"), readNumeric("-1e400")], b: 1 } as unknown as Json;
  t.same(roundNumbers(value), { a: [9007199254740992, -Number.MAX_VALUE], b: 1 });
  t.end();
});

t.test("no string of a document is printed as a number", (t) => {
  const value = { text: "9007199254740993", list: ["\u0000", '"1"'], n: readNumeric("1e400") };
  t.equal(jsonText(value), JSON.stringify(value).replace('"1e400"', "1e400"));
  t.end();
});
