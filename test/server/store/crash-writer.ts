// A process that writes to a store as fast as it can and reports acknowledged writes, until it is killed.
import { writeSync } from "node:fs";
import { newSenderPoolId, newSenderPoolOperationId } from "../../../server/ids/ids.ts";
import { OperationsWorker } from "../../../server/operations-worker.ts";
import { seededSenders } from "../../../server/seed.ts";
import { openSqliteStore } from "../../../server/store/sqlite/open-sqlite-store.ts";
import { accountId, crashOptions, type Acknowledged } from "./crash-protocol.ts";

const store = openSqliteStore(process.argv[2]!, crashOptions);
new OperationsWorker({ store, pace: "immediate", leaseFor: 30_000, onError: console.error });

/** A pipe accepts a line completely or not at all: lines that the parent reads were acknowledged before. */
function acknowledge(line: Acknowledged): void {
  writeSync(1, `${JSON.stringify(line)}\n`);
}

async function write(writer: number): Promise<void> {
  for (let turn = 0; ; turn++) {
    const poolId = newSenderPoolId();
    const operationId = newSenderPoolOperationId();
    const name = `${writer}/${turn}`;
    const senderIds = [0, 1, 2, 3, 4].map(
      (place) => seededSenders[(turn + place) % seededSenders.length]!.id,
    );
    const key = `${process.pid}/${name}`;
    const idempotency = { scope: "create", key, bodyFingerprint: name, response: poolId };
    await store.createSenderPool({ accountId, poolId, operationId, name, tags: {}, senderIds, idempotency });
    acknowledge({ type: "created", poolId, operationId, name, key });
    await store.updateSenderPool({ accountId, poolId, tags: { turn: String(turn) } });
    acknowledge({ type: "updated", poolId, turn: String(turn) });
    if (turn % 3 !== 0) continue;
    acknowledge({ type: "deleting", poolId });
    await store.deleteSenderPool({ accountId, poolId });
    acknowledge({ type: "deleted", poolId });
  }
}

await Promise.all(Array.from({ length: 16 }, (_, writer) => write(writer)));
