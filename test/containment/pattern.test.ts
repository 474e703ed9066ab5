// Patterns as automata: what they accept, and what is left to the regular expression itself.
import { fc } from "../support/laws.ts";
import t from "tap";
import { accepts, meet } from "../../scripts/contract/schema/patterns/automaton.ts";
import { matches, patternOf } from "../../scripts/contract/containment/pattern.ts";
import { words } from "../../scripts/contract/containment/words.ts";

// Much work: allow for a busy machine.
t.setTimeout(600_000);

const fixedSeed = 20_250_103;

const sources = [
  "^a+$",
  "foo",
  "^(?=.*[a-z])(?=.*\\d).{2,6}$",
  "^(?!.*ab).*$",
  "\\bab\\b",
  "^\\p{Lu}",
  "(a)\\1",
  "^.{0,10000}$",
  "^[a-z]{60,64}$",
  "(^a|b$)",
  "^\\_.$",
  "(?<=a)b",
  "(?<!a)b",
  "[^a-z\\s]",
  "^(a|b)*a(a|b){3}$",
  "a\\-b",
  "^$",
  "",
  "^.$",
  "^\\_(.)\\_$",
  "😀",
  "^[^😀]$",
];

const text = fc
  .array(fc.constantFrom("a", "b", "o", "f", "1", "A", "_", "-", " ", "\n", "é", "😀", "x"), { maxLength: 7 })
  .map((parts) => parts.join(""));

t.test("an automaton accepts exactly the strings that its regular expression matches", (t) => {
  fc.assert(
    fc.property(fc.constantFrom(...sources), text, (source, word) => {
      const { automaton, expression, lengths } = patternOf(source);
      if (!automaton || !expression) return false;
      const { length } = Array.from(word);
      const isInside = length >= lengths.min && length <= lengths.max && accepts(automaton, word);
      return isInside === expression.test(word);
    }),
    { numRuns: 2000, seed: fixedSeed },
  );
  t.end();
});

t.test("an automaton lists different matching words, shortest first", (t) => {
  for (const source of sources) {
    const pattern = patternOf(source);
    const found: string[] = [];
    for (const word of words(pattern.automaton!, pattern.lengths.min, pattern.lengths.max)) {
      found.push(word);
      if (found.length === 20) break;
    }
    t.ok(
      found.every((word) => matches(pattern, word)),
      `${source}: ${found.slice(0, 3).join()}`,
    );
    t.equal(new Set(found).size, found.length, `${source}: all different`);
    t.same(
      found.map((word) => word.length),
      found.map((word) => word.length).toSorted((a, b) => a - b),
      source,
    );
  }
  t.end();
});

t.test("the intersection of automata accepts the intersection of their languages", (t) => {
  fc.assert(
    fc.property(
      fc.constantFrom(...sources),
      fc.constantFrom(...sources),
      fc.boolean(),
      text,
      (a, b, accept, word) => {
        const [one, other] = [patternOf(a).automaton!, patternOf(b).automaton!];
        const met = meet(
          [
            { automaton: one, accept: true },
            { automaton: other, accept },
          ],
          6000,
        );
        return accepts(met, word) === (accepts(one, word) && accepts(other, word) === accept);
      },
    ),
    { numRuns: 300, seed: fixedSeed },
  );
  t.end();
});

t.test("a long string is matched in time, whatever the expression", (t) => {
  t.equal(matches(patternOf("^(a+)+$"), `${"a".repeat(5000)}!`), false);
  t.equal(matches(patternOf("^[a-z]{1,100}$"), "a".repeat(101)), false, "lengths kept apart count too");
  t.equal(matches(patternOf("^[a-z]{1,100}$"), "a".repeat(100)), true);
  t.end();
});

t.test("an unsupported pattern is reported with its reason", (t) => {
  const cases = [
    { source: "(?i)a", expression: false, automaton: false },
    { source: "[[:alpha:]", expression: true, automaton: true },
    { source: "\\Aabc\\z", expression: false, automaton: false },
    { source: "(", expression: false, automaton: false },
    { source: "^(a*)b\\1$", expression: true, automaton: false },
    { source: "^(.*a.{40}|x){3}$", expression: true, automaton: false },
  ];
  for (const { source, expression, automaton } of cases) {
    const pattern = patternOf(source);
    t.equal(pattern.expression !== undefined, expression, `${source} is ECMA-262`);
    t.equal(pattern.automaton !== undefined, automaton, `${source} has an automaton`);
    t.ok(
      pattern.samples.every((word) => matches(pattern, word)),
      `${source}: samples ${pattern.samples.join()}`,
    );
  }
  t.ok(patternOf("^(.*a.{40}|x){3}$").samples.length > 0, "a pattern too large still has samples");
  t.end();
});
