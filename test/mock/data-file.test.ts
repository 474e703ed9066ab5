// The data file: acknowledged writes are in it, and responses reveal only what it has, also after failed
// commits and killed processes.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import t, { type Test } from "tap";
import { DataFile } from "../../scripts/contract/mock/data-file.ts";
import type { MockedContract } from "../../scripts/contract/mock/mock.ts";
import { prepareMock } from "../../scripts/contract/mock/prepare-mock.ts";
import type { StateFile } from "../../scripts/contract/mock/mock-data.ts";
import { MockState } from "../../scripts/contract/mock/mock-state.ts";

const shop = "test/fixtures/mock/shop.json";
const isLong = process.env["CHECK_LONG"] !== undefined;

t.setTimeout(isLong ? 3_000_000 : 60_000);

/** Returns a function that calls the operations of a document on a state. */
function responding(state: MockState, mocked: MockedContract) {
  return (operationId: string, method: string, body?: unknown): ReturnType<MockState["answer"]> =>
    state.answer(
      mocked,
      mocked.contract.operations[operationId]!,
      {
        path: {},
        query: {},
        headers: {},
        cookies: {},
        callers: {},
        body,
        error: undefined,
        tenant: "tenant-1",
      },
      {
        root: "",
        sent: {
          method,
          head: { target: "/orders", headers: {}, lines: () => ({}), certificate: () => ({}) },
          bytes: () => Promise.resolve(new Uint8Array()),
        },
      },
    );
}

t.test("a write whose commit fails is not visible, and the next write is stored", async (t) => {
  const { contracts } = await prepareMock(shop);
  const [mocked] = contracts;
  if (mocked === undefined) throw new Error("no document");
  const path = join(t.testdir(), "mock.db");
  const file = DataFile.open(path);
  let isFull = false;
  const failing: StateFile = {
    read: () => file.read(),
    compact: (snapshot) => file.compact(snapshot),
    close: () => file.close(),
    flush: () => file.flush(),
    append: async (entry) => {
      await new Promise(setImmediate);
      if (isFull) throw new Error("database or disk is full");
      await file.append(entry);
    },
  };
  const state = new MockState(contracts, { file: failing });
  t.teardown(() => state.close());
  const answer = responding(state, mocked);
  const quantities = async (): Promise<unknown> => {
    const given = await answer("listOrders", "GET");
    return (given?.body as { data: { quantity: number }[] }).data.map(({ quantity }) => quantity);
  };
  await answer("createOrder", "POST", { quantity: 1 });
  isFull = true;
  const failures = [2, 3].map((quantity) => answer("createOrder", "POST", { quantity }));
  const seen = quantities();
  for (const failure of failures) await t.rejects(Promise.resolve(failure), /nothing was changed/);
  t.same(await seen, [1]);
  isFull = false;
  await answer("createOrder", "POST", { quantity: 4 });
  t.same(await quantities(), [1, 4]);
  t.equal(file.read().writes.length, 2);
});

t.test("a long log is compacted while the mock runs, without loss", async (t) => {
  const { contracts } = await prepareMock(shop);
  const [mocked] = contracts;
  if (mocked === undefined) throw new Error("no document");
  const path = join(t.testdir(), "mock.db");
  const state = new MockState(contracts, { file: DataFile.open(path) });
  const answer = responding(state, mocked);
  for (let count = 0; count < 5_200; count += 100)
    await Promise.all(
      Array.from({ length: 100 }, async (_, at) => {
        await answer("createOrder", "POST", { quantity: ((count + at) % 9) + 1 });
      }),
    );
  const orders = state.exported("tenant-1")["/orders"] as unknown[];
  t.equal(orders.length, 5_200);
  state.close();
  const file = DataFile.open(path);
  t.ok(file.read().writes.length < 1_000, "the log is shorter than all that was written");
  const again = new MockState(contracts, { file });
  t.teardown(() => again.close());
  t.same(again.exported("tenant-1")["/orders"], orders);
});

const program = `
  import { startMock } from "sender-pools-contract/mock";
  const [document, data] = process.argv.slice(1);
  console.log((await startMock(document, { data })).url);
`;

async function started(t: Test, data: string): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(process.execPath, ["--input-type=module", "-e", program, shop, data], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  t.teardown(() => child.kill("SIGKILL"));
  const [url] = (await once(createInterface(child.stdout), "line")) as [string];
  return { child, url };
}

t.test("a mock that is killed at any time has every acknowledged write after its restart", async (t) => {
  const data = join(t.testdir(), "mock.db");
  const acknowledged = new Set<string>();
  const changed = new Map<string, number>();
  let before = 0;
  const check = async (url: string, locations: readonly string[]): Promise<void> => {
    for (const location of locations) {
      const found = await fetch(url + location);
      const { data: order } = (await found.json()) as { data: { quantity: number } };
      if (found.status !== 200 || (changed.get(location) ?? order.quantity) !== order.quantity)
        t.fail(location);
    }
  };
  for (let round = 0; round < (isLong ? 50 : 2); round++) {
    const { child, url } = await started(t, data);
    await check(url, [...acknowledged].slice(before));
    before = acknowledged.size;
    let isOver = false;
    const headers = { "Content-Type": "application/json" };
    const worker = async (): Promise<void> => {
      for (let quantity = 1; !isOver; quantity++) {
        const body = JSON.stringify({ quantity });
        const created = await fetch(`${url}/orders`, { method: "POST", headers, body });
        const location = new URL(created.headers.get("Location") ?? "").pathname.replace("/v3", "");
        acknowledged.add(location);
        if (quantity % 3 !== 0) continue;
        const merge = { "Content-Type": "application/merge-patch+json" };
        const patch = JSON.stringify({ quantity: quantity + 1000 });
        const patched = await fetch(url + location, { method: "PATCH", headers: merge, body: patch });
        if (patched.status === 200) changed.set(location, quantity + 1000);
      }
    };
    const workers = [1, 2, 3, 4].map(() => worker().catch(() => undefined));
    const enough = acknowledged.size + 5 + ((round * 37) % 100);
    while (acknowledged.size < enough) await new Promise(setImmediate);
    const exited = once(child, "exit");
    child.kill("SIGKILL");
    isOver = true;
    await Promise.all([...workers, exited]);
  }
  const { url } = await started(t, data);
  await check(url, [...acknowledged]);
  const all = (await (await fetch(`${url}/orders`)).json()) as { meta: { total: number } };
  // Unacknowledged writes may be stored, too: at most one for each worker and round.
  t.ok(all.meta.total >= acknowledged.size);
});
