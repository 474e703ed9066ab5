// The key that page tokens are signed with: one for all processes, created by the first that needs it.
import { randomBytes } from "node:crypto";
import type { Connections, Statement } from "./connections.ts";

const insertSecret: Statement = {
  name: "insert-secret",
  text: "INSERT INTO secrets (name, value) VALUES ($1, $2) ON CONFLICT DO NOTHING",
};
const findSecret: Statement = { name: "find-secret", text: "SELECT value FROM secrets WHERE name = $1" };
const name = "page-token-key";

export async function pageTokenKeyIn(connections: Connections): Promise<Uint8Array> {
  await connections.query(insertSecret, [name, randomBytes(32)]);
  const [row] = await connections.query<{ value: Uint8Array }>(findSecret, [name]);
  return row!.value;
}
