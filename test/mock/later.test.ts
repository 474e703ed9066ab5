// Values of events that come later: like promises, but their callbacks run at once.
import t from "tap";
import { Later } from "../../scripts/contract/mock/later.ts";

t.test("callbacks of a Later run synchronously when it is resolved", (t) => {
  const later = new Later<number>();
  const seen: unknown[] = [];
  const chained = later.then((value) => value + 1).then((value) => value * 2);
  chained.then((value) => seen.push(value));
  later.then((value) => seen.push(value));
  t.same(seen, []);
  later.resolve(1);
  t.same(seen, [4, 1]);
  later.then((value) => seen.push(value));
  t.same(seen, [4, 1, 1]);
  t.end();
});

t.test("a Later is settled only once", async (t) => {
  const kept = new Later<number>();
  kept.resolve(1);
  kept.reject(new Error("late"));
  kept.resolve(2);
  t.equal(await kept, 1);
  const failed = new Later<number>();
  failed.reject(new Error("first"));
  failed.resolve(1);
  await t.rejects(Promise.resolve(failed), { message: "first" });
});

t.test("errors pass what does not handle them, thrown ones too", async (t) => {
  const later = new Later<number>();
  const thrown = later.then(() => {
    throw new Error("thrown");
  });
  const passed = thrown.then(() => "not called").then(undefined, (error: unknown) => String(error));
  later.resolve(1);
  t.equal(await passed, "Error: thrown");
  t.equal(await thrown.then(undefined, () => "handled").then((value) => `${value}, then`), "handled, then");
  const again = thrown.then(undefined, () => {
    throw new Error("again");
  });
  await t.rejects(Promise.resolve(again), { message: "again" });
});

t.test("a promise that a callback returns is followed", async (t) => {
  const later = new Later<number>();
  const fulfilled = later.then(async (value) => Promise.resolve(value + 1));
  const rejected = later.then(async () => Promise.reject(new Error("no")));
  const inner = new Later<string>();
  const nested = later.then(() => inner);
  later.resolve(1);
  inner.resolve("inner");
  t.equal(await fulfilled, 2);
  t.equal(await nested, "inner");
  await t.rejects(Promise.resolve(rejected), { message: "no" });
});
