// The reader of plain YAML yields the same values and positions as the full parser, and leaves everything
// else to it.
import { fc } from "../support/laws.ts";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import t, { type Test } from "tap";
import type { Json } from "../../scripts/contract/document/document.ts";
import { readAnyYaml } from "../../scripts/contract/document/parse-yaml.ts";
import { type ReadYaml, readPlainYaml } from "../../scripts/contract/document/plain-yaml.ts";

const documents = [...yamlIn("spec"), ...yamlIn("test/fixtures")].map((path) => readFileSync(path, "utf8"));

t.test("real documents are plain YAML, and both parsers agree", (t) => {
  const plain = documents.filter((text) => isAlike(t, text));
  t.ok(plain.length > 0.9 * documents.length, `${plain.length} of ${documents.length} are plain`);
  t.ok(isAlike(t, readFileSync("spec/openapi.yaml", "utf8")), "this repository's own document is plain");
  t.end();
});

t.test("YAML outside the plain subset is left to the full parser", (t) => {
  const given = [
    "a: &one 1\nb: *one\n",
    "a: !!str 1\n",
    "? a\n: b\n",
    "<<: { a: 1 }\n",
    "a: 1\na: 2\n",
    'a: "\n  b"\n',
    "a: 'b\n  c'\n",
    "a: |2\n   b\n",
    "a: >\n  b\n   c\n",
    "a: b: c\n",
    "a: [b: c]\n",
    "a: { b }\n",
    "a: \tb\n",
    "a: b\r\n",
    "a: 0x10\n",
    "a: 012\n",
    "a: -0\n",
    "a: .inf\n",
    "a: 1\n  b: 2\n",
    "a: b\n---\nc: d\n",
    "- a\n",
    "a: b",
    `${"a".repeat(1025)}: b\n`,
    `a: ${"[".repeat(450)}${"]".repeat(450)}\n`,
  ];
  for (const text of given) t.equal(readPlainYaml(text, false), undefined, JSON.stringify(text.slice(0, 40)));
  t.end();
});

t.test("plain YAML is read as the full parser reads it", (t) => {
  const given = [
    "---\n# first\na: 1 # one\n\n# between\nb:\n- c\n-   d: e\n    f:\n- - g\n",
    "a: one\n  two\n\n  three: four\n".replace(": four", ""),
    "a: |\n\n  b\n   c\n\nd: |-\n  e\n\nf: |+\n  g\n\n",
    "a: >\n  b\n  c\n\n\n  d\ne: >-\n  f\n",
    "a: { b: [1, -2.5, 1e, ~, null, True, 2024-01-01], 'c''d': \"e\\u00e9\\n\", }\n",
    "a:\n  [\n    b,\n\n    { c: d },\n  ]\n",
    "200: a\ntrue: b\nnull: c\n/{d}/e: f\n__proto__: { g: h }\n",
    "a: 123456789012345678901234567890\nb: 0.1000000000000000000001\n",
    "a: b#c\nd: e:f\ng: http://h/i\n",
  ];
  for (const text of given) t.ok(isAlike(t, text), JSON.stringify(text.slice(0, 40)));
  t.end();
});

/** Pieces of YAML syntax, to be inserted anywhere. */
const pieces = [
  ...[" ", "  ", "\n", "\n\n", ":", ": ", "- ", "-", "#", " #", '"', "'", "[", "]", "{", "}", ",", ", "],
  ...["|\n", ">\n", ">-\n", "|+\n", "|-\n", "&a ", "*a", "!", "? ", "%", "@", "`", "---\n", "...\n", "<<: "],
  ...["0", "-1", "+1", "1.0", "1e3", "0x1f", "012", "-0", ".5", "null", "~", "true", "\\", "\\u00e9", "😀"],
  ...["\u00a0", "\u2028", "a: b", "\n \n", "\n          z\n", "\n# c\n", "key: |\n  a\n\n   b\n c\n"],
];

t.test("after any edit, both parsers agree on a text that is still plain", (t) => {
  const short = documents.filter(({ length }) => length < 3000);
  const edit = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    removed: fc.nat({ max: 6 }),
    added: fc.constantFrom("", ...pieces),
  });
  fc.assert(
    fc.property(
      fc.constantFrom(...short),
      fc.array(edit, { minLength: 1, maxLength: 4 }),
      fc.boolean(),
      (text, edits, isExact) => {
        let edited = text;
        for (const { at, removed, added } of edits) {
          const place = Math.floor(at * edited.length);
          edited = edited.slice(0, place) + added + edited.slice(place + removed);
        }
        const plain = readPlainYaml(edited, isExact);
        return plain === undefined || differenceOf(plain, edited, isExact) === undefined;
      },
    ),
    { numRuns: process.env["CHECK_LONG"] === "1" ? 20_000 : 600 },
  );
  t.end();
});

/** Returns whether a text is plain; fails the test if the parsers disagree. */
function isAlike(t: Pick<Test, "fail">, text: string): boolean {
  const isPlain = [false, true].map((isExact) => {
    const plain = readPlainYaml(text, isExact);
    if (plain === undefined) return false;
    const difference = differenceOf(plain, text, isExact);
    if (difference !== undefined) t.fail(`${difference} in ${JSON.stringify(text.slice(0, 200))}`);
    return true;
  });
  return isPlain.every(Boolean);
}

/** Describes where the full parser reads a different value or position. */
function differenceOf(plain: ReadYaml, text: string, exactNumbers: boolean): string | undefined {
  const any = readAnyYaml({ path: "a.yaml", name: "a.yaml", text, exactNumbers });
  if (JSON.stringify(plain.value) !== JSON.stringify(any.value)) return "another value";
  return locationOfDifference(plain, any, plain.value, []);
}

function locationOfDifference(
  plain: ReadYaml,
  any: ReadYaml,
  value: Json,
  way: readonly string[],
): string | undefined {
  if (plain.index.find(way) !== any.index.find(way)) return `another place of /${way.join("/")}`;
  if (typeof value !== "object" || value === null) return undefined;
  for (const [key, member] of Object.entries(value as object) as [string, Json][]) {
    const found = locationOfDifference(plain, any, member, [...way, key]);
    if (found !== undefined) return found;
  }
  return undefined;
}

function yamlIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".yaml"))
    .map((name) => join(folder, name));
}
