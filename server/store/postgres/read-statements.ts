// The statements that read. Their plans are tested: a page costs the same in a table of thousands and of millions.
import type { Statement } from "./connections.ts";
import { operationColumns, poolColumns, senderColumns } from "./rows.ts";

/** The account, the ids between which the page lies, and one row more than fits. */
const range = "account_key = $1 AND id > $2 AND id < $3";
const page = "ORDER BY id LIMIT $4";
const isWanted = "($5::text IS NULL OR channel = $5) AND ($6::text IS NULL OR status = $6)";

/** Rows of several accounts by their ids, each with the place at which it was asked for. */
const byId = (columns: string, table: string): string => `
  SELECT place, ${columns} FROM json_to_recordset($1) AS asked (place integer, account_key integer, id text)
  JOIN ${table} USING (account_key, id)`;

export const fetchPools: Statement = { name: "fetch-pools", text: byId(poolColumns, "sender_pools") };

export const fetchSenders: Statement = { name: "fetch-senders", text: byId(senderColumns, "senders") };

export const fetchOperations: Statement = {
  name: "fetch-operations",
  text: byId(operationColumns, "sender_pool_operations"),
};

export const listPools: Statement = {
  name: "list-pools",
  text: `SELECT ${poolColumns} FROM sender_pools WHERE ${range} ${page}`,
};

export const listPoolsOfOperation: Statement = {
  name: "list-pools-of-operation",
  text: `
    SELECT ${poolColumns} FROM sender_pools
    WHERE ${range} AND id = (SELECT pool_id FROM sender_pool_operations WHERE account_key = $1 AND id = $5)
    ${page}`,
};

export const listSenders: Statement = {
  name: "list-senders",
  text: `SELECT ${senderColumns} FROM senders WHERE ${range} AND ${isWanted} ${page}`,
};

/**
 * No row when there is no such pool; a row of nulls when no member fits. OFFSET 0 keeps the planner from turning the join around: it
 * would walk all senders of the account to find those in the pool.
 */
export const listMembers: Statement = {
  name: "list-members",
  text: `
    SELECT found.* FROM sender_pools AS pool
    LEFT JOIN LATERAL (
      SELECT sender.* FROM sender_pool_members AS member
      CROSS JOIN LATERAL (
        SELECT ${senderColumns} FROM senders
        WHERE account_key = member.account_key AND id = member.sender_id AND ${isWanted} OFFSET 0
      ) AS sender
      WHERE member.account_key = $1 AND member.pool_id = $7 AND member.sender_id > $2 AND member.sender_id < $3
      ORDER BY member.sender_id LIMIT $4
    ) AS found ON true
    WHERE pool.account_key = $1 AND pool.id = $7
    ORDER BY found.id`,
};

export const listOperations: Statement = {
  name: "list-operations",
  text: `SELECT ${operationColumns} FROM sender_pool_operations WHERE ${range} ${page}`,
};

export const listOperationsByStatus: Statement = {
  name: "list-operations-by-status",
  text: `SELECT ${operationColumns} FROM sender_pool_operations WHERE ${range} AND status = $5 ${page}`,
};
