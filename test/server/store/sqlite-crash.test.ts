// kill -9 during writes: no acknowledged write is lost or done twice, and every operation ends.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { fc } from "../../support/laws.ts";
import t from "tap";
import { newSenderPoolId, newSenderPoolOperationId } from "../../../server/ids/ids.ts";
import { OperationsWorker } from "../../../server/operations-worker.ts";
import { openSqliteStore } from "../../../server/store/sqlite/open-sqlite-store.ts";
import type { Store } from "../../../server/store/store.ts";
import { accountId, crashOptions, type Acknowledged } from "./crash-protocol.ts";
import { poolIn, walk } from "./store-fixture.ts";

const rounds = process.env["CHECK_LONG"] === "1" ? 100 : 3;
const seed = Number(process.env["CRASH_SEED"] ?? Date.now() % 1_000_000);
const program = fileURLToPath(new URL("crash-writer.ts", import.meta.url));

/** Starts the writer, and kills it some milliseconds after its first acknowledged write. */
async function crash(path: string, milliseconds: number): Promise<Acknowledged[]> {
  const child = spawn(process.execPath, ["--import=tsx", program, path], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const closed = once(child, "close");
  const lines: Acknowledged[] = [];
  const reader = createInterface({ input: child.stdout });
  reader.on("line", (line) => lines.push(JSON.parse(line) as Acknowledged));
  await Promise.race([once(reader, "line"), closed]);
  await sleep(milliseconds);
  child.kill("SIGKILL");
  await closed;
  return lines;
}

/** Waits until a worker has ended all operations. */
async function allEnded(store: Store): Promise<void> {
  const worker = new OperationsWorker({
    store,
    pace: "immediate",
    leaseFor: 30_000,
    onError: (error) => t.fail(String(error)),
  });
  const running = { accountId, filter: { status: "PROCESSING" }, after: null, limit: 1 } as const;
  while ((await store.listSenderPoolOperations(running)).items.length > 0) await sleep(5);
  await worker.stop();
}

t.test(
  `no acknowledged write to an SQLite store is lost in ${rounds} crashes`,
  { timeout: rounds * 20_000 },
  async (t) => {
    t.comment(`CRASH_SEED=${seed}`);
    const path = join(t.testdir(), "crash.db");
    const moments = fc.sample(fc.integer({ min: 0, max: 400 }), { seed, numRuns: rounds });
    for (const [round, moment] of moments.entries()) {
      const lines = await crash(path, moment);
      const store = openSqliteStore(path, crashOptions);
      const trouble: string[] = [];
      const gone = new Map<string, string>();
      for (const line of lines)
        if (line.type === "deleting" || line.type === "deleted") gone.set(line.poolId, line.type);
      for (const line of lines) {
        const pool = await poolIn(store.fetchSenderPool({ accountId, poolId: line.poolId }));
        const fate = gone.get(line.poolId);
        if (fate === "deleted" ? pool !== undefined : pool === undefined && fate === undefined) {
          trouble.push(`${line.poolId} is ${pool === undefined ? "lost" : "back"}`);
        }
        if (line.type === "updated" && pool !== undefined && pool.tags["turn"] !== line.turn)
          trouble.push("a lost update");
        if (line.type === "created" && !(await isKept(store, line))) trouble.push(`${line.key} is forgotten`);
      }
      await allEnded(store);
      for (const { id, status, stats } of await walk(
        (query) => store.listSenderPoolOperations(query),
        {},
        1000,
      )) {
        const { total, queued, created, failed } = stats;
        const right = status === "COMPLETED" ? created === total && failed === 0 : status === "CANCELED";
        if (!right || queued !== 0 || total !== 5 || total !== created + failed) {
          trouble.push(`${id} is ${status} with ${JSON.stringify(stats)}`);
        }
      }
      await store.close();
      t.strictSame(trouble, [], `round ${round}: ${lines.length} lines, killed after ${moment} ms`);
      t.ok(lines.length > 0, "something was written");
    }
  },
);

/** True if the operation exists, and a retry of the create gets its response. */
async function isKept(store: Store, line: Extract<Acknowledged, { type: "created" }>): Promise<boolean> {
  const { poolId, operationId, name, key } = line;
  const again = await store.createSenderPool({
    ...{ accountId, name, tags: {}, senderIds: [] },
    poolId: newSenderPoolId(),
    operationId: newSenderPoolOperationId(),
    idempotency: { scope: "create", key, bodyFingerprint: name, response: "" },
  });
  const operation = await store.fetchSenderPoolOperation({ accountId, operationId });
  return operation !== undefined && again.outcome === "replayed" && again.response === poolId;
}
