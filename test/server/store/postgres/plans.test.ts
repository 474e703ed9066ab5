// The cost of statements does not depend on the planner's statistics or on the size of tables: a page is one
// range of an index, and writes find their rows by key.
import { Client } from "pg";
import t from "tap";
import { idPrefixes } from "../../../../server/ids/ids.ts";
import * as changes from "../../../../server/store/postgres/change-statements.ts";
import { defaultLimits, sessionSettings } from "../../../../server/store/postgres/session.ts";
import type { ConnectionUse } from "../../../../server/store/postgres/session.ts";
import type { SqlValue, Statement } from "../../../../server/store/postgres/connections.ts";
import * as locks from "../../../../server/store/postgres/lock-statements.ts";
import { openPostgresStore } from "../../../../server/store/postgres/open-postgres-store.ts";
import * as statements from "../../../../server/store/postgres/read-statements.ts";
import * as steps from "../../../../server/store/postgres/step-statements.ts";
import { typeIdBound } from "../../../../server/ids/type-id.ts";
import { queryDatabase, startPostgres } from "../../../support/postgres.ts";
import { storeOptions } from "./store-pair.ts";

const rows = process.env["CHECK_LONG"] === "1" ? 1_000_000 : 100_000;
t.setTimeout(120_000 + rows / 5);

interface Plan {
  readonly "Node Type": string;
  readonly "Relation Name"?: string;
  readonly "Index Name"?: string;
  readonly "Index Cond"?: string;
  readonly "Shared Hit Blocks"?: number;
  readonly "Shared Read Blocks"?: number;
  readonly Plans?: readonly Plan[];
}

const postgres = await startPostgres(t);
const url = await postgres.createDatabase();
await (await openPostgresStore(url, storeOptions)).close();
const reader = await openSession("read");
const writer = await openSession("write");

/** Opens a session as the store does. */
async function openSession(use: ConnectionUse): Promise<Client> {
  const session = new Client({ connectionString: url });
  await session.connect();
  t.teardown(() => session.end());
  await session.query(sessionSettings(use, defaultLimits));
  return session;
}

/** Ids of the test: the time followed by a decimal number, ascending; all of one account. */
const idLength = 16;
const start = (kind: keyof typeof idPrefixes): string => typeIdBound(idPrefixes[kind], Date.UTC(2024, 0));
const id = (kind: keyof typeof idPrefixes, n: number): string =>
  start(kind) + String(n).padStart(idLength, "0");
const idSql = (kind: keyof typeof idPrefixes, n: string): string =>
  `'${start(kind)}' || lpad((${n})::text, ${idLength}, '0')`;

/** Every n-th operation is CANCELED; every n-th sender is in the small pool. */
const rare = 1000;

/** Fills the tables of every list, row by row. */
async function fill(from: number, to: number): Promise<void> {
  const series = `FROM generate_series(${from}, ${to - 1}) AS n`;
  const pool = idSql("senderPool", "n");
  const sender = idSql("sender", "n");
  const operation = idSql("senderPoolOperation", "n");
  for (const [table, row] of [
    ["sender_pools", `SELECT 1, ${pool}, 'name', '{"key":"value"}', 1, 1 ${series}`],
    ["senders", `SELECT 1, ${sender}, NULL, 'address', 'SMS', 'ACTIVATED', '{}', 1 ${series}`],
    ["sender_pool_members", `SELECT 1, ${idSql("senderPool", "0")}, ${sender} ${series}`],
    [
      "sender_pool_members",
      `SELECT 1, ${idSql("senderPool", "1")}, ${sender} ${series} WHERE n % ${rare} = 0`,
    ],
    ["running_operations", `SELECT 1, ${operation}, ${pool}, 0, 1, n ${series}`],
    ["queued_batches", `SELECT 1, ${operation}, 0, '{}' ${series}`],
    ["kept_answers", `SELECT 1, 'scope', n::text, '', '', n ${series}`],
    [
      "sender_pool_operations",
      `SELECT 1, ${operation}, ${pool}, CASE n % ${rare} WHEN 0 THEN 'CANCELED' ELSE 'COMPLETED' END, 0, 1, 0, 1 ${series}`,
    ],
  ]) {
    await queryDatabase(url, `INSERT INTO sender_pools.${table} ${row}`);
  }
  filled = to;
}

let filled = 0;
const limit = 51;
/** Maximum number of blocks of a search: the levels of an index, in a table of millions, and the row. */
const perLookup = 5;

/** Parameters of a page in the middle of the table. */
const middle = (kind: keyof typeof idPrefixes): SqlValue[] => [
  1,
  id(kind, Math.floor(filled / 2)),
  "~",
  limit,
];
const all: SqlValue[] = [1, "", "~", limit];

/** Parameters of a statement for several pages, of which there is one. */
function onePage(...values: readonly SqlValue[]): SqlValue[] {
  const { mark } = storeOptions.representations;
  const named = [...values, mark].map((value, index) => [`p${index + 1}`, value] as const);
  return [JSON.stringify([{ place: 0, ...Object.fromEntries(named) }])];
}

interface List {
  readonly title: string;
  readonly statement: Statement;
  readonly index: string;
  /** Number of searches per page. */
  readonly lookups: number;
  readonly values: () => SqlValue[];
}

const lists: List[] = [
  {
    title: "pools",
    statement: statements.listPools.joined,
    index: "sender_pools_pkey",
    lookups: 1,
    values: () => onePage(...middle("senderPool")),
  },
  {
    title: "the pool of an operation",
    statement: statements.listPoolsOfOperation.joined,
    index: "sender_pools_pkey",
    lookups: 2,
    values: () => onePage(...all, id("senderPoolOperation", 0)),
  },
  {
    title: "senders",
    statement: statements.listSenders.joined,
    index: "senders_pkey",
    lookups: 1,
    values: () => onePage(...middle("sender"), "SMS", null),
  },
  {
    title: "members",
    statement: statements.listMembers.joined,
    index: "sender_pool_members_pkey",
    lookups: 2 + limit,
    values: () => onePage(...middle("sender"), null, "ACTIVATED", id("senderPool", 0)),
  },
  {
    title: "members of a small pool",
    statement: statements.listMembers.joined,
    index: "sender_pool_members_pkey",
    lookups: 2 + limit,
    values: () => onePage(...all, null, null, id("senderPool", 1)),
  },
  {
    title: "operations",
    statement: statements.listOperations,
    index: "sender_pool_operations_pkey",
    lookups: 1,
    values: () => middle("senderPoolOperation"),
  },
  {
    title: "operations of a rare status",
    statement: statements.listOperationsByStatus,
    index: "sender_pool_operations_by_status",
    lookups: 1,
    values: () => [...all, "CANCELED"],
  },
];

function nodes(plan: Plan): Plan[] {
  return [plan, ...(plan.Plans ?? []).flatMap(nodes)];
}

/** Explains a statement: for the given values, or without values as a generic plan. */
async function explain(session: Client, { text }: Statement, values?: readonly SqlValue[]): Promise<Plan> {
  const how = values === undefined ? "GENERIC_PLAN" : "ANALYZE, BUFFERS";
  const { rows } = await session.query<{ "QUERY PLAN": readonly { Plan: Plan }[] }>(
    `EXPLAIN (${how}, FORMAT JSON) ${text}`,
    values && [...values],
  );
  return rows[0]!["QUERY PLAN"][0]!.Plan;
}

/** Statements that find rows by id. */
const fetching: Statement[] = [
  statements.fetchPools.shown,
  statements.fetchPools.whole,
  statements.fetchSenders.shown,
  statements.fetchSenders.whole,
  statements.fetchOperations,
];

/** Statements that find rows before changing them. */
const writing: Statement[] = [
  ...Object.values(changes),
  ...Object.values(steps),
  ...[locks.findResponses, locks.lockMembers, ...Object.values(locks.lockPoolsTo)],
];

/** Returns the parts of a plan that read our tables without a key. */
function walked(plan: Plan): Plan[] {
  const scans = nodes(plan).filter(
    (node) => /Scan/.test(node["Node Type"]) && node["Relation Name"] !== undefined,
  );
  return scans.filter((node) => node["Index Cond"] === undefined);
}

t.test("no plan is JIT-compiled, whatever its estimated cost", async (t) => {
  for (const session of [reader, writer]) {
    const { rows } = await session.query<{ jit: string }>("SHOW jit");
    t.same(rows, [{ jit: "off" }]);
  }
});

const sizes = [
  { title: "in a table of a thousand", prepare: () => fill(0, 1000) },
  { title: `in a table of ${rows} that the planner has not looked at`, prepare: () => fill(1000, rows) },
  { title: "in the same table when it has", prepare: () => queryDatabase(url, "ANALYZE") },
];

for (const { title, prepare } of sizes) {
  t.test(`${title} statements find rows by key, and a page costs the same`, async (t) => {
    await prepare();
    for (const statement of writing) {
      t.strictSame(walked(await explain(writer, statement)), [], statement.name);
    }
    for (const statement of fetching) {
      t.strictSame(walked(await explain(reader, statement)), [], statement.name);
    }
    for (const { title, statement, index, lookups, values } of lists) {
      const measured = await explain(reader, statement, values());
      for (const plan of [measured, await explain(reader, statement)]) {
        const range = nodes(plan).find((node) => node["Index Name"] === index);
        t.match(range?.["Index Cond"], /id > .*id < /, `${title} by a range of ids`);
        t.strictSame(walked(plan), [], title);
      }
      const blocks = (measured["Shared Hit Blocks"] ?? 0) + (measured["Shared Read Blocks"] ?? 0);
      // Each row may be in a block of its own, and an index that has just grown may need a few more reads.
      t.ok(blocks <= limit + perLookup * lookups + 10, `${title}: ${blocks} blocks`);
    }
  });
}
