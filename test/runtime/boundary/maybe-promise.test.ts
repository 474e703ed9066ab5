// Continuations of a value or a promise of one.
import t from "tap";
import { andThen } from "../../../scripts/contract/runtime/boundary/maybe-promise.ts";

t.test("a value is processed synchronously, a promise later", async (t) => {
  t.equal(
    andThen(1, (value) => value + 1),
    2,
  );
  const later = andThen(Promise.resolve(1), (value) => value + 1);
  t.type(later, Promise);
  t.equal(await later, 2);
});

t.test(
  "a rejected promise stays rejected, and an error in the continuation reaches the awaiting caller",
  async (t) => {
    const fail = (): never => {
      throw new RangeError("no");
    };
    await t.rejects(async () => andThen(Promise.reject(new TypeError("lost")), fail), TypeError);
    await t.rejects(async () => andThen(Promise.resolve(1), fail), RangeError);
    t.throws(() => andThen(1, fail), RangeError);
  },
);
