// Statements that read. Tests verify their plans: a page costs the same in a table of thousands and of
// millions of rows.
import type { Statement } from "./connections.ts";
import { operationColumns, poolColumns, senderColumns } from "./rows.ts";

/** Parameters: the account, the exclusive bounds of the page's ids, and one row more than the page holds. */
const range = "account_key = $1 AND id > $2 AND id < $3";
const page = "ORDER BY id LIMIT $4";
const isWanted = "($5::text IS NULL OR channel = $5) AND ($6::text IS NULL OR status = $6)";

/** Selects rows of several accounts by id, each with the index (`place`) of its request. */
const byId = (columns: string, table: string): string => `
  SELECT place, ${columns} FROM json_to_recordset($1) AS asked (place integer, account_key integer, id text)
  JOIN ${table} USING (account_key, id)`;

/**
 * Fetches one row in two forms: its representation, and all columns, for a row whose representation has
 * another mark.
 */
interface Fetch {
  readonly shown: Statement;
  readonly whole: Statement;
}

const shown = "representation, representation_mark";

export const fetchPools: Fetch = {
  shown: { name: "fetch-shown-pools", text: byId(`${shown}, version`, "sender_pools") },
  whole: { name: "fetch-pools", text: byId(poolColumns, "sender_pools") },
};

export const fetchSenders: Fetch = {
  shown: { name: "fetch-shown-senders", text: byId(shown, "senders") },
  whole: { name: "fetch-senders", text: byId(senderColumns, "senders") },
};

export const fetchOperations: Statement = {
  name: "fetch-operations",
  text: byId(operationColumns, "sender_pool_operations"),
};

/** Lists rows in two forms: a page as one row, joined by the database, and one row per item. */
interface List {
  /**
   * Pages of several requests, each with the index (`place`) of its request. Its parameter is JSON: `place`,
   * and the parameters of `rows` followed by the mark as `p1`, `p2`, …
   */
  readonly joined: Statement;
  readonly rows: Statement;
}

/** Columns of a joined page; `last` is null for an empty one. */
const joinedColumns = (mark: string): string => `
  coalesce(string_agg(representation, ',' ORDER BY id) FILTER (WHERE place < $4), '') AS text,
  max(id) FILTER (WHERE place < $4) AS last, count(*) = $4 AS more,
  coalesce(bool_and(representation_mark = ${mark}), true) AS is_current`;

/** The types of the parameters that every list has. */
const rangeTypes = ["integer", "text", "text", "integer"];

/** Creates the statement for pages of several requests from that for one. */
function forSeveral(select: string, types: readonly string[]): string {
  const columns = [...types, "integer"].map((type, index) => `p${index + 1} ${type}`).join(", ");
  return `
    SELECT asked.place, page.* FROM json_to_recordset($1) AS asked (place integer, ${columns})
    CROSS JOIN LATERAL (${select.replace(/\$(\d+)/g, "asked.p$1")}) AS page`;
}

/** How a list is selected. */
interface Selection {
  /** Types of its parameters beyond the range; the mark follows them. */
  readonly types?: readonly string[];
  readonly columns: string;
  /** Selects the rows with the given columns. */
  readonly select: (columns: string) => string;
  /** Selects from either form of the rows, in the order of `order`. */
  readonly around?: (select: string, order: string) => string;
}

/** Creates both forms of a list. */
function list(name: string, { types = [], columns, select, around = (inner) => inner }: Selection): List {
  const allTypes = [...rangeTypes, ...types];
  const joined = `
    SELECT ${joinedColumns(`$${allTypes.length + 1}`)}
    FROM (SELECT found.*, row_number() OVER (ORDER BY id) AS place FROM (${select(`id, ${shown}`)}) AS found) AS placed`;
  return {
    joined: { name: `${name}-joined`, text: forSeveral(around(joined, ""), allTypes) },
    rows: { name, text: around(select(columns), "ORDER BY found.id") },
  };
}

export const listPools = list("list-pools", {
  columns: poolColumns,
  select: (columns) => `SELECT ${columns} FROM sender_pools WHERE ${range} ${page}`,
});

export const listPoolsOfOperation = list("list-pools-of-operation", {
  types: ["text"],
  columns: poolColumns,
  select: (columns) => `
    SELECT ${columns} FROM sender_pools
    WHERE ${range} AND id = (SELECT pool_id FROM sender_pool_operations WHERE account_key = $1 AND id = $5)
    ${page}`,
});

export const listSenders = list("list-senders", {
  types: ["text", "text"],
  columns: senderColumns,
  select: (columns) => `SELECT ${columns} FROM senders WHERE ${range} AND ${isWanted} ${page}`,
});

/**
 * OFFSET 0 keeps the planner from reversing the join, which would scan all senders of the account to find the
 * members. No row is returned if the pool does not exist; in the form of rows, a row of nulls if no member
 * matches.
 */
export const listMembers = list("list-members", {
  types: ["text", "text", "text"],
  columns: senderColumns,
  select: (columns) => `
    SELECT sender.* FROM sender_pool_members AS member
    CROSS JOIN LATERAL (
      SELECT ${columns} FROM senders
      WHERE account_key = member.account_key AND id = member.sender_id AND ${isWanted} OFFSET 0
    ) AS sender
    WHERE member.account_key = $1 AND member.pool_id = $7 AND member.sender_id > $2 AND member.sender_id < $3
    ORDER BY member.sender_id LIMIT $4`,
  around: (select, order) => `
    SELECT found.* FROM sender_pools AS pool LEFT JOIN LATERAL (${select}) AS found ON true
    WHERE pool.account_key = $1 AND pool.id = $7 ${order}`,
});

export const listOperations: Statement = {
  name: "list-operations",
  text: `SELECT ${operationColumns} FROM sender_pool_operations WHERE ${range} ${page}`,
};

export const listOperationsByStatus: Statement = {
  name: "list-operations-by-status",
  text: `SELECT ${operationColumns} FROM sender_pool_operations WHERE ${range} AND status = $5 ${page}`,
};
