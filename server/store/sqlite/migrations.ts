// The migrations of the SQL schema. A released migration is never edited; changes are appended as new ones.

/**
 * Migration n leads from version n to n + 1.
 *
 * Ids contain the creation time, so the primary key `(account_key, id)` serves every list, its date filters
 * and its pages as one range. An operation's `total` is not stored: it is the sum of the other three.
 */
export const migrations: readonly string[] = [
  `
  CREATE TABLE secrets (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
  );

  CREATE TABLE accounts (
    account_key INTEGER PRIMARY KEY,
    account_id TEXT NOT NULL UNIQUE
  );

  CREATE TABLE sender_pools (
    account_key INTEGER NOT NULL,
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    tags TEXT NOT NULL,
    updated_at INTEGER NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (account_key, id)
  ) WITHOUT ROWID;

  CREATE TABLE senders (
    account_key INTEGER NOT NULL,
    id TEXT NOT NULL,
    display_name TEXT,
    address TEXT NOT NULL,
    channel TEXT NOT NULL,
    status TEXT NOT NULL,
    tags TEXT NOT NULL,
    updated_at INTEGER NOT NULL,
    PRIMARY KEY (account_key, id)
  ) WITHOUT ROWID;

  CREATE TABLE sender_pool_members (
    account_key INTEGER NOT NULL,
    pool_id TEXT NOT NULL,
    sender_id TEXT NOT NULL,
    PRIMARY KEY (account_key, pool_id, sender_id)
  ) WITHOUT ROWID;

  CREATE TABLE sender_pool_operations (
    account_key INTEGER NOT NULL,
    id TEXT NOT NULL,
    pool_id TEXT NOT NULL,
    status TEXT NOT NULL,
    queued INTEGER NOT NULL,
    created INTEGER NOT NULL,
    failed INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    PRIMARY KEY (account_key, id)
  ) WITHOUT ROWID;
  CREATE INDEX sender_pool_operations_by_status ON sender_pool_operations (account_key, status, id);
  CREATE INDEX running_operations_by_idleness ON sender_pool_operations (updated_at) WHERE status = 'PROCESSING';
  CREATE INDEX running_operations_by_pool ON sender_pool_operations (account_key, pool_id)
    WHERE status = 'PROCESSING';

  -- What an operation has still to do, one row for each of its steps; sender_ids is a JSON array.
  CREATE TABLE queued_batches (
    account_key INTEGER NOT NULL,
    operation_id TEXT NOT NULL,
    batch INTEGER NOT NULL,
    sender_ids TEXT NOT NULL,
    PRIMARY KEY (account_key, operation_id, batch)
  );

  CREATE TABLE kept_answers (
    account_key INTEGER NOT NULL,
    scope TEXT NOT NULL,
    key TEXT NOT NULL,
    body_fingerprint TEXT NOT NULL,
    answer TEXT NOT NULL,
    kept_until INTEGER NOT NULL,
    PRIMARY KEY (account_key, scope, key)
  ) WITHOUT ROWID;
  CREATE INDEX kept_answers_by_end ON kept_answers (kept_until);
  `,
  `
  -- JSON as responses show the row.
  ALTER TABLE sender_pools ADD COLUMN representation TEXT NOT NULL DEFAULT '';
  ALTER TABLE senders ADD COLUMN representation TEXT NOT NULL DEFAULT '';

  -- How all of them were made; a file that is opened with another mark has them made anew. No row in a file that is new.
  CREATE TABLE representations (
    mark INTEGER NOT NULL
  );
  `,
];
