// Patterns are read as ECMA-262 defines them, or rejected.
import { fc } from "../../support/laws.ts";
import t from "tap";
import { readPattern, regExpOf } from "../../../scripts/contract/schema/patterns/read-pattern.ts";

t.test("syntax of other languages is never reinterpreted, and has a fix where one is known", (t) => {
  const cases: readonly { given: string; fix: string | undefined }[] = [
    { given: "\\A\\d+\\z", fix: "^\\d+$" },
    { given: "\\A\\w{3}\\Z", fix: "^\\w{3}$" },
    { given: "^\\pL+$", fix: "^\\p{L}+$" },
    { given: "^[[:alpha:]_]+$", fix: "^[A-Za-z_]+$" },
    { given: "^[[:^digit:]]$", fix: undefined },
    { given: "^a{,10}$", fix: "^a{0,10}$" },
    { given: "(?i)^abc$", fix: "(?i:^abc$)" },
    { given: "^(?i)abc$", fix: "(?i:^abc$)" },
    { given: "(?s).", fix: "(?s:.)" },
    { given: "(?P<year>\\d+)-(?P=year)", fix: "(?<year>\\d+)-\\k<year>" },
    { given: "^a++$", fix: "^a+$" },
    { given: "^(?>a|b)$", fix: "^(?:a|b)$" },
    { given: "^\\x{1F600}$", fix: "^\\u{1F600}$" },
    { given: "^\\p{IsGreek}$", fix: "^\\p{Greek}$" },
    { given: "^\\h*$", fix: "^[\\t ]*$" },
    { given: "^\\Qa.b\\E$", fix: "^a\\.b$" },
    { given: "[a-z&&[^b]]", fix: undefined },
    { given: "\\1", fix: undefined },
    { given: "(?x) a b", fix: undefined },
    { given: "^[a-z", fix: undefined },
    { given: "(", fix: undefined },
    { given: "*", fix: undefined },
  ];
  for (const { given, fix } of cases) {
    const read = readPattern(given);
    if (!("foreign" in read)) t.fail(`${given} is read`);
    else if (given !== "^\\p{IsGreek}$") t.equal(read.fix, fix, given);
    else t.match(read.fix, /\\p\{(Script=)?Greek\}/);
  }
  t.end();
});

t.test("syntax that only the flag u rejects is accepted if all languages agree on its meaning", (t) => {
  const cases = [
    { given: "^[\\w-\\.]+$", takes: "a-.", rejects: "a b" },
    { given: "^a\\-b\\_$", takes: "a-b_", rejects: "ab" },
    { given: "^{.*}$", takes: "{a}", rejects: "a" },
    { given: "^\\@\\<$", takes: "@<", rejects: "<" },
  ];
  for (const { given, takes, rejects } of cases) {
    t.equal(regExpOf(given)?.test(takes), true, given);
    t.equal(regExpOf(given)?.test(rejects), false, given);
  }
  t.end();
});

t.test("pattern modifiers work on every engine, also on those before ECMA-262 2025", (t) => {
  const cases = [
    { given: "^(?i:ab[c-e])f$", takes: ["abcf", "ABEf"], rejects: ["abcF", "abf"] },
    { given: "^(?i:k[^a]ß)$", takes: ["\u212abß", "Kb\u1e9e"], rejects: ["kAß"] },
    { given: "^(?i:a(?-i:b))$", takes: ["Ab"], rejects: ["AB"] },
    { given: "^(?s:.)(?-s:.)$", takes: ["\na"], rejects: ["a\n"] },
    { given: "a(?m:$)", takes: ["a\nb", "ba"], rejects: ["ab"] },
    { given: "^(?i:\\p{Ll}\\w)$", takes: ["A\u017f"], rejects: ["1a"] },
  ];
  for (const { given, takes, rejects } of cases) {
    for (const text of takes) t.equal(regExpOf(given)?.test(text), true, `${given} ${text}`);
    for (const text of rejects) t.equal(regExpOf(given)?.test(text), false, `${given} ${text}`);
  }
  t.match(readPattern("(?i:(a)\\1)"), { foreign: /cannot be matched/ });
  t.end();
});

t.test("patterns ignore case as with the flag i", (t) => {
  const atom = fc.constantFrom(
    "a",
    "k",
    "\u017f",
    "ß",
    "ǅ",
    "[a-f]",
    "[^k-m]",
    "\\w",
    "\\W",
    "\\d",
    "σ",
    "[À-ÿ]",
    "и",
    ".",
  );
  const character = fc.constantFrom(...Array.from("aAkK\u212as\u017fSßẞǆǅǄbF5 σςΣàÀÿŸиИ_"));
  const law = fc.property(
    fc.array(atom, { minLength: 1, maxLength: 3 }),
    fc.array(character, { maxLength: 3 }),
    (atoms, text) => {
      const inner = atoms.join("");
      return (
        regExpOf(`^(?i:${inner})$`)?.test(text.join("")) ===
        new RegExp(`^${inner}$`, "iu").test(text.join(""))
      );
    },
  );
  fc.assert(law, { numRuns: 2000 });
  t.end();
});

t.test("reading a pattern never throws", (t) => {
  const text = fc.string({ unit: fc.constantFrom(...Array.from("\\()[]{}?*+|^$:<>=!&-,09azPQEix")) });
  fc.assert(
    fc.property(text, (source) => {
      const read = readPattern(source);
      return "foreign" in read || new RegExp(read.source, read.flags) instanceof RegExp;
    }),
    { numRuns: 5000 },
  );
  t.end();
});
