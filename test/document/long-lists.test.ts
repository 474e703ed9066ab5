// Lists that are longer than the maximum number of call arguments.
import t from "tap";
import { addAll, greatest } from "../../scripts/contract/document/long-lists.ts";

const count = 1_000_000;
const long = Array.from({ length: count }, (_, index) => index);

t.test("addAll appends any number of items to a list", async (t) => {
  const list = [-1];
  addAll(list, long);
  t.equal(list.length, count + 1);
  t.equal(list.at(-1), count - 1);
});

t.test("greatest returns the greatest number, or the given minimum", async (t) => {
  t.equal(greatest(long, 0), count - 1);
  t.equal(greatest([], 3), 3);
  t.equal(greatest([1, 2], 3), 3);
});
