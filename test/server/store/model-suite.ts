// Any sequence of writes has the same outcomes and the same final state in a store and in a plain model of
// it.
import assert from "node:assert/strict";
import { fc } from "../../support/laws.ts";
import type { Test } from "tap";
import type { WriteOutcome } from "../../../server/store/writes.ts";
import { accountId, keyed, openFixture, poolPage, senderPage, walk } from "./store-fixture.ts";
import type { OpenStore, StoreFixture } from "./store-fixture.ts";
import { StoreModel } from "./store-model.ts";

const key = fc.option(fc.constantFrom("K1", "K2"), { nil: undefined, freq: 2 });
const which = fc.nat(3);
const ifMatch = fc.option(fc.constantFrom('"1"', '"2"'), { nil: undefined, freq: 2 });
/** Indexes of known senders; 4 and 5 refer to none. */
const senders = fc.array(fc.nat(5), { maxLength: 7 });
const name = fc.constantFrom("", "a", "b");
const tags = fc.option(
  fc.dictionary(fc.constantFrom("x", "y"), fc.constantFrom("1", "2"), { noNullPrototype: true }),
  { nil: undefined },
);

const action = fc.oneof(
  fc.record({ type: fc.constant("create" as const), key, name, senders }),
  fc.record({
    type: fc.constant("update" as const),
    key,
    which,
    name: fc.option(name, { nil: undefined }),
    tags,
    ifMatch,
  }),
  fc.record({ type: fc.constant("delete" as const), key, which, ifMatch }),
  fc.record({ type: fc.constant("add" as const), key, which, senders }),
  fc.record({ type: fc.constant("remove" as const), key, which, sender: fc.nat(5) }),
  fc.record({ type: fc.constant("step" as const) }),
  fc.record({ type: fc.constant("wait" as const), milliseconds: fc.constantFrom(1, 600) }),
);
type Action = typeof action extends fc.Arbitrary<infer Value> ? Value : never;

/** A store and its model, driven by the same writes. */
class Pair {
  readonly #fixture: StoreFixture;
  readonly #model: StoreModel;
  readonly #made: string[] = [];
  readonly #senderIds: readonly string[];

  constructor(fixture: StoreFixture) {
    this.#fixture = fixture;
    this.#model = new StoreModel(fixture.clock.now, fixture.senders);
    const unknown = [fixture.clock.id("sender"), fixture.clock.id("sender")];
    this.#senderIds = [...fixture.senders.map(({ id }) => id), ...unknown];
  }

  async run(action: Action): Promise<void> {
    const { clock } = this.#fixture;
    if (action.type === "wait") {
      clock.now += action.milliseconds;
      this.#model.now = clock.now;
    } else if (action.type === "step") {
      await this.#fixture.step();
      this.#model.step();
    } else {
      const [actual, expected] = await this.#write(action);
      assert.deepEqual(actual, expected, action.type);
    }
  }

  /** Both states in the contract's schemas. */
  async compare(): Promise<void> {
    const { store } = this.#fixture;
    const pools = await walk((query) => poolPage(store.listSenderPools(query)), {}, 2);
    assert.deepEqual(
      pools.map(({ id, name, tags, version, updatedAt }) => ({ id, name, tags, version, updatedAt })),
      this.#model.pools.map(({ id, name, tags, version, updatedAt }) => ({
        id,
        name,
        tags,
        version,
        updatedAt,
      })),
    );
    for (const { id, members } of this.#model.pools) {
      const found = await walk(
        (query) => senderPage(store.listSenderPoolSenders({ ...query, poolId: id })),
        {},
        3,
      );
      assert.deepEqual(
        found.map((sender) => sender.id),
        [...members].sort(),
      );
    }
    const operations = await walk((query) => store.listSenderPoolOperations(query), {}, 3);
    assert.deepEqual(
      operations.map(({ id, status, stats }) => ({ id, status, ...stats })),
      this.#model.operations.map(({ id, status, queue, created, failed }) => {
        const queued = queue.length;
        return { id, status, total: queued + created + failed, queued, created, failed };
      }),
    );
  }

  async #write(action: Exclude<Action, { type: "step" | "wait" }>): Promise<[WriteOutcome, WriteOutcome]> {
    const { store, clock } = this.#fixture;
    const { type, ...body } = action;
    const fingerprint = JSON.stringify([type, body]);
    const idempotency = action.key === undefined ? undefined : keyed(action.key, fingerprint);
    const model = { key: action.key, body: fingerprint };
    const operationId = clock.id("senderPoolOperation");
    const senderIds = "senders" in action ? action.senders.map((index) => this.#senderIds[index]!) : [];
    if (action.type === "create") {
      const poolId = clock.id("senderPool");
      const { name } = action;
      const write = { accountId, poolId, operationId, name, tags: {}, senderIds, idempotency };
      const outcome = await store.createSenderPool(write);
      if (outcome.outcome === "done") this.#made.push(poolId);
      return [outcome, this.#model.create(model, poolId, operationId, name, senderIds)];
    }
    const poolId = this.#made[action.which % Math.max(this.#made.length, 1)] ?? clock.id("senderPool");
    const place = { accountId, poolId, idempotency };
    const at = { ...model, poolId, ifMatch: "ifMatch" in action ? action.ifMatch : undefined };
    const condition = at.ifMatch === undefined ? {} : { ifMatch: [at.ifMatch] };
    switch (action.type) {
      case "update": {
        const { name, tags } = action;
        const outcome = await store.updateSenderPool({ ...place, ...condition, name, tags });
        return [outcome, this.#model.update(at, name, tags)];
      }
      case "delete":
        return [await store.deleteSenderPool({ ...place, ...condition }), this.#model.delete(at)];
      case "add": {
        const outcome = await store.addSenderPoolSenders({ ...place, operationId, senderIds });
        return [outcome, this.#model.add(at, operationId, senderIds)];
      }
      case "remove": {
        const senderId = this.#senderIds[action.sender]!;
        const outcome = await store.removeSenderPoolSender({ ...place, senderId });
        return [outcome, this.#model.remove(at, senderId)];
      }
    }
  }
}

export function modelSuite(t: Test, open: OpenStore): void {
  t.test("any sequence of writes has the same outcomes and final state as in a plain model", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(action, { maxLength: 40, size: "max" }), async (actions) => {
        const fixture = await openFixture(open);
        try {
          const pair = new Pair(fixture);
          for (const action of actions) {
            await pair.run(action);
            await pair.compare();
          }
        } finally {
          await fixture.store.close();
        }
      }),
      { numRuns: process.env["CHECK_LONG"] === "1" ? 1000 : 25 },
    );
  });
}
