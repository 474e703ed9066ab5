// Distribution of the budget of a comparison among its operations.
import t from "tap";
import { Budget, shareOut } from "../../scripts/contract/containment/budget.ts";

t.test("a costly operation does not starve those after it, and finally gets what they leave", (t) => {
  const costs = [700, 1, 1, 1];
  const budget = new Budget(1000, 1000);
  const given: number[][] = costs.map(() => []);
  const decided = shareOut(budget, [...costs.keys()], (item) => {
    given[item]!.push(budget.next);
    const paid = Math.min(costs[item]!, budget.next);
    budget.spend(paid);
    if (paid < costs[item]!) budget.noteShort();
    return paid === costs[item];
  });
  t.same(decided, [true, true, true, true]);
  t.equal(given[0]![0], 200, "its share at first, of what is not kept for later");
  t.equal(given[0]!.length, 2, "and another try");
  t.end();
});

t.test("work that exceeds the whole budget is stopped", (t) => {
  const budget = new Budget(100, 100);
  let calls = 0;
  shareOut(budget, [0, 1], () => {
    calls += 1;
    budget.spend(budget.next);
    budget.noteShort();
  });
  t.ok(calls <= 4);
  t.ok(budget.left < 50, "most of it was used");
  t.end();
});

t.test("if equal shares are too small for any operation, some operations get enough", (t) => {
  const budget = new Budget(100_000, 300_000);
  const items = Array.from({ length: 3000 }, (_, at) => at);
  const decided = shareOut(budget, items, () => {
    const isEnough = budget.next >= 900;
    budget.spend(Math.min(budget.next, 900));
    if (!isEnough) budget.noteShort();
    return isEnough;
  });
  t.equal(decided.length, items.length, "all are said something about");
  t.ok(decided.filter((one) => one).length > 50);
  t.ok(budget.left >= -1000, "and the budget is kept");
  t.end();
});
