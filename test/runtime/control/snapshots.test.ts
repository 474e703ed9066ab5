// States that are kept under names: nobody changes them, and there are not too many.
import t from "tap";
import { Snapshots } from "../../../scripts/contract/runtime/control/snapshots.ts";

t.test("what is kept changes with nothing, and is the tenant's own", async (t) => {
  const snapshots = new Snapshots();
  const data = { pools: [1] };
  snapshots.keep("a", "one", data);
  data.pools.push(2);
  t.same(snapshots.get("a", "one"), { pools: [1] });
  t.equal(snapshots.get("b", "one"), undefined);
  t.same(
    [snapshots.remove("b", "one"), snapshots.remove("a", "one"), snapshots.names("a")],
    [false, true, []],
  );
});

t.test(
  "one too many is refused, and so is too much; a name that is taken anew is not one more",
  async (t) => {
    const snapshots = new Snapshots({ most: 2, mostText: 20 });
    snapshots.keep("a", "one", "12345678");
    snapshots.keep("a", "two", "");
    snapshots.keep("a", "one", "123456789012345");
    t.throws(() => snapshots.keep("a", "three", ""), /may be 2 snapshots/);
    t.throws(() => snapshots.keep("a", "two", "1234567"), /20 characters/);
    t.equal(snapshots.get("a", "two"), "");
    snapshots.keep("b", "one", "12345678");
  },
);
