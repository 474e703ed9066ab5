// A store with a clock that the test controls, and known senders.
import { idPrefixes } from "../../../server/ids/ids.ts";
import type { MaybePromise } from "../../../generated/boundary.ts";
import { TypeIdSource } from "../../../server/ids/type-id.ts";
import type {
  RepresentedPage,
  RepresentedPool,
  RepresentedSender,
  Representations,
  StoredPage,
  StoredSender,
  StoredSenderPool,
} from "../../../server/store/items.ts";
import type { ListQuery, Store, StoreOptions } from "../../../server/store/store.ts";
import type { CreateSenderPool, IdempotentWrite } from "../../../server/store/writes.ts";

/** Opens an empty store; the suite closes it. */
export type OpenStore = (options: StoreOptions) => Store | Promise<Store>;

export const accountId = "AC1";
export const batchSize = 3;
export const idempotencyKeptFor = 1000;
export const startOfTime = Date.UTC(2024, 0, 15);

/** Represents items as stored, so that a test sees all of their properties. */
export const wholeRepresentations: Representations = {
  mark: 1,
  senderPool: (pool) => JSON.stringify(pool),
  sender: (sender) => JSON.stringify(sender),
};

/** Returns the pools of a page made with `wholeRepresentations`. */
export async function poolPage(page: MaybePromise<RepresentedPage>): Promise<StoredPage<StoredSenderPool>> {
  const { text, more } = await page;
  return { items: JSON.parse(`[${text}]`) as StoredSenderPool[], more };
}

/** Returns the senders of a page made with `wholeRepresentations`; undefined for no page. */
export async function senderPage(
  page: MaybePromise<RepresentedPage | undefined>,
): Promise<StoredPage<StoredSender> | undefined> {
  const given = await page;
  return given && { items: JSON.parse(`[${given.text}]`) as StoredSender[], more: given.more };
}

/** Returns the pool represented by `wholeRepresentations`. */
export async function poolIn(
  shown: MaybePromise<RepresentedPool | undefined>,
): Promise<StoredSenderPool | undefined> {
  const given = await shown;
  return given && (JSON.parse(given.text) as StoredSenderPool);
}

/** Returns the sender represented by `wholeRepresentations`. */
export async function senderIn(
  shown: MaybePromise<RepresentedSender | undefined>,
): Promise<StoredSender | undefined> {
  const given = await shown;
  return given && (JSON.parse(given.text) as StoredSender);
}

/** A clock that moves only when told to, and ids of its time. */
export class TestClock {
  now = startOfTime;
  readonly #ids = new TypeIdSource(() => this.now);

  id(kind: keyof typeof idPrefixes): string {
    return this.#ids.next(idPrefixes[kind]);
  }
}

/**
 * The senders of every account: two of each of two channels, one of them deactivated, created a second apart.
 */
export function someSenders(): StoredSender[] {
  const ids = new TestClock();
  const kinds = [
    { channel: "SMS", status: "ACTIVATED" },
    { channel: "EMAIL", status: "ACTIVATED" },
    { channel: "SMS", status: "DEACTIVATED" },
    { channel: "EMAIL", status: "ACTIVATED" },
  ] as const;
  return kinds.map((kind, index) => {
    ids.now = startOfTime - 10_000 + index * 1000;
    const id = ids.id("sender");
    const displayName = index === 0 ? null : `Sender ${index}`;
    return {
      id,
      displayName,
      address: `+1500555000${index}`,
      ...kind,
      tags: {},
      createdAt: ids.now,
      updatedAt: ids.now,
    };
  });
}

/** The objects that a test uses. */
export interface StoreFixture {
  readonly store: Store;
  readonly clock: TestClock;
  readonly senders: readonly StoredSender[];
  /** Creates a pool and returns its ids; fails if that is not done. */
  readonly create: (write?: Partial<CreateSenderPool>) => Promise<{ poolId: string; operationId: string }>;
  /** Processes one batch of every running operation. */
  readonly step: () => Promise<void>;
}

/** Opens a store with its own clock. */
export async function openFixture(
  open: OpenStore,
  representations: Representations = wholeRepresentations,
): Promise<StoreFixture> {
  const clock = new TestClock();
  const senders = someSenders();
  const seed = () => ({ senders, pools: [] });
  const store = await open({
    seed,
    batchSize,
    idempotencyKeptFor,
    representations,
    now: () => clock.now,
  });
  return {
    store,
    clock,
    senders,
    async create(write = {}) {
      const ids = { poolId: clock.id("senderPool"), operationId: clock.id("senderPoolOperation") };
      const outcome = await store.createSenderPool({
        accountId,
        name: "",
        tags: {},
        senderIds: [],
        ...ids,
        ...write,
      });
      if (outcome.outcome !== "done") throw new Error(`not created: ${outcome.outcome}`);
      return { ...ids, ...write };
    },
    async step() {
      const lease = { holder: "test", leaseFor: 1 };
      const claimed = await store.claimSenderPoolOperations({ ...lease, idleFor: 0, limit: 1000 });
      for (const key of claimed)
        await store.advanceSenderPoolOperation({ ...key, holder: "test", leaseFor: 0 });
    },
  };
}

/** Returns all items of a list, page by page. */
export async function walk<Filter, Item extends { readonly id: string }>(
  list: (query: ListQuery<Filter>) => MaybePromise<StoredPage<Item> | undefined>,
  filter: Filter,
  limit: number,
  betweenPages: () => Promise<void> = () => Promise.resolve(),
): Promise<Item[]> {
  const found: Item[] = [];
  let after: string | null = null;
  for (let more = true; more;) {
    const page = await list({ accountId, filter, after, limit });
    if (page === undefined) throw new Error("there is no such list");
    if (page.items.length > limit) throw new Error("a page is longer than asked for");
    found.push(...page.items);
    after = page.items.at(-1)?.id ?? null;
    more = page.more;
    await betweenPages();
  }
  return found;
}

/** Returns an idempotent write with this key and body. */
export function keyed(key: string, body = "body", answer = `answer to ${key}`): IdempotentWrite {
  return { scope: "operation /path", key, bodyFingerprint: body, response: answer };
}
