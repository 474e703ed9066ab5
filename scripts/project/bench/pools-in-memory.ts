// The work of the compared servers behind HTTP: pools and operations in maps, as short as possible.
import { idPrefixes } from "../../../server/ids/ids.ts";

interface Pool {
  readonly id: string;
  readonly name: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly createdAt: string;
  readonly updatedAt: string;
}

interface NewPool {
  readonly name?: string;
  readonly tags?: Readonly<Record<string, string>>;
}

/** As long as the tokens of the reference server, so that pages have the same length. */
const pagination = { next: "n".repeat(86), self: "s".repeat(34) };

/** Creates the state of a compared server. */
export function createPools() {
  const byId = new Map<string, Pool>();
  const all: Pool[] = [];
  const operations = new Map<string, object>();
  let count = 0;
  return {
    create({ name = "", tags = {} }: NewPool) {
      const number = (++count).toString(36).padStart(26, "0");
      const id = idPrefixes.senderPool + number;
      const operationId = idPrefixes.senderPoolOperation + number;
      const createdAt = new Date().toISOString();
      const pool = { id, name, tags, createdAt, updatedAt: createdAt };
      byId.set(id, pool);
      all.push(pool);
      const stats = { total: 0, queued: 0, created: 0, failed: 0 };
      operations.set(operationId, {
        id: operationId,
        status: "COMPLETED",
        stats,
        createdAt,
        updatedAt: createdAt,
      });
      return {
        operationId,
        operationLocation: `http://127.0.0.1:40000/v1/SenderPools/Operations/${operationId}`,
      };
    },
    fetch: (id: string) => byId.get(id),
    list: (length: number) => ({ senderPools: all.slice(0, length), pagination }),
  };
}
