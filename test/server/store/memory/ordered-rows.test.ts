// Rows in memory stay ordered under inserts and deletes.
import assert from "node:assert/strict";
import { fc } from "../../../support/laws.ts";
import t from "tap";
import { OrderedRows } from "../../../../server/store/memory/ordered-rows.ts";
import { processorTime } from "../../../support/processor-time.ts";

const everything = { after: "", before: "~" };
const id = fc.integer({ min: 0, max: 300 }).map((number) => String(number).padStart(3, "0"));
const change = fc.record({ type: fc.constantFrom("set", "set", "delete"), id, value: fc.nat() });

t.test("ordered rows behave as a sorted map", (t) => {
  fc.assert(
    fc.property(
      fc.array(change, { maxLength: 400, size: "max" }),
      id,
      id,
      fc.nat(9),
      (changes, after, before, limit) => {
        const rows = new OrderedRows<{ id: string; value: number }>();
        const model = new Map<string, { id: string; value: number }>();
        for (const { type, id, value } of changes) {
          if (type === "set") rows.set({ id, value });
          else assert.equal(rows.delete(id), model.has(id));
          if (type === "set") model.set(id, { id, value });
          else model.delete(id);
          assert.deepEqual(rows.get(id), model.get(id));
        }
        const sorted = [...model.values()].sort((left, right) => (left.id < right.id ? -1 : 1));
        assert.deepEqual(rows.page({ range: everything, limit: 1000 }), { items: sorted, more: false });
        const wanted = sorted.filter(({ id, value }) => id > after && id < before && value % 2 === 0);
        const matches = ({ value }: { value: number }) => value % 2 === 0;
        assert.deepEqual(rows.page({ range: { after, before }, limit, matches }), {
          items: wanted.slice(0, limit),
          more: wanted.length > limit,
        });
      },
    ),
  );
  t.end();
});

t.test("deleting most ordered rows does not slow down lists of the rest", (t) => {
  const rows = new OrderedRows<{ id: string }>();
  const ids = Array.from({ length: 100_000 }, (_, index) => String(index).padStart(6, "0"));
  for (const id of ids) rows.set({ id });
  for (const id of ids.slice(0, -1)) rows.delete(id);
  const from = processorTime();
  for (let count = 0; count < 1000; count++) rows.page({ range: everything, limit: 1 });
  t.ok(processorTime() - from < 500, "a list does not walk over what is gone");
  t.end();
});
