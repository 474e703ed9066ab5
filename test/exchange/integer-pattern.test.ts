import { fc } from "../support/laws.ts";
import t from "tap";
import { integerPattern } from "../../scripts/contract/exchange/integer-pattern.ts";

t.test("the pattern of an interval matches its integers and nothing else", (t) => {
  const bound = fc.option(fc.bigInt({ min: -2000n, max: 2000n }), { nil: undefined });
  fc.assert(
    fc.property(bound, bound, fc.bigInt({ min: -30_000n, max: 30_000n }), (least, greatest, value) => {
      const inside = (least === undefined || value >= least) && (greatest === undefined || value <= greatest);
      return new RegExp(integerPattern(least, greatest)).test(value.toString()) === inside;
    }),
    { numRuns: 2000 },
  );
  t.end();
});

t.test("only the decimal text of an integer matches", (t) => {
  const pattern = new RegExp(integerPattern(undefined, undefined));
  for (const text of ["0", "-1", "10", "123456789012345678901234567890"]) t.match(text, pattern, text);
  for (const text of ["", "-", "-0", "00", "01", "+1", "1.0", "1e3", " 1", "0x1"])
    t.notMatch(text, pattern, text);
  t.end();
});
