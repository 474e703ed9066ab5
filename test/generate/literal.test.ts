// A printed literal evaluates to the value of the document, whatever it is.
import { fc } from "../support/laws.ts";
import t from "tap";
import { emit } from "../../scripts/contract/generate/code.ts";
import {
  expression,
  type Literal,
  printKey,
  printLiteral,
  printPrefixType,
} from "../../scripts/contract/generate/literal.ts";

/** The value to which JavaScript evaluates a literal. */
function meaningOf(literal: string): unknown {
  return (0, eval)(`(${literal})`);
}

t.test("a literal evaluates to the value it was printed for, whatever the value contains", (t) => {
  const text = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom("__proto__", "*/", "`${1}`", "\u2028", "\ud800", "\\"),
  );
  const { value } = fc.letrec<{ value: Literal }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      text,
      fc.double({ noNaN: true }),
      fc.boolean(),
      fc.constant(null),
      fc.array(tie("value")),
      fc.dictionary(text, tie("value"), { noNullPrototype: true }),
    ),
  }));
  fc.assert(
    fc.property(value, fc.nat(100), (given, used) => {
      t.strictSame(meaningOf(printLiteral(given, "", used)), given);
    }),
    { numRuns: 200 },
  );
  t.end();
});

t.test("a property called __proto__ is a property, not a prototype", (t) => {
  const made = meaningOf(printLiteral(JSON.parse('{"__proto__": {"polluted": true}}') as Literal)) as object;
  t.equal(Object.getPrototypeOf(made), Object.prototype);
  t.ok(Object.hasOwn(made, "__proto__"));
  t.end();
});

t.test("keys are quoted where JavaScript requires it", (t) => {
  const cases = [
    { given: "name", want: "name" },
    { given: "class", want: "class" },
    { given: "Idempotency-Key", want: '"Idempotency-Key"' },
    { given: "200", want: '"200"' },
    { given: "", want: '""' },
    { given: "größe", want: '"größe"' },
    { given: "__proto__", want: '["__proto__"]' },
  ];
  for (const { given, want } of cases) t.equal(printKey(given), want, given);
  t.end();
});

t.test("a literal is broken into lines only if its line would be too long", (t) => {
  const long = { first: "a".repeat(60), second: ["b".repeat(60)], none: undefined };
  t.equal(printLiteral({ a: [1, -0, null], b: {} }), "{ a: [1, -0, null], b: {} }");
  t.equal(printLiteral(long), `{\n  first: "${"a".repeat(60)}",\n  second: ["${"b".repeat(60)}"],\n}`);
  t.equal(printLiteral({ a: expression(emit`b.c`) }), "{ a: b.c }");
  t.end();
});

t.test("a prefixed string type contains no placeholder but its own", (t) => {
  const table = [
    { given: "image/", want: "`image/${string}`" },
    { given: "a`${b}\\", want: "`a\\`\\${b}\\\\${string}`" },
    { given: "a\nb", want: "`a\\nb${string}`" },
  ];
  for (const { given, want } of table) t.equal(printPrefixType(given), want);
  t.end();
});
