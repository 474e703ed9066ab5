// The representations that a store returns equal, byte for byte, those made from each item.
import type { Test } from "tap";
import type { Representations, StoredSender, StoredSenderPool } from "../../../server/store/items.ts";
import { accountId, openFixture, type OpenStore } from "./store-fixture.ts";

/** Contains characters that JSON escapes, that separate items, and that are special in a database. */
const names = ['"quoted", and \\', "new\nline", "\u2028 \u007f", "Größe 🧪", "a,b},{c", "' || NULL"];

/** A representation that differs from the store's own objects, with its own mark. */
export const numbered = (mark: number): Representations => ({
  mark,
  senderPool: ({ id, name, tags, version }) => JSON.stringify({ mark, id, name, tags, version }),
  sender: ({ id, displayName, updatedAt }) => JSON.stringify({ mark, id, displayName, updatedAt }),
});

export function representationsSuite(t: Test, open: OpenStore): void {
  t.test("pages and single items equal the representations of their items", async (t) => {
    const shown = numbered(7);
    const { store, clock, senders, create, step } = await openFixture(open, shown);
    const pools: StoredSenderPool[] = [];
    const senderIds = senders.map(({ id }) => id);
    const operationIds: string[] = [];
    for (const name of names) {
      clock.now += 1000;
      const tags = { [name]: name, plain: "" };
      const made = await create({ name, tags, senderIds });
      operationIds.push(made.operationId);
      const times = { createdAt: clock.now, updatedAt: clock.now };
      pools.push({ id: made.poolId, name, tags, ...times, version: 1 });
    }
    while ((await store.listSenderPoolOperations(all({ status: "PROCESSING" }))).items.length > 0)
      await step();
    const poolTexts = (wanted: readonly StoredSenderPool[]) => wanted.map(shown.senderPool).join(",");
    const senderTexts = (wanted: readonly StoredSender[]) => wanted.map(shown.sender).join(",");

    t.strictSame(await store.listSenderPools(all()), {
      text: poolTexts(pools),
      last: pools.at(-1)?.id,
      more: false,
    });
    t.strictSame(await store.listSenderPools({ ...all(), limit: 2 }), {
      text: poolTexts(pools.slice(0, 2)),
      last: pools[1]?.id,
      more: true,
    });
    t.strictSame(await store.listSenderPools({ ...all(), limit: pools.length }), {
      text: poolTexts(pools),
      last: pools.at(-1)?.id,
      more: false,
    });
    t.strictSame(await store.listSenderPools(all({ operationId: operationIds[1] })), {
      text: poolTexts(pools.slice(1, 2)),
      last: pools[1]?.id,
      more: false,
    });
    t.match(await store.listSenders(all()), { text: senderTexts(senders), last: senderIds.at(-1) });
    const [{ id: poolId } = { id: "" }] = pools;
    t.match(await store.listSenderPoolSenders({ ...all({ channel: "SMS" } as const), poolId, limit: 1 }), {
      text: senderTexts(senders.slice(0, 1)),
      more: true,
    });
    for (const pool of pools) {
      const one = await store.fetchSenderPool({ accountId, poolId: pool.id });
      t.strictSame(one, { text: shown.senderPool(pool), version: 1 });
    }
    const [sender] = senders;
    t.strictSame(await store.fetchSender({ accountId, senderId: sender!.id }), {
      text: shown.sender(sender!),
    });

    clock.now += 1000;
    await store.updateSenderPool({ accountId, poolId, name: "renamed" });
    const renamed = { ...pools[0]!, name: "renamed", updatedAt: clock.now, version: 2 };
    t.strictSame(await store.fetchSenderPool({ accountId, poolId }), {
      text: shown.senderPool(renamed),
      version: 2,
    });
    t.match(await store.listSenderPools(all()), { text: poolTexts([renamed, ...pools.slice(1)]) });
    await store.close();
  });
}

/** Returns a whole list. */
const all = <Filter extends object>(filter?: Filter): ListAll<Filter> => ({
  accountId,
  filter: filter ?? ({} as Filter),
  after: null,
  limit: 100,
});

interface ListAll<Filter> {
  readonly accountId: string;
  readonly filter: Filter;
  readonly after: null;
  readonly limit: number;
}
