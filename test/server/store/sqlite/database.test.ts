// The data file: exclusively locked, readable by its owner only, and rejected with a one-line error if it is
// not one of this program.
import { execFile } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import Database from "libsql";
import t from "tap";
import { SqliteDatabase, unavailable } from "../../../../server/store/sqlite/database.ts";
import { openSqliteStore } from "../../../../server/store/sqlite/open-sqlite-store.ts";
import { StoreOpenError, StoreUnavailableError } from "../../../../server/store/store.ts";
import { accountId, openFixture, poolIn } from "../store-fixture.ts";

const folder = t.testdir();

function rejection(path: string): StoreOpenError {
  try {
    SqliteDatabase.open(path).close();
  } catch (error) {
    if (error instanceof StoreOpenError) return error;
    throw error;
  }
  throw new Error("it was opened");
}

t.test("written data, the key for page tokens included, persists across a restart", async (t) => {
  const path = join(folder, "made", "on", "the way", "restart.db");
  const open = async () => openFixture((options) => openSqliteStore(path, { ...options, makesFolder: true }));
  const before = await open();
  const { poolId } = await before.create({ name: "kept" });
  const key = await before.store.pageTokenKey();
  await before.store.close();
  const after = await open();
  t.equal((await poolIn(after.store.fetchSenderPool({ accountId, poolId })))?.name, "kept");
  t.strictSame(await after.store.pageTokenKey(), key);
  await after.store.close();
});

t.test("a folder that does not exist is created only if enabled", (t) => {
  const path = join(folder, "mistyped", "data.db");
  const { reason, message } = rejection(path);
  t.equal(reason, "no-folder");
  t.equal(
    message,
    `the folder ${join(folder, "mistyped")} for the data file does not exist; make it, or correct --data (DATA).`,
  );
  t.notOk(existsSync(join(folder, "mistyped")));
  t.end();
});

t.test("the data file is readable only by its owner", (t) => {
  const path = join(folder, "private.db");
  const database = SqliteDatabase.open(path);
  for (const name of [path, `${path}-wal`]) t.equal(statSync(name).mode & 0o777, 0o600);
  database.close();
  t.end();
});

t.test("a second process is rejected only while the first has the file open", async (t) => {
  const path = join(folder, "shared.db");
  const source = new URL("../../../../server/store/sqlite/database.ts", import.meta.url).href;
  const program = `
    const { SqliteDatabase } = await import(${JSON.stringify(source)});
    try { SqliteDatabase.open(${JSON.stringify(path)}).close(); console.log("opened"); }
    catch (error) { console.log(error.name, error.reason, error.message); }`;
  const other = () =>
    promisify(execFile)(process.execPath, ["--import=tsx", "--input-type=module", "-e", program]);
  const database = SqliteDatabase.open(path);
  t.match((await other()).stdout, `StoreOpenError in-use ${path} is in use by another process`);
  database.close();
  t.equal((await other()).stdout, "opened\n");
});

function execute(path: string, sql: string): void {
  const database = new Database(path);
  database.exec(sql);
  database.close();
}

const ours = join(folder, "ours.db");
SqliteDatabase.open(ours).close();
const files: {
  title: string;
  make: (path: string) => void;
  reason: StoreOpenError["reason"];
  message: RegExp;
}[] = [
  {
    title: "a text file",
    make: (path) => writeFileSync(path, "no database ".repeat(1000)),
    reason: "unreadable",
    message: /cannot be opened as a data file: file is not a database\.$/,
  },
  {
    title: "a data file with a malformed page",
    make: (path) => writeFileSync(path, readFileSync(ours).fill(0xff, 100, 4096)),
    reason: "unreadable",
    message: /cannot be opened as a data file: /,
  },
  { title: "a folder", make: (path) => mkdirSync(path), reason: "unreadable", message: /EISDIR/ },
  {
    title: "another program's database",
    make: (path) => execute(path, "CREATE TABLE theirs (id INTEGER)"),
    reason: "not-ours",
    message: /is the database of another program; name another file\.$/,
  },
  {
    title: "a file from a newer version",
    make: (path) => {
      copyFileSync(ours, path);
      execute(path, "PRAGMA user_version = 999");
    },
    reason: "newer-schema",
    message: /written by a newer version \(schema 999, this one knows \d+\); update the server\.$/,
  },
];
for (const { title, make, reason, message } of files) {
  t.test(`${title} is rejected as a data file and left unchanged`, (t) => {
    const path = join(folder, `${title}.db`);
    make(path);
    const before = title === "a folder" ? undefined : readFileSync(path);
    const error = rejection(path);
    t.equal(error.reason, reason);
    t.match(error.message, message);
    t.notMatch(error.message, "\n");
    if (before !== undefined) t.strictSame(readFileSync(path), before);
    t.end();
  });
}

t.test("a transaction that throws is rolled back", (t) => {
  const database = SqliteDatabase.open(join(folder, "rollback.db"));
  const insert = database.prepare<never>("INSERT INTO accounts (account_id) VALUES (?)");
  t.throws(
    () =>
      database.transaction(() => {
        insert.run("a");
        insert.run("a");
      }),
    { code: /^SQLITE_CONSTRAINT/ },
  );
  t.equal(database.prepare("SELECT 1 FROM accounts").get(), undefined);
  database.close();
  t.end();
});

t.test("an error of the disk is temporary; an error of the program is not", (t) => {
  const full = Object.assign(new Error("database or disk is full"), { code: "SQLITE_FULL" });
  const twice = Object.assign(new Error("UNIQUE"), { code: "SQLITE_CONSTRAINT_PRIMARYKEY" });
  const bug = new TypeError("x is not a function");
  const passing = unavailable(full);
  t.ok(passing instanceof StoreUnavailableError && passing.cause === full);
  t.equal(unavailable(twice), twice);
  t.equal(unavailable(bug), bug);
  t.end();
});
