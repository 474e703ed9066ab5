// Runs a batch of writes as one transaction: lock and read, decide, change, commit. Takes two round trips, or
// one if there is nothing to read.
import { createHash } from "node:crypto";
import { decideWrite } from "../decide-write.ts";
import type { Found, KeptKey } from "../decide-write.ts";
import type { WriteOutcome } from "../writes.ts";
import { findResponses, lockKeys, lockMembers, lockPoolsTo } from "./lock-statements.ts";
import { storedPool } from "./rows.ts";
import type { PoolRow } from "./rows.ts";
import type { Transaction } from "./transaction.ts";
import { WriteChanges } from "./write-changes.ts";
import type { ChangeOptions } from "./write-changes.ts";
import { poolName } from "./write-request.ts";
import type { WriteRequest } from "./write-request.ts";

/** Runs independent writes; outcomes are in their order, returned after the commit. */
export async function runWrites(
  transaction: Transaction,
  requests: readonly WriteRequest[],
  options: ChangeOptions,
): Promise<WriteOutcome[]> {
  const begun = transaction.begin();
  const [found] = await Promise.all([findAll(transaction, requests, options.clock.now()), begun]);
  const outcomes = requests.map((request, index) => decideWrite(request, found[index]!));
  const changes = new WriteChanges(options);
  for (const [index, request] of requests.entries()) {
    if (outcomes[index]!.outcome === "done") changes.make(request, found[index]!.pool);
  }
  await Promise.all([
    ...changes.statements().map(([statement, values]) => transaction.query(statement, values)),
    transaction.commit(),
  ]);
  return outcomes;
}

/**
 * Pipelines all locks, which are held until the transaction ends. Their order prevents deadlocks: keys, which
 * are not waited for, then pools, then members.
 */
async function findAll(
  transaction: Transaction,
  requests: readonly WriteRequest[],
  now: number,
): Promise<Found[]> {
  const [keys, pools, members] = await Promise.all([
    findKeys(transaction, requests, now),
    findPools(transaction, requests),
    findMembers(transaction, requests),
  ]);
  return requests.map(({ account, write }, index) => ({
    key: keys.get(index),
    pool: pools.get(poolName(account, write.poolId)),
    isMember: members.has(index),
  }));
}

/** Returns the states of idempotency keys by the write's index in the batch. */
async function findKeys(
  transaction: Transaction,
  requests: readonly WriteRequest[],
  now: number,
): Promise<Map<number, KeptKey>> {
  const keys = requests.flatMap(({ account, write }, place) => {
    if (write.idempotency === undefined) return [];
    const { scope, key } = write.idempotency;
    return [{ place, account_key: account, scope, key, lock: keyLock(account, scope, key) }];
  });
  const states = new Map<number, KeptKey>();
  if (keys.length === 0) return states;
  const keyList = JSON.stringify(keys);
  const [locks, responses] = await Promise.all([
    transaction.query<{ place: number; is_held: boolean }>(lockKeys, [keyList]),
    transaction.query<{ place: number; body_fingerprint: string; answer: string }>(findResponses, [
      keyList,
      now,
    ]),
  ]);
  for (const { place, is_held } of locks) if (!is_held) states.set(place, "held");
  for (const { place, body_fingerprint, answer } of responses) {
    states.set(place, { bodyFingerprint: body_fingerprint, answer });
  }
  return states;
}

async function findPools(
  transaction: Transaction,
  requests: readonly WriteRequest[],
): Promise<Map<string, ReturnType<typeof storedPool>>> {
  const named = requests.filter(({ kind }) => kind !== "create");
  if (named.length === 0) return new Map();
  const kinds = new Set(named.map(({ kind }) => kind));
  const lock = lockPoolsTo[kinds.has("delete") ? "delete" : kinds.has("update") ? "update" : "share"];
  const poolKeys = named.map(({ account, write }) => ({ account_key: account, id: write.poolId }));
  const rows = await transaction.query<PoolRow & { account_key: number }>(lock, [JSON.stringify(poolKeys)]);
  return new Map(rows.map((row) => [poolName(row.account_key, row.id), storedPool(row)]));
}

/** Returns the indexes of those removals whose sender is in the pool. */
async function findMembers(
  transaction: Transaction,
  requests: readonly WriteRequest[],
): Promise<Set<number>> {
  const removals = requests.flatMap((request, place) => {
    if (request.kind !== "remove") return [];
    const { poolId, senderId } = request.write;
    return [{ place, account_key: request.account, pool_id: poolId, sender_id: senderId }];
  });
  if (removals.length === 0) return new Set();
  const rows = await transaction.query<{ place: number }>(lockMembers, [JSON.stringify(removals)]);
  return new Set(rows.map(({ place }) => place));
}

/**
 * Hashes a key to the 64 bits of a PostgreSQL advisory lock. On a collision, the second write is treated as
 * in progress, no more.
 */
function keyLock(account: number, scope: string, key: string): string {
  const name = JSON.stringify([account, scope, key]);
  return createHash("sha256").update(name).digest().readBigInt64BE().toString();
}
