// Named snapshots of states: immutable, and limited in number and size.
import t from "tap";
import { Snapshots } from "../../../scripts/contract/runtime/control/snapshots.ts";

t.test("a snapshot is immutable and belongs to one tenant", async (t) => {
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
  "a snapshot beyond the limit of number or size is rejected; overwriting a name adds none",
  async (t) => {
    const snapshots = new Snapshots({ most: 2, mostText: 20 });
    snapshots.keep("a", "one", "12345678");
    snapshots.keep("a", "two", "");
    snapshots.keep("a", "one", "123456789012345");
    t.throws(() => snapshots.keep("a", "three", ""), /At most 2 snapshots/);
    t.throws(() => snapshots.keep("a", "two", "1234567"), /20 characters/);
    t.equal(snapshots.get("a", "two"), "");
    snapshots.keep("b", "one", "12345678");
  },
);
