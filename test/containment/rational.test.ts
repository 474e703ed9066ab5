// Exact arithmetic on the numbers of JSON documents.
import { fc } from "../support/laws.ts";
import t from "tap";
import {
  ceiling,
  commonStep,
  exactNumber,
  floor,
  isMultiple,
  ratio,
  rationalOf,
} from "../../scripts/contract/containment/rational.ts";

t.test("converting a number to a rational and back returns the number", (t) => {
  fc.assert(
    fc.property(
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      (value) => exactNumber(rationalOf(value)) === value + 0,
    ),
    { numRuns: 500, seed: 20_250_104 },
  );
  t.end();
});

t.test("decimals are parsed exactly", (t) => {
  t.ok(isMultiple(rationalOf(0.3), rationalOf(0.1)), "0.3 is three times 0.1");
  t.ok(isMultiple(rationalOf(1e21), rationalOf(1e-7)));
  t.notOk(isMultiple(rationalOf(0.35), rationalOf(0.1)));
  t.same(commonStep(rationalOf(0.4), rationalOf(0.6)), rationalOf(1.2));
  t.equal(exactNumber(ratio(1n, 3n)), undefined, "a third is no double");
  t.equal(exactNumber(ratio(10n ** 400n)), undefined);
  t.end();
});

t.test("rationals are rounded in either direction", (t) => {
  const cases = [
    { given: ratio(7n, 2n), down: 3n, up: 4n },
    { given: ratio(-7n, 2n), down: -4n, up: -3n },
    { given: ratio(4n), down: 4n, up: 4n },
  ];
  for (const { given, down, up } of cases) {
    t.equal(floor(given), down);
    t.equal(ceiling(given), up);
  }
  t.end();
});
