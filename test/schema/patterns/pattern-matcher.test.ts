// Matching takes time linear in the text, and agrees with the engine's own regular expressions.
import { fc } from "../../support/laws.ts";
import t from "tap";
import { LinearMatcher } from "../../../scripts/contract/runtime/linear-matcher.ts";
import { linearProgram } from "../../../scripts/contract/schema/patterns/linear-program.ts";
import { matcherOf } from "../../../scripts/contract/schema/patterns/pattern-matcher.ts";
import { readPattern } from "../../../scripts/contract/schema/patterns/read-pattern.ts";
import { slownessOf } from "../../../scripts/contract/schema/patterns/slow-pattern.ts";

function slowness(source: string) {
  const pattern = readPattern(source);
  if ("foreign" in pattern) throw new Error(`${source} is foreign`);
  return slownessOf(pattern)?.growth;
}

const exponential = [
  "^(a+)+$",
  "(a*)*b",
  "^(a|a)*$",
  "^(\\w+\\s?)*$",
  "^(.|\\s)*$",
  "^(x+x+)+y",
  "^(?=(a+)+$)b",
  "^(([a-z])+.)+[A-Z]([a-z])+$",
  "^([a-zA-Z0-9])(([\\-.]|[_]+)?([a-zA-Z0-9]+))*@[a-z]+$",
  "^((a?b?)*)*$",
  "^(?i:(a|A)+)$",
];
const polynomial = [
  "a+b",
  "\\s+$",
  "^\\S+@\\S+\\.\\S+$",
  "^\\d*\\.?\\d*$",
  "^a*a*a*$",
  "(.*),(.*),(.*)$",
  "^(a?){30}a{30}$",
  "^([a-z]{0,10}){0,10}$",
  "[a-z]{1,10000}x",
  "foo[a-z]*bar",
  "(?=.*a)b",
  "(?<=a.*)1",
  "(a+)\\1b",
  "^((((a{0,9}){0,9}){0,9}){0,9})$",
  `^${"(?:|)".repeat(30)}b$`,
  `^${"(?:|)".repeat(30)}$`,
  `^${"(?:b|c|)".repeat(30)}(a)\\1$`,
];
const linear = [
  "^a$",
  "^[a-z]+$",
  "a+",
  "^(a+b)+$",
  "^(a|b)*$",
  "^(a?)*$",
  "^[a-z]([a-z0-9-]{0,61}[a-z0-9])?$",
  "^[a-zA-Z0-9-]{1,64}-[a-z]{1,32}$",
  "^(\\b\\w+\\b\\W*)+$",
  "^(?=.*[a-z])(?=.*\\d)[A-Za-z\\d]{8,64}$",
  "^\\p{L}*$",
  "^.{1,100000}$",
  "^\\w+(\\.\\w+)*$",
  "^([0-9a-f]{2}:){5}[0-9a-f]{2}$",
  "^((25[0-5]|2[0-4]\\d|1?\\d?\\d)(\\.|$)){4}$",
  "^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==)?$",
  "^(a)\\1$",
  "",
  "^(a|ab)*(c|bcd)*$",
  // Repeated nearly equal texts lead to one position each time.
  `^(${"::notice::z".repeat(100)})*$`,
  `^(?:${Array.from({ length: 5000 }, (_, index) => `zone${index}`).join("|")})$`,
  "^(a)\\1{10}$",
];
/** Patterns on which engines fail before they inspect a text. */
const unbounded = [`^${"a".repeat(50_000)}$`, `^${"\\w?".repeat(11_000)}$`, `^${"(?:a|aa)".repeat(4000)}$`];

const many = (count: number) => Array.from({ length: count }, (_, at) => String.fromCodePoint(0x4e00 + at));
/**
 * Small patterns that distinguish many characters, with paths from nearly every position to nearly every
 * other.
 */
const dense = [
  `^(${many(300).join("?")}?)*$`,
  `^${many(300).join("?")}?$`,
  `^(${many(300).join("|")})*$`,
  `^(?:${many(100)
    .map((sign) => `[^${sign}]`)
    .join("|")})*$`,
  `^(${many(3000).join("")})*$`,
  `^(${"ab".repeat(200)}a|${"ab".repeat(200)}c)*$`,
];

/** Patterns without a linear program: a back-reference, too many states. */
const without = [/\\1/, /^\[a-z\]\{1,10000\}x$/, /^\^\(\(\(\(a/];

t.test("slow patterns are distinguished from fast ones", (t) => {
  for (const source of exponential) t.equal(slowness(source), "exponential", source);
  for (const source of polynomial) t.equal(slowness(source), "polynomial", source);
  for (const source of linear) t.equal(slowness(source), undefined, source.slice(0, 60));
  for (const source of unbounded) {
    t.equal(slowness(source), "unbounded", source.slice(0, 20));
    t.equal(matcherOf(source).test("b"), undefined, "no engine is asked");
  }
  t.end();
});

t.test("the analysis of a pattern takes bounded time", (t) => {
  for (const source of dense) {
    const { milliseconds } = processorTimeOf(() => slowness(source));
    t.ok(milliseconds < 5000, `${source.slice(0, 20)} took ${milliseconds} ms`);
  }
  t.end();
});

t.test("slow patterns are matched in linear time", (t) => {
  for (const source of [...exponential, ...polynomial].filter(
    (one) => !without.some((sign) => sign.test(one)),
  )) {
    const { milliseconds } = processorTimeOf(() => {
      for (const unit of ["a", "0", " ", "ab", "a@a."])
        t.type(matcherOf(source).test(`${unit.repeat(20_000)}!`), "boolean");
    });
    t.ok(milliseconds < 3000, `${source} took ${milliseconds} ms`);
  }
  t.equal(matcherOf("(a+)\\1b").test("aab"), true);
  t.equal(
    matcherOf("(a+)\\1b").test("a".repeat(100)),
    undefined,
    "a back-reference is not tried on a long text",
  );
  t.equal(matcherOf("\\Aa").test("a"), undefined);
  t.end();
});

function processorTimeOf(run: () => void): { milliseconds: number } {
  const before = process.cpuUsage();
  run();
  return { milliseconds: process.cpuUsage(before).user / 1000 };
}

t.test("patterns with look-arounds have a linear program too", (t) => {
  const matcher = matcherOf("^(?=.*a)(?=.*1)(\\w+)+$");
  t.type(matcher, LinearMatcher);
  const cases = { a1: true, "1a": true, aa: false, "a1!": false, [`${"a1".repeat(5000)}!`]: false };
  for (const [text, want] of Object.entries(cases)) t.equal(matcher.test(text), want, text.slice(0, 20));
  t.end();
});

t.test("a linear program matches the same texts as the engine", (t) => {
  const atom = fc.constantFrom(
    ..."a b [^a] . \\w \\b ^ $ (?=a) (?!b) (?<=a) (?<!b) \u{1f600} \\s".split(" "),
  );
  const quantifier = fc.constantFrom("", "", "*", "+", "?", "{1,3}", "{2}");
  const { source } = fc.letrec<{ source: string; part: string }>((tie) => ({
    source: fc
      .array(
        fc.array(tie("part"), { minLength: 1, maxLength: 4 }).map((parts) => parts.join("")),
        { minLength: 1, maxLength: 2 },
      )
      .map((all) => all.join("|")),
    part: fc.oneof(
      { maxDepth: 2 },
      fc
        .tuple(atom, quantifier)
        .map(([one, times]) =>
          /[\\^$(]/.test(one[0] ?? "") && one !== "\\w" && one !== "\\s" ? one : one + times,
        ),
      fc.tuple(tie("source"), quantifier).map(([inner, times]) => `(${inner})${times}`),
    ),
  }));
  const text = fc.string({
    unit: fc.constantFrom("a", "b", " ", "1", "\n", "\u{1f600}", "\ud83d"),
    maxLength: 7,
  });
  let compared = 0;
  const law = fc.property(source, fc.array(text, { minLength: 10, maxLength: 10 }), (given, texts) => {
    const pattern = readPattern(given);
    const program = "foreign" in pattern ? undefined : linearProgram(pattern);
    if (program === undefined) return true;
    const matcher = new LinearMatcher(program);
    const expression = new RegExp(given, "u");
    compared += texts.length;
    return texts.every((one) => matcher.test(one) === expression.test(one));
  });
  fc.assert(law, { numRuns: process.env["CHECK_LONG"] === "1" ? 20_000 : 200 });
  t.ok(compared > 1000);
  t.end();
});
