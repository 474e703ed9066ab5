// One budget for a whole comparison: what one search spends is not available to the next.
import t from "tap";
import { Budget } from "../../scripts/contract/containment/budget.ts";
import { search } from "../../scripts/contract/containment/search.ts";
import type { JsonObject } from "../../scripts/contract/document/document.ts";

t.test("budget spent by one search is missing in the next, which reports it", (t) => {
  const budget = new Budget(100, 30);
  const side = { root: {}, schema: { type: "string" }, view: "none", closed: false } as const;
  t.equal(budget.next, 30, "no search may take more than is left");
  t.equal(search({ accepts: [side], rejects: [], budget }).kind, "found");
  t.equal(search({ accepts: [side], rejects: [], budget }).kind, "found", "something is left");
  t.ok(budget.isSpent);
  t.match(search({ accepts: [side], rejects: [], budget }), {
    kind: "undecided",
    reason: /^the budget of the comparison was spent/,
  });
  t.end();
});

t.test("overlapping branches are compared within the budget", (t) => {
  const branches = Array.from({ length: 5000 }, (_, at) => ({ type: "object", required: [`p${at}`] }));
  const budget = new Budget(50_000, 50_000);
  const side = { root: {}, schema: { oneOf: branches }, view: "none", closed: false } as const;
  const object = { ...side, schema: { type: "object" } };
  t.match(search({ accepts: [object], rejects: [side], budget }), {
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
  t.equal(search({ accepts: [sent!], rejects: [read!], budget }).kind, "none");
  t.ok(before - budget.left < 100, `${before - budget.left} steps`);
  t.end();
});

/** Blocks of a text editor: each holds most of the others, some of them by a union within the union. */
function blocks(count: number, added: JsonObject): JsonObject {
  const refer = (at: number) => ({ $ref: `#/components/schemas/Block${at}` });
  const all = Array.from({ length: count }, (_, at) => at);
  const nested = { $ref: "#/components/schemas/Nested" };
  const plain = all.slice(5);
  const block = (at: number) => ({
    type: "object",
    required: ["type", "nodes"],
    properties: {
      type: { enum: [`block-${at}`] },
      nodes: {
        type: "array",
        items: { oneOf: [nested, ...plain.filter((other) => (at + other) % 3 > 0).map(refer)] },
      },
      data: {
        type: "object",
        properties: { [`of${at}`]: { type: "string" }, ...(at === 0 ? added : {}) },
      },
    },
  });
  const schemas = {
    ...Object.fromEntries(all.map((at) => [`Block${at}`, block(at)])),
    Nested: { oneOf: all.slice(0, 5).map(refer) },
    Any: { oneOf: [nested, ...plain.map(refer)] },
  };
  return { components: { schemas } };
}

t.test("unions within unions that refer to each other take steps in proportion", (t) => {
  const side = { schema: { $ref: "#/components/schemas/Any" }, view: "none" } as const;
  const budget = new Budget(20_000, 20_000);
  const sent = { ...side, root: blocks(12, { added: { type: "string" } }), closed: true };
  const read = { ...side, root: blocks(12, {}), closed: false };
  t.equal(search({ accepts: [sent], rejects: [read], budget }).kind, "none");
  const narrow = { ...side, root: blocks(12, { added: { type: "integer" } }), closed: false };
  t.match(search({ accepts: [sent], rejects: [narrow], budget: new Budget(20_000, 20_000) }), {
    kind: "found",
  });
  t.end();
});
