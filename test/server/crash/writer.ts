// A writer that creates, updates and deletes pools, and records the expected final state.
import { idPrefixes, newSenderPoolId } from "../../../server/ids/ids.ts";
import { seededSenders } from "../../../server/seed.ts";
import type { PersistentClient } from "./persistent-client.ts";
import type { Random } from "./random.ts";

/** An acknowledged operation, and its expected result. */
export interface ExpectedOperation {
  readonly id: string;
  readonly total: number;
  readonly unknown: number;
}

/** An acknowledged pool. Its members are complete once its operations have ended. */
export interface ExpectedPool {
  readonly id: string;
  readonly name: string;
  tags: Record<string, string>;
  readonly members: Set<string>;
  readonly operations: ExpectedOperation[];
  isDeleted: boolean;
}

const known = seededSenders.map(({ id }) => id);
/** A well-formed id of a sender that does not exist. */
const unknownSender = idPrefixes.sender + newSenderPoolId().slice(idPrefixes.senderPool.length);

interface OperationAccepted {
  readonly operationId: string;
}
interface Operation {
  readonly status: string;
}
interface PoolList {
  readonly senderPools: readonly { readonly id: string }[];
}

/** The client that a writer uses. */
export type WritersClient = Pick<PersistentClient, "get" | "write">;

/** Runs writes sequentially; each is retried until it is acknowledged. */
export class Writer {
  readonly pools: ExpectedPool[] = [];
  readonly #name: string;
  readonly #client: WritersClient;
  readonly #random: Random;
  #writes = 0;

  constructor(name: string, client: WritersClient, random: Random) {
    this.#name = name;
    this.#client = client;
    this.#random = random;
  }

  /** Number of acknowledged writes. */
  get writes(): number {
    return this.#writes;
  }

  /** Runs a random part of a pool's life cycle. */
  async turn(): Promise<void> {
    const pool = await this.#create();
    await this.#update(pool);
    if (this.#random.chance(0.5)) await this.#add(pool);
    if (this.#random.chance(0.3)) await this.#remove(pool);
    if (this.#random.chance(0.3)) await this.#delete(this.#random.pick(this.pools));
  }

  async #create(): Promise<ExpectedPool> {
    const name = `${this.#name}/${this.pools.length}`;
    const senders = this.#senders();
    const body = { name, senders: senders.map((senderId) => ({ senderId })) };
    const { operationId } = await this.#write<OperationAccepted>("POST", "/SenderPools", body);
    const { body: list } = await this.#client.get<PoolList>(`/SenderPools?operationId=${operationId}`);
    if (list.senderPools.length !== 1)
      throw new Error(`${operationId} worked on ${list.senderPools.length} pools`);
    const id = list.senderPools[0]!.id;
    const pool = { id, name, tags: {}, members: new Set<string>(), operations: [], isDeleted: false };
    this.pools.push(pool);
    this.#expect(pool, operationId, senders);
    return pool;
  }

  async #update(pool: ExpectedPool): Promise<void> {
    const tags = { writes: String(this.#writes) };
    await this.#write("PATCH", `/SenderPools/${pool.id}`, { tags });
    pool.tags = tags;
  }

  async #add(pool: ExpectedPool): Promise<void> {
    const senders = this.#senders();
    const body = senders.map((senderId) => ({ senderId }));
    const { operationId } = await this.#write<OperationAccepted>(
      "POST",
      `/SenderPools/${pool.id}/Senders`,
      body,
    );
    this.#expect(pool, operationId, senders);
  }

  /** Only members can be removed, and senders become members as operations advance. */
  async #remove(pool: ExpectedPool): Promise<void> {
    for (const { id } of pool.operations) {
      for (let status = ""; status !== "COMPLETED";) {
        ({ status } = (await this.#client.get<Operation>(`/SenderPools/Operations/${id}`)).body);
      }
    }
    const [member] = pool.members;
    if (member === undefined) return;
    await this.#write("DELETE", `/SenderPools/${pool.id}/Senders/${member}`);
    pool.members.delete(member);
  }

  async #delete(pool: ExpectedPool): Promise<void> {
    if (pool.isDeleted) return;
    await this.#write("DELETE", `/SenderPools/${pool.id}`);
    pool.isDeleted = true;
  }

  async #write<Body>(method: string, path: string, body?: unknown): Promise<Body> {
    const key = `${this.#name}-${this.#writes}`;
    const response = await this.#client.write<Body>(method, path, key, body);
    if (response.status !== 202) throw new Error(`${method} ${path}: ${JSON.stringify(response)}`);
    this.#writes++;
    return response.body;
  }

  /** Returns 1 to 7 sender ids, some of them repeated, some unknown. */
  #senders(): string[] {
    return Array.from({ length: 1 + this.#random.below(7) }, () =>
      this.#random.pick([...known, unknownSender]),
    );
  }

  #expect(pool: ExpectedPool, operationId: string, senders: readonly string[]): void {
    const unknown = senders.filter((id) => id === unknownSender).length;
    pool.operations.push({ id: operationId, total: senders.length, unknown });
    for (const id of senders) if (id !== unknownSender) pool.members.add(id);
  }
}
