// Faults in responses, and those of the SQLite store only.
import type { PlantedFault } from "./planted-fault.ts";

const pools = "server/handlers/sender-pools.ts";
const accepted = "server/handlers/accepted.ts";
const errors = "server/problems/errors.ts";
const problem = "server/problems/problem.ts";
const page = "server/handlers/page.ts";
const present = "server/handlers/present.ts";
const sqliteWrites = "server/store/sqlite/writes.ts";
const sqliteReads = "server/store/sqlite/reads.ts";

export const responseFaults: readonly PlantedFault[] = [
  {
    name: "creations are a 200",
    file: accepted,
    find: 'status: 202,\n    headers: { Location: location, "Operation-Id"',
    replace: 'status: 200 as 202,\n    headers: { Location: location, "Operation-Id"',
  },
  {
    name: "updates are a 204",
    file: accepted,
    find: 'status: 202,\n    headers: { Location: location, "Resource-Id"',
    replace: 'status: 204 as 202,\n    headers: { Location: location, "Resource-Id"',
  },
  { name: "Operation-Id is left out", file: accepted, find: '"Operation-Id": operationId, ', replace: "" },
  {
    name: "Location leads to another pool",
    file: accepted,
    find: 'locations.of("fetchSenderPool", { senderPoolId })',
    replace: 'locations.of("fetchSenderPool", { senderPoolId: senderPoolId.replace(/.$/, "0") })',
  },
  {
    name: "Location has no host",
    file: accepted,
    find: 'const location = locations.of("fetchSenderPoolOperation", { operationId });',
    replace: 'const location = new URL(locations.of("fetchSenderPoolOperation", { operationId })).pathname;',
  },
  {
    name: "ETag is left out",
    file: pools,
    find: "headers: { ETag: entityTag(pool.version) }",
    replace: "headers: {} as { ETag: string }",
  },
  {
    name: "Request-Id is left out",
    file: "server/http/response-settings.ts",
    find: '"Request-Id": id,',
    replace: "",
  },
  { name: "what is not there is gone (410)", file: errors, find: "status: 404,", replace: "status: 410," },
  {
    name: "a problem is JSON and no problem document",
    file: "generated/boundary.ts",
    find: 'export const problemType = "application/problem+json";',
    replace: 'export const problemType = "application/json";',
  },
  {
    name: "a problem document has no code",
    file: problem,
    find: "    code,\n  };",
    replace: "  } as unknown as Problem;",
  },
  {
    name: "a problem document has another status",
    file: problem,
    find: "    status,\n    detail",
    replace: "    status: 418,\n    detail",
  },
  {
    name: "a problem document tells of the stack",
    file: problem,
    find: "detail: shorten(error.message,",
    replace: "detail: shorten(error.message + String(new Error().stack),",
  },
  {
    name: "moments have no zone",
    file: "server/ids/timestamp.ts",
    find: "new Date(milliseconds).toISOString();",
    replace: "new Date(milliseconds).toISOString().slice(0, -1);",
  },
  {
    name: "a pool has no tags where it has none",
    file: present,
    find: "return { id, name, tags, createdAt: toTimestamp(createdAt), updatedAt",
    replace:
      "return { id, name, ...(Object.keys(tags).length > 0 && { tags }), createdAt: toTimestamp(createdAt), updatedAt",
  },
  {
    name: "a page has no token of its own",
    file: page,
    find: "self: query.pageToken ?? issue(after),",
    replace: "self: query.pageToken as string,",
  },
  {
    name: "names the server and its version",
    file: "server/http/response-settings.ts",
    find: '"Cache-Control": "no-store",',
    replace: '"Cache-Control": "no-store", Server: "reference/1.0.3",',
  },
  {
    name: "fails on names with characters outside of the BMP",
    file: pools,
    find: "const operationId = newSenderPoolOperationId();\n  const outcome = context.store.createSenderPool",
    replace:
      'if (/[\\u{10000}-\\u{10ffff}]/u.test(name)) throw new TypeError("no");\n  const operationId = newSenderPoolOperationId();\n  const outcome = context.store.createSenderPool',
  },
  {
    name: "fails on pages of 1,000 entries",
    file: page,
    find: "const limit = query.pageSize ?? constraints.parameters.pageSize.default;",
    replace:
      'const limit = query.pageSize ?? constraints.parameters.pageSize.default;\n  if (limit === 1000) throw new TypeError("no");',
  },
  // SQLite store only
  {
    name: "SQLite: a removed pool stays",
    file: sqliteWrites,
    find: '"DELETE FROM sender_pools WHERE account_key = ? AND id = ?"',
    replace: '"DELETE FROM sender_pools WHERE account_key = ? AND id = ? AND 0"',
    store: "sqlite",
  },
  {
    name: "SQLite: a sender that leaves stays",
    file: sqliteWrites,
    find: "WHERE account_key = ? AND pool_id = ? AND sender_id = ?",
    replace: "WHERE account_key = ? AND pool_id = ? AND sender_id = ? AND 0",
    store: "sqlite",
  },
  {
    name: "SQLite: pages have no order",
    file: sqliteReads,
    find: 'const page = "ORDER BY id LIMIT ?4";',
    replace: 'const page = "ORDER BY random() LIMIT ?4";',
    store: "sqlite",
  },
  {
    name: "SQLite: members are listed backwards",
    file: sqliteReads,
    find: "ORDER BY m.sender_id LIMIT ?4",
    replace: "ORDER BY m.sender_id DESC LIMIT ?4",
    store: "sqlite",
  },
];
