// Limits the running time of functions.
import t from "tap";
import { withinTime } from "../../scripts/contract/document/within-time.ts";

t.test(
  "withinTime returns the result or throws the error of a function, and aborts one that takes longer",
  (t) => {
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
  },
);
