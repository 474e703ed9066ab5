// Lists longer than a call takes arguments.
import t from "tap";
import { addAll, greatest } from "../../scripts/contract/document/long-lists.ts";

const count = 1_000_000;
const long = Array.from({ length: count }, (_, index) => index);

t.test("items are put at the end of a list, however many", async (t) => {
  const list = [-1];
  addAll(list, long);
  t.equal(list.length, count + 1);
  t.equal(list.at(-1), count - 1);
});

t.test("the greatest number is found, or the least that it may be", async (t) => {
  t.equal(greatest(long, 0), count - 1);
  t.equal(greatest([], 3), 3);
  t.equal(greatest([1, 2], 3), 3);
});
