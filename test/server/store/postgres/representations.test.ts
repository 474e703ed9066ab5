// Programs with different representations can share a database: each shows its own, whichever wrote a row.
import t from "tap";
import { startPostgres } from "../../../support/postgres.ts";
import { numbered } from "../representations-suite.ts";
import { accountId, newPool, openStore, storeOptions } from "./store-pair.ts";

const postgres = await startPostgres(t);
const everything = { accountId, filter: {}, after: null, limit: 100 };

t.test("representations with another mark are regenerated at start and while reading", async (t) => {
  const database = await postgres.createDatabase();
  const old = await openStore(t, database, { representations: numbered(1) });
  const before = newPool({ name: "before" });
  await old.createSenderPool(before);
  const young = await openStore(t, database, { representations: numbered(2) });
  const after = newPool({ name: "after" });
  await old.createSenderPool(after);

  for (const [store, mark] of [
    [old, 1],
    [young, 2],
  ] as const) {
    const { senderPool, sender } = numbered(mark);
    const shown = [before, after].map(({ poolId: id, name }) =>
      senderPool({ id, name, tags: {}, createdAt: 0, updatedAt: 0, version: 1 }),
    );
    t.match(await store.listSenderPools(everything), {
      text: shown.join(","),
      last: after.poolId,
      more: false,
    });
    t.match(await store.listSenderPools({ ...everything, limit: 1 }), {
      text: shown[0],
      last: before.poolId,
      more: true,
    });
    for (const [index, { poolId }] of [before, after].entries())
      t.strictSame(await store.fetchSenderPool({ accountId, poolId }), { text: shown[index], version: 1 });
    const { senders } = storeOptions.seed(accountId);
    t.match(await store.listSenders(everything), { text: senders.map(sender).join(",") });
    t.strictSame(await store.fetchSender({ accountId, senderId: senders[0]!.id }), {
      text: sender(senders[0]!),
    });
    t.match(await store.listSenderPoolSenders({ ...everything, poolId: after.poolId }), {
      text: "",
      last: null,
    });
    t.equal(await store.listSenderPoolSenders({ ...everything, poolId: "none" }), undefined);
  }
});
