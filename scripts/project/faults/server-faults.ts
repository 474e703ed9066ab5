// Faults in the server's behaviour.
import type { PlantedFault } from "./planted-fault.ts";

const memory = "server/store/memory/memory-store.ts";
const account = "server/store/memory/account.ts";
const rows = "server/store/memory/ordered-rows.ts";
const pools = "server/handlers/sender-pools.ts";
const errors = "server/problems/errors.ts";
const page = "server/handlers/page.ts";
const transitions = "server/store/transitions.ts";
const write = "server/handlers/write.ts";
const auth = "server/accounts/auth.ts";

export const serverFaults: readonly PlantedFault[] = [
  // Entity tags and conditional requests
  {
    name: "the entity tag never changes",
    file: "server/store/etag.ts",
    find: 'return `"${version}"`;',
    replace: 'return `"${Math.min(version, 1)}"`;',
  },
  {
    name: "the entity tag is another one each time",
    file: pools,
    find: "ETag: entityTag(pool.version)",
    replace: "ETag: entityTag(pool.version + performance.now())",
  },
  {
    name: "If-Match is not looked at",
    file: "server/store/etag.ts",
    find: 'return ifMatch === undefined || ifMatch === "*" || ifMatch.includes(entityTag(version));',
    replace: "return true || ifMatch === undefined || version > 0;",
  },
  {
    name: "If-Match never holds",
    file: "server/store/etag.ts",
    find: 'return ifMatch === undefined || ifMatch === "*" || ifMatch.includes(entityTag(version));',
    replace: "return ifMatch === undefined || version < 0;",
  },
  {
    name: "If-Match of a removal is not looked at",
    file: "server/store/decide-write.ts",
    find: '(kind === "update" || kind === "delete") && pool',
    replace: 'kind === "update" && pool',
  },
  // Writes
  {
    name: "an update loses the tags",
    file: pools,
    find: "tags: input.body.tags,",
    replace: "tags: undefined,",
  },
  {
    name: "an update loses the name",
    file: pools,
    find: "name: input.body.name,",
    replace: "name: undefined,",
  },
  {
    name: "an update without tags removes them",
    file: transitions,
    find: "tags = pool.tags }",
    replace: "tags = {} }",
  },
  {
    name: "an update without a name empties it",
    file: transitions,
    find: "{ name = pool.name,",
    replace: '{ name = "",',
  },
  {
    name: "a new pool loses its name",
    file: transitions,
    find: "return { id: poolId, name, tags,",
    replace: "return { id: poolId, name: name.slice(0, 0), tags,",
  },
  {
    name: "a new pool loses its tags",
    file: transitions,
    find: "return { id: poolId, name, tags,",
    replace: "return { id: poolId, name, tags: tags && {},",
  },
  {
    name: "a new pool is not kept",
    file: account,
    find: "this.pools.set(newSenderPool(write));",
    replace: "newSenderPool(write);",
  },
  {
    name: "an update is not kept",
    file: account,
    find: "this.pools.set(updatedSenderPool(pool, write, now));",
    replace: "updatedSenderPool(pool, write, now);",
  },
  { name: "a removed pool stays", file: account, find: "this.pools.delete(id);", replace: "" },
  {
    name: "a sender that leaves stays",
    file: account,
    find: "this.members.get(id)?.delete(write.senderId);",
    replace: "",
  },
  {
    name: "senders do not join",
    file: account,
    find: "for (const sender of known) members.set(sender);",
    replace: "",
  },
  {
    name: "a removed pool has senders still",
    file: memory,
    find: "if (pools.get(poolId) === undefined) return undefined;",
    replace: "",
  },
  {
    name: "who is not in a pool may leave it",
    file: "server/store/decide-write.ts",
    find: 'if (kind === "remove" && !isMember)',
    replace: "if (false)",
  },
  {
    name: "work does not end",
    file: transitions,
    find: 'status: left === 0 ? "COMPLETED" : "PROCESSING",',
    replace: 'status: "PROCESSING",',
  },
  // Idempotency keys
  {
    name: "Idempotency-Key is not looked at",
    file: write,
    find: "if (header === undefined) return undefined;\n  return {",
    replace: "if (header !== null) return undefined;\n  return {",
  },
  {
    name: "another body with a known key is a repetition",
    file: "server/store/decide-write.ts",
    find: "const isSame = key?.bodyFingerprint === write.idempotency?.bodyFingerprint;",
    replace: "const isSame = true;",
  },
  {
    name: "a retry is rejected",
    file: write,
    find: 'case "replayed":\n      return outcome.response;',
    replace: 'case "replayed":\n      throw new ApiProblem("unprocessable");',
  },
  // Lists
  {
    name: "a page has one entry more than was asked for",
    file: rows,
    find: "if (items.length === limit)",
    replace: "if (items.length > limit)",
  },
  {
    name: "no page has a next one",
    file: page,
    find: "next: page.more && page.last !== null ? issue(page.last) : null,",
    replace: "next: null,",
  },
  {
    name: "the next page is the same one",
    file: page,
    find: "next: page.more && page.last !== null ? issue(page.last) : null,",
    replace: "next: page.more && page.last !== null ? issue(after) : null,",
  },
  {
    name: "a page begins with the last entry of the one before",
    file: rows,
    find: "if (this.#slots[middle]!.id <= id)",
    replace: "if (this.#slots[middle]!.id < id)",
  },
  {
    name: "pages have no order",
    file: rows,
    find: "if (items.length === limit) return { items, more: true };",
    replace:
      "if (items.length === limit) return { items: items.sort(() => Math.random() - 0.5), more: true };",
  },
  {
    name: "a list leaves out its last entry",
    file: rows,
    find: "return { items, more: false };",
    replace: "return { items: items.slice(0, -1), more: false };",
  },
  {
    name: "the filter by channel is not looked at",
    file: memory,
    find: "(channel === undefined || sender.channel === channel) &&",
    replace: "",
  },
  {
    name: "the filter by status is not looked at",
    file: memory,
    find: "(status === undefined || sender.status === status),",
    replace: "true,",
  },
  {
    name: "the filter by operation is not looked at",
    file: memory,
    find: "if (filter.operationId === undefined)",
    replace: "if (filter.operationId !== null)",
  },
  {
    name: "startDate is not looked at",
    file: "server/store/id-range.ts",
    find: "const start = startDate === undefined ?",
    replace: "const start = startDate !== null ?",
  },
  {
    name: "endDate is not looked at",
    file: "server/store/id-range.ts",
    find: "const before = endDate === undefined ?",
    replace: "const before = endDate !== null ?",
  },
  {
    name: "startDate and endDate are exchanged",
    file: "server/store/id-range.ts",
    find: "const { startDate, endDate } = filter;",
    replace: "const { startDate: endDate, endDate: startDate } = filter;",
  },
  // Accounts
  {
    name: "all accounts have one store",
    file: memory,
    find: "return act(this.#accounts.get(accountId) ?? this.#open(accountId));",
    replace: 'return act(this.#accounts.get("demo") ?? this.#open("demo"));',
  },
  {
    name: "pools are fetched from all accounts",
    file: memory,
    find: "const pool = pools.get(poolId);\n      return pool && {",
    replace:
      "const pool = pools.get(poolId) ?? [...this.#accounts.values()].flatMap((one) => one.pools.get(poolId) ?? [])[0];\n      return pool && {",
  },
  {
    name: "passwords are not compared",
    file: auth,
    find: "return timingSafeEqual(hashSecret(password), passwordHash) ? credential?.accountId : undefined;",
    replace:
      "return timingSafeEqual(hashSecret(password), hashSecret(password)) ? credential?.accountId : `${passwordHash.length}`;",
  },
  {
    name: "unknown names are let in",
    file: auth,
    find: "? credential?.accountId : undefined;",
    replace: '? credential?.accountId : "demo";',
  },
  {
    name: "a 401 has no challenge",
    file: errors,
    find: 'headers: { "WWW-Authenticate": challenge },',
    replace: "headers: challenge === null ? challenge : {},",
  },
];
