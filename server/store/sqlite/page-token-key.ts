// The key that page tokens are signed with, created when it is first needed.
import { randomBytes } from "node:crypto";
import type { SqliteDatabase } from "./database.ts";

const name = "page-token-key";

export function pageTokenKeyIn(database: SqliteDatabase): Uint8Array {
  const made = randomBytes(32).toString("base64url");
  database
    .prepare<never>("INSERT INTO secrets (name, value) VALUES (?, ?) ON CONFLICT DO NOTHING")
    .run(name, made);
  const kept = database.prepare<readonly [value: string]>("SELECT value FROM secrets WHERE name = ?");
  return Buffer.from(kept.get(name)![0], "base64url");
}
