// Checks a server's data against its writers' records: every acknowledged write exists exactly once, and
// every operation has completed.
import { setTimeout as delay } from "node:timers/promises";
import type { Reply, PersistentClient } from "./persistent-client.ts";
import type { ExpectedOperation, ExpectedPool } from "./writer.ts";

interface Pool {
  readonly id: string;
  readonly name: string;
  readonly tags: Readonly<Record<string, string>>;
}
interface Operation {
  readonly id: string;
  readonly status: string;
  readonly stats: {
    readonly total: number;
    readonly queued: number;
    readonly created: number;
    readonly failed: number;
  };
}
interface List<Item> {
  readonly senderPools?: readonly Item[];
  readonly senders?: readonly Item[];
  readonly operations?: readonly Item[];
  readonly pagination: { readonly next: string | null };
}

/** Returns all items of a list, page by page. */
export async function walk<Item>(
  client: Pick<PersistentClient, "get">,
  path: string,
  pageSize = 1000,
): Promise<Item[]> {
  const found: Item[] = [];
  let next: string | null = "";
  while (next !== null) {
    const token: string = next === "" ? "" : `&pageToken=${next}`;
    const { body }: Reply<List<Item>> = await client.get(`${path}?pageSize=${pageSize}${token}`);
    found.push(...(body.senderPools ?? body.senders ?? body.operations ?? []));
    next = body.pagination.next;
  }
  return found;
}

/** Returns the errors as lines; empty if there are none. */
export async function differences(
  client: PersistentClient,
  expected: readonly ExpectedPool[],
): Promise<string[]> {
  await allEnded(client);
  const pools = await walk<Pool>(client, "/SenderPools");
  const operations = await walk<Operation>(client, "/SenderPools/Operations");
  const alive = expected.filter(({ isDeleted }) => !isDeleted);
  const wrong = [
    ...repeated(
      "pool",
      pools.map(({ id }) => id),
    ),
    ...repeated(
      "pool name",
      pools.map(({ name }) => name),
    ),
    ...repeated(
      "operation",
      operations.map(({ id }) => id),
    ),
    ...sameSet(
      "pool",
      alive.map(({ id }) => id),
      pools.map(({ id }) => id),
    ),
    ...sameSet(
      "operation",
      expected.flatMap((pool) => pool.operations.map(({ id }) => id)),
      operations.map(({ id }) => id),
    ),
  ];
  const poolById = new Map(pools.map((pool) => [pool.id, pool]));
  const operationById = new Map(operations.map((operation) => [operation.id, operation]));
  for (const pool of expected) {
    for (const operation of pool.operations) {
      wrong.push(...operationDifferences(operation, operationById.get(operation.id), pool.isDeleted));
    }
    const found = poolById.get(pool.id);
    if (found === undefined) continue;
    if (found.name !== pool.name) wrong.push(`${pool.id} is named ${found.name}, not ${pool.name}`);
    if (JSON.stringify(found.tags) !== JSON.stringify(pool.tags)) {
      wrong.push(`${pool.name} has the tags ${JSON.stringify(found.tags)}, not ${JSON.stringify(pool.tags)}`);
    }
    const members = (await walk<{ id: string }>(client, `/SenderPools/${pool.id}/Senders`)).map(
      ({ id }) => id,
    );
    wrong.push(...repeated(`member of ${pool.name}`, members));
    wrong.push(...sameSet(`member of ${pool.name}`, [...pool.members], members));
  }
  return wrong;
}

/** Waits until no operation is PROCESSING: each must end, whichever worker died. */
async function allEnded(client: PersistentClient): Promise<void> {
  const deadline = Date.now() + 30_000;
  for (;;) {
    const { body } = await client.get<List<Operation>>(
      "/SenderPools/Operations?status=PROCESSING&pageSize=1",
    );
    if (body.operations?.length === 0) return;
    if (Date.now() > deadline) throw new Error(`still running: ${JSON.stringify(body.operations)}`);
    await delay(50);
  }
}

function operationDifferences(
  { id, total, unknown }: ExpectedOperation,
  found: Operation | undefined,
  isDeleted: boolean,
): string[] {
  if (found === undefined) return [];
  const { status, stats } = found;
  const addsUp = stats.total === total && stats.queued === 0 && stats.created + stats.failed === total;
  const isComplete = status === "COMPLETED" && stats.failed === unknown;
  const isCanceled = isDeleted && status === "CANCELED" && stats.failed >= 1;
  return addsUp && (isComplete || isCanceled)
    ? []
    : [`operation ${id} is ${status} with ${JSON.stringify(stats)}`];
}

function repeated(what: string, found: readonly string[]): string[] {
  const seen = new Set<string>();
  return found
    .filter((item) => seen.size === seen.add(item).size)
    .map((item) => `${what} ${item} is there twice`);
}

function sameSet(what: string, expected: readonly string[], found: readonly string[]): string[] {
  const [want, have] = [new Set(expected), new Set(found)];
  return [
    ...expected.filter((item) => !have.has(item)).map((item) => `${what} ${item} is lost`),
    ...found
      .filter((item) => !want.has(item))
      .map((item) => `${what} ${item} was never acknowledged, or deleted`),
  ];
}
