// Three servers on one PostgreSQL; under load, one is killed and one is cut off from the database.
import { setTimeout as delay } from "node:timers/promises";
import t from "tap";
import { startPostgres } from "../../support/postgres.ts";
import { startTcpProxy } from "../../support/tcp-proxy.ts";
import { type Reply, PersistentClient } from "./persistent-client.ts";
import { crashSeed, Random } from "./random.ts";
import { bundleServer, ServerProcess } from "./server-process.ts";
import { differences, walk } from "./verify.ts";
import { Writer, type WritersClient } from "./writer.ts";

const rounds = process.env["CHECK_LONG"] === "1" ? 20 : 2;
t.setTimeout(60_000 + rounds * 30_000);

interface Pool {
  readonly id: string;
  readonly name: string;
}

/** Ids in the body of a 202. */
interface Ids {
  readonly operationId?: string;
  readonly resourceId?: string;
}

const [program, postgres] = await Promise.all([bundleServer(t), startPostgres(t)]);
const proxy = await startTcpProxy(t, postgres.port);
const url = await postgres.createDatabase();
const proxied = new URL(url);
proxied.port = String(proxy.port);

const flags = (database: string): string[] => [
  ...["--database-url", database, "--batch-size", "2", "--lease-seconds", "1", "--no-validate-responses"],
];
const mortal = new ServerProcess(program, flags(url));
const cutOff = new ServerProcess(program, flags(proxied.href));
const steady = new ServerProcess(program, flags(url));
const servers = [mortal, cutOff, steady];
for (const server of servers) t.teardown(() => server.kill());
await Promise.all(servers.map((server) => server.start()));

/**
 * Lists the pools repeatedly, each page from another server, until told to stop; returns the errors of all
 * lists.
 */
async function walkOnAndOn(expected: ReadonlySet<string>, isOver: () => boolean): Promise<string[]> {
  const clients = servers.map((_, index) => new PersistentClient(servers, index));
  let calls = 0;
  const client = {
    get: <Body>(path: string): Promise<Reply<Body>> => clients[calls++ % clients.length]!.get<Body>(path),
  };
  const wrong: string[] = [];
  do {
    const ids = (await walk<Pool>(client, "/SenderPools", 10)).map(({ id }) => id);
    const seen = new Set(ids);
    if (seen.size !== ids.length) wrong.push("a walk repeats a pool");
    wrong.push(...[...expected].filter((id) => !seen.has(id)).map((id) => `a walk misses ${id}`));
  } while (!isOver());
  return wrong;
}

/** Sends every write to all servers at once with the same key; all responses must name the same resource. */
function everywhere(): WritersClient {
  const clients = servers.map((server) => new PersistentClient([server]));
  const any = new PersistentClient(servers);
  return {
    get: (path) => any.get(path),
    write: async <Body>(method: string, path: string, key: string, body?: unknown) => {
      const responses = await Promise.all(
        clients.map((client) => client.write<Body & Ids>(method, path, key, body)),
      );
      const told = new Set(
        responses.map(({ status, body }) => `${status} ${body.operationId ?? body.resourceId}`),
      );
      if (told.size > 1) throw new Error(`${method} ${path} with one key: ${[...told].join(", ")}`);
      return responses[0]!;
    },
  };
}

t.test(
  "no acknowledged write is lost or done twice, and lists paged over all servers are complete and without duplicates",
  async (t) => {
    t.comment(`CRASH_SEED=${crashSeed}`);
    const random = new Random(crashSeed);
    const newWriter = (name: string, place: number): Writer =>
      new Writer(name, new PersistentClient(servers, place), new Random(crashSeed + 1 + place));
    const settled = newWriter("settled", 100);
    while (settled.pools.length < 30) await settled.turn();
    const before = new Set(settled.pools.flatMap(({ id, isDeleted }) => (isDeleted ? [] : [id])));
    const writers = Array.from({ length: 9 }, (_, place) => newWriter(`writer-${place}`, place));
    writers.push(new Writer("everywhere", everywhere(), new Random(crashSeed + 200)));
    let isOver = false;
    const writing = writers.map(async (writer) => {
      while (!isOver) await writer.turn();
    });
    const walking = walkOnAndOn(before, () => isOver);
    for (let round = 0; round < rounds; round++) {
      await delay(random.below(400));
      await mortal.kill();
      await delay(random.below(400));
      proxy.block();
      await delay(500 + random.below(1000));
      proxy.cut();
      proxy.unblock();
      await mortal.start();
    }
    isOver = true;
    await Promise.all(writing);
    t.same(await walking, []);
    const pools = [settled, ...writers].flatMap((writer) => writer.pools);
    for (const server of servers) t.same(await differences(new PersistentClient([server]), pools), []);
    for (const server of servers) t.same(server.failures, []);
    t.ok(
      writers.every((writer) => writer.writes > 0),
      "every writer wrote",
    );
  },
);

t.test("an idempotency key sent to three servers at once creates one pool", async (t) => {
  const keys = Array.from({ length: 20 }, (_, index) => `key-${index}`);
  const create = async (key: string, server: ServerProcess) => {
    const client = new PersistentClient([server]);
    const response = await client.write<{ operationId: string }>("POST", "/SenderPools", key, { name: key });
    return { status: response.status, operationId: response.body.operationId };
  };
  await Promise.all(
    keys.map(async (key) => {
      const [first, ...others] = await Promise.all(servers.map((server) => create(key, server)));
      t.equal(first?.status, 202);
      for (const other of others) t.same(other, first, key);
    }),
  );
  const names = (await walk<Pool>(new PersistentClient([steady]), "/SenderPools")).map(({ name }) => name);
  t.same(names.filter((name) => keys.includes(name)).sort(), [...keys].sort());
});
