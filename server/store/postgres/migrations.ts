// The migrations of the SQL schema. A released migration is never edited; changes are appended as new ones.

/**
 * Migration n leads from version n to n + 1. There are no downgrades; each runs in the transaction that
 * records it.
 *
 * Ids contain the creation time, so the primary key `(account_key, id)` serves every list, its date filters
 * and its pages as one range, in byte order: hence `COLLATE "C"`, whatever the database's own collation. Tags
 * are `json` instead of `jsonb`, which would sort their keys. An operation's `total` is not stored: it is the
 * sum of the other three.
 */
export const migrations: readonly string[] = [
  `
  CREATE TABLE secrets (
    name text PRIMARY KEY,
    value bytea NOT NULL
  );

  CREATE TABLE accounts (
    account_key integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    account_id text COLLATE "C" NOT NULL UNIQUE
  );

  CREATE TABLE sender_pools (
    account_key integer NOT NULL,
    id text COLLATE "C" NOT NULL,
    name text NOT NULL,
    tags json NOT NULL,
    updated_at bigint NOT NULL,
    version integer NOT NULL,
    PRIMARY KEY (account_key, id)
  );

  CREATE TABLE senders (
    account_key integer NOT NULL,
    id text COLLATE "C" NOT NULL,
    display_name text,
    address text NOT NULL,
    channel text NOT NULL,
    status text NOT NULL,
    tags json NOT NULL,
    updated_at bigint NOT NULL,
    PRIMARY KEY (account_key, id)
  );

  CREATE TABLE sender_pool_members (
    account_key integer NOT NULL,
    pool_id text COLLATE "C" NOT NULL,
    sender_id text COLLATE "C" NOT NULL,
    PRIMARY KEY (account_key, pool_id, sender_id)
  );

  CREATE TABLE sender_pool_operations (
    account_key integer NOT NULL,
    id text COLLATE "C" NOT NULL,
    pool_id text COLLATE "C" NOT NULL,
    status text NOT NULL,
    queued integer NOT NULL,
    created integer NOT NULL,
    failed integer NOT NULL,
    updated_at bigint NOT NULL,
    PRIMARY KEY (account_key, id)
  );
  CREATE INDEX sender_pool_operations_by_status ON sender_pool_operations (account_key, status, id);

  -- One row for each operation that is PROCESSING: a small table that workers share. Its times are leaseTime().
  CREATE TABLE running_operations (
    account_key integer NOT NULL,
    operation_id text COLLATE "C" NOT NULL,
    pool_id text COLLATE "C" NOT NULL,
    next_batch integer NOT NULL DEFAULT 0,
    batches integer NOT NULL,
    moved_at bigint NOT NULL,
    lease_holder text,
    lease_until bigint NOT NULL DEFAULT 0,
    PRIMARY KEY (account_key, operation_id)
  );
  CREATE INDEX running_operations_by_idleness ON running_operations (moved_at);
  CREATE INDEX running_operations_by_pool ON running_operations (account_key, pool_id);

  -- What a running operation has still to do, one row for each of its steps.
  CREATE TABLE queued_batches (
    account_key integer NOT NULL,
    operation_id text COLLATE "C" NOT NULL,
    batch integer NOT NULL,
    sender_ids text[] NOT NULL,
    PRIMARY KEY (account_key, operation_id, batch)
  );

  CREATE TABLE kept_answers (
    account_key integer NOT NULL,
    scope text COLLATE "C" NOT NULL,
    key text COLLATE "C" NOT NULL,
    body_fingerprint text NOT NULL,
    answer text NOT NULL,
    kept_until bigint NOT NULL,
    PRIMARY KEY (account_key, scope, key)
  );
  CREATE INDEX kept_answers_by_end ON kept_answers (kept_until);
  `,
  `
  -- The token buckets of rate limits. Not logged: after a crash of the database every bucket is full again, and taking costs no disk.
  CREATE UNLOGGED TABLE rate_buckets (
    account_key integer PRIMARY KEY,
    tokens double precision NOT NULL,
    granted integer NOT NULL,
    filled_at double precision NOT NULL
  );
  `,
  `
  -- JSON as responses show the row, and the mark of how that was made; of another mark than a program's, it is made anew.
  ALTER TABLE sender_pools
    ADD COLUMN representation text NOT NULL DEFAULT '',
    ADD COLUMN representation_mark integer NOT NULL DEFAULT 0;
  ALTER TABLE senders
    ADD COLUMN representation text NOT NULL DEFAULT '',
    ADD COLUMN representation_mark integer NOT NULL DEFAULT 0;

  -- How the rows were made when a program last brought all of them to its own mark. No row in a database that is new.
  CREATE TABLE representations (
    mark integer NOT NULL
  );
  `,
];
