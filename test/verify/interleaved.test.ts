// Lists in turn, and the end of a run that looks for what it does not find.
import t from "tap";
import { interleaved } from "../../scripts/contract/verify/plan/interleaved.ts";

t.test("lists take turns", (t) => {
  t.same([...interleaved([[1, 4, 6], [2], [3, 5]])], [1, 2, 3, 4, 5, 6]);
  t.end();
});

t.test("lists that find nothing are not asked any more once the run is over", (t) => {
  let asked = 0;
  const empty = {
    *[Symbol.iterator](): Generator<never> {
      asked += 1;
    },
  };
  const lists = Array.from({ length: 10 }, () => empty);
  t.same([...interleaved(lists, () => asked === 3)], []);
  t.equal(asked, 3);
  t.end();
});
