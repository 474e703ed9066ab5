// Numbers that doubles cannot distinguish: the search on pairs of schemas agrees with integers of any size.
import { fc } from "../support/laws.ts";
import t from "tap";
import { accepts } from "../../scripts/contract/containment/confirm.ts";
import { compare, rationalOf } from "../../scripts/contract/containment/rational.ts";
import { search } from "../../scripts/contract/containment/search.ts";
import type { Json } from "../../scripts/contract/document/document.ts";
import { readNumeric } from "../../scripts/contract/document/exact-number.ts";
import { jsonText } from "../../scripts/contract/document/json-text.ts";
import { written } from "./support/sides.ts";

const runs = Number(process.env["SCHEMA_LAW_RUNS"] ?? 60);

/** Integers near each other and near the limits where doubles start to round. */
const integers = fc
  .tuple(
    fc.constantFrom(
      2n ** 53n,
      -(2n ** 53n),
      2n ** 63n,
      -(2n ** 63n),
      2n ** 64n,
      10n ** 400n,
      175928847299117063n,
    ),
    fc.bigInt({ min: -3n, max: 3n }),
  )
  .map(([edge, distance]) => edge + distance);

const exact = (value: bigint, exponent = 0): Json => readNumeric(`${value}e${exponent}`) as Json;

/** Whether `sent` is contained in `received`; every witness must be a valid one. */
function isContained(sent: Json, received: Json): boolean {
  const [from, to] = [written(sent), written(received)];
  const result = search({ accepts: [from], rejects: [to] });
  if (result.kind === "undecided") throw new Error(`undecided: ${result.reason}`);
  if (result.kind === "none") return true;
  const { instance } = result;
  if (!accepts(from, instance).valid || accepts(to, instance).valid) {
    throw new Error(`${jsonText(instance)} is no witness`);
  }
  return false;
}

/** Tests `law` on random pairs of large integers. */
function holds(name: string, law: (a: bigint, b: bigint) => readonly [boolean, boolean]): void {
  t.test(name, (t) => {
    fc.assert(
      fc.property(integers, integers, (a, b) => {
        const [got, wanted] = law(a, b);
        return got === wanted;
      }),
      { numRuns: runs },
    );
    t.end();
  });
}

holds("minimum", (a, b) => [
  isContained({ minimum: exact(a) }, { minimum: exact(b), type: "number" }),
  false,
]);

holds("limits of numbers", (a, b) => [
  isContained({ type: "number", minimum: exact(a) }, { minimum: exact(b) }),
  a >= b,
]);

holds("limits of integers, one open and one closed", (a, b) => [
  isContained({ type: "integer", maximum: exact(a) }, { exclusiveMaximum: exact(b) }),
  a < b,
]);

holds("an interval without its ends", (a, b) => [
  isContained({ type: "integer", exclusiveMinimum: exact(a), exclusiveMaximum: exact(b) }, { not: {} }),
  b - a <= 1n,
]);

holds("const", (a, b) => [isContained({ const: exact(a) }, { const: exact(b) }), a === b]);

holds("const inside objects and lists", (a, b) => [
  isContained({ const: { n: [exact(a)] } }, { properties: { n: { items: { enum: [exact(b), "n"] } } } }),
  a === b,
]);

holds("enum against a limit", (a, b) => [
  isContained({ enum: [exact(a), exact(b)] }, { type: "integer", maximum: exact(a) }),
  b <= a,
]);

holds("uniqueItems", (a, b) => [
  isContained({ const: [exact(a), exact(b)] }, { uniqueItems: true }),
  a !== b,
]);

holds("multipleOf", (a, b) => {
  const [step, other] = [a < 0n ? -a : a, b < 0n ? -b : b];
  return [
    isContained({ type: "integer", multipleOf: exact(step) }, { multipleOf: exact(other) }),
    step % other === 0n,
  ];
});

holds("limits with 30 decimals", (a, b) => [
  isContained({ type: "number", maximum: exact(a, -30) }, { maximum: exact(b, -30) }),
  a <= b,
]);

holds("int64", (a) => [
  isContained({ const: exact(a) }, { format: "int64" }),
  a >= -(2n ** 63n) && a < 2n ** 63n,
]);

t.test("a number written as text equals the number", (t) => {
  fc.assert(
    fc.property(integers, fc.integer({ min: -50, max: 50 }), (value, exponent) => {
      const power = 10n ** BigInt(Math.abs(exponent));
      const rational = rationalOf(readNumeric(`${value}e${exponent}`)!);
      const wanted = exponent < 0 ? { top: value, bottom: power } : { top: value * power, bottom: 1n };
      return compare(rational, wanted) === 0;
    }),
    { numRuns: 5 * runs },
  );
  t.end();
});

t.test("an object is not a number, whatever represents numbers internally", (t) => {
  const big = exact(2n ** 53n + 1n);
  t.notOk(isContained({ const: big }, { type: "object" }));
  t.ok(
    isContained({ const: big }, { required: ["n"], minProperties: 3, maxProperties: 0 }),
    "says nothing of numbers",
  );
  t.end();
});
