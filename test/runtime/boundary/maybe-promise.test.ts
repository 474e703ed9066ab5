// Going on with what is there, or with what will be.
import t from "tap";
import { andThen } from "../../../scripts/contract/runtime/boundary/maybe-promise.ts";

t.test("what is there is gone on with at once, what will be later", async (t) => {
  t.equal(
    andThen(1, (value) => value + 1),
    2,
  );
  const later = andThen(Promise.resolve(1), (value) => value + 1);
  t.type(later, Promise);
  t.equal(await later, 2);
});

t.test(
  "a promise that is rejected stays it, and what goes wrong afterwards is thrown where one waits",
  async (t) => {
    const fail = (): never => {
      throw new RangeError("no");
    };
    await t.rejects(async () => andThen(Promise.reject(new TypeError("lost")), fail), TypeError);
    await t.rejects(async () => andThen(Promise.resolve(1), fail), RangeError);
    t.throws(() => andThen(1, fail), RangeError);
  },
);
