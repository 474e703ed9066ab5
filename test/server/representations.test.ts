import t from "tap";
import { createRepresentations } from "../../server/handlers/representations.ts";
import { presentSender, presentSenderPool } from "../../server/handlers/present.ts";
import { dataSetPool, dataSetSender } from "../../server/control/data-set.ts";

t.test("a representation is the JSON of the item as responses show it", (t) => {
  for (const check of [true, false]) {
    const { senderPool, sender, mark } = createRepresentations(check);
    t.equal(senderPool(dataSetPool(3)), JSON.stringify(presentSenderPool(dataSetPool(3))));
    t.equal(sender(dataSetSender(3)), JSON.stringify(presentSender(dataSetSender(3))));
    t.ok(Number.isInteger(mark) && mark > 0 && mark < 2 ** 31);
  }
  t.end();
});

t.test("with response validation, a representation that violates the contract is rejected", (t) => {
  const pool = { ...dataSetPool(1), name: "n".repeat(10_000) };
  t.throws(() => createRepresentations(true).senderPool(pool), {
    name: "ResponseBreaksDocument",
    message: /#\/components\/schemas\/SenderPool is broken: \/name must NOT have more than/,
  });
  t.doesNotThrow(() => createRepresentations(false).senderPool(pool));
  t.end();
});
