// The work that the compared servers do behind their HTTP: pools in a map, as short as it can be written.

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

/** What a compared server keeps. */
export function createPools() {
  const byId = new Map<string, Pool>();
  const all: Pool[] = [];
  let count = 0;
  return {
    create({ name = "", tags = {} }: NewPool) {
      const id = `pool_${(++count).toString(36).padStart(26, "0")}`;
      const createdAt = new Date().toISOString();
      const pool = { id, name, tags, createdAt, updatedAt: createdAt };
      byId.set(id, pool);
      all.push(pool);
      const operationId = id.replace("pool", "operation");
      return { operationId, operationLocation: `http://127.0.0.1/v1/SenderPools/Operations/${operationId}` };
    },
    fetch: (id: string) => byId.get(id),
    list: (length: number) => ({
      senderPools: all.slice(0, length),
      pagination: { next: "next", self: "self" },
    }),
  };
}
