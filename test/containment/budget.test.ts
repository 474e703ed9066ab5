// One budget for a whole comparison: what one search spends is not available to the next.
import t from "tap";
import { Budget } from "../../scripts/contract/containment/budget.ts";
import { search } from "../../scripts/contract/containment/search.ts";

t.test("budget spent by one search is missing in the next, which reports it", (t) => {
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

t.test("overlapping branches are compared within the budget", (t) => {
  const branches = Array.from({ length: 5000 }, (_, at) => ({ type: "object", required: [`p${at}`] }));
  const budget = new Budget(50_000, 50_000);
  const side = { root: {}, schema: { oneOf: branches }, view: "none", closed: false } as const;
  const object = { ...side, schema: { type: "object" } };
  t.match(search({ accepts: [object], refuses: [side], budget }), {
    kind: "undecided",
    reason: /spent its budget/,
  });
  t.end();
});

t.test("the cost of an object that differs in one property does not depend on its other properties", (t) => {
  const names = Array.from({ length: 50 }, (_, at) => `p${at}`);
  const beside = names.map((name, at) => [name, { type: "string", pattern: `^a{1,${at + 9}}$` }] as const);
  const objects = (maxLength: number) => ({
    type: "object",
    properties: { name: { type: "string", maxLength }, ...Object.fromEntries(beside) },
    required: ["name", ...names],
  });
  const budget = new Budget();
  const before = budget.left;
  const [sent, read] = [7, 8].map(
    (at) => ({ root: {}, schema: objects(at), view: "none", closed: false }) as const,
  );
  t.equal(search({ accepts: [sent!], refuses: [read!], budget }).kind, "none");
  t.ok(before - budget.left < 100, `${before - budget.left} steps`);
  t.end();
});
