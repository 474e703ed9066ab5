// What runs too long is ended.
import t from "tap";
import { withinTime } from "../../scripts/contract/document/within-time.ts";

t.test("a result is given, an error thrown, and what takes longer ended", (t) => {
  t.same(
    withinTime(() => [1], 1000),
    { value: [1] },
  );
  t.throws(() => withinTime(() => JSON.parse("{") as unknown, 1000), SyntaxError);
  const swallowing = (): boolean => {
    try {
      return /^(a+)+$/.test(`${"a".repeat(60)}!`);
    } catch {
      return false;
    }
  };
  t.equal(withinTime(swallowing, 50), undefined, "no catch keeps it going");
  t.end();
});
