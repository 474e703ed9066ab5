// One budget serves a whole comparison: what a search spends is missing to the next.
import t from "tap";
import { Budget } from "../../scripts/contract/containment/budget.ts";
import { search } from "../../scripts/contract/containment/search.ts";

t.test("what is spent is missing to the next search, which says so", (t) => {
  const budget = new Budget(100, 30);
  const side = { root: {}, schema: { type: "string" }, view: "none", closed: false } as const;
  t.equal(budget.next, 30, "no search may take more than is left");
  t.equal(search({ accepts: [side], refuses: [], budget }).kind, "found");
  t.equal(search({ accepts: [side], refuses: [], budget }).kind, "found", "something is left");
  t.ok(budget.isSpent);
  t.match(search({ accepts: [side], refuses: [], budget }), {
    kind: "undecided",
    reason: /spent its budget/,
  });
  t.end();
});
