// Which writes share a transaction: only independent ones, and a limited number.
import t from "tap";
import { writesTogether } from "../../../../server/store/postgres/write-request.ts";
import type { WriteRequest } from "../../../../server/store/postgres/write-request.ts";
import { newPool } from "./store-pair.ts";

const accountId = "AC1";

function create(senders = 0): WriteRequest {
  return { account: 1, kind: "create", write: newPool({ senderIds: Array<string>(senders).fill("sender") }) };
}
function add(poolId: string, account = 1): WriteRequest {
  return {
    account,
    kind: "add",
    write: { accountId, poolId, operationId: "operation", senderIds: ["sender"] },
  };
}
function update(poolId: string): WriteRequest {
  return { account: 1, kind: "update", write: { accountId, poolId } };
}
function remove(poolId: string): WriteRequest {
  return { account: 1, kind: "remove", write: { accountId, poolId, senderId: "sender" } };
}

const made = newPool();
const table: { title: string; given: WriteRequest[]; want: number }[] = [
  { title: "creates", given: [create(), create(), create()], want: 3 },
  { title: "updates of different pools", given: [update("a"), update("b")], want: 2 },
  {
    title: "an update after an update of the same pool",
    given: [update("a"), update("b"), update("a")],
    want: 2,
  },
  { title: "adds to one pool", given: [add("a"), add("a"), add("a")], want: 3 },
  { title: "a removal after an add to the same pool", given: [add("a"), remove("a")], want: 1 },
  { title: "an add after a removal from the same pool", given: [remove("a"), add("a")], want: 1 },
  {
    title: "an update after the create of the same pool",
    given: [{ account: 1, kind: "create", write: made }, update(made.poolId)],
    want: 1,
  },
  { title: "pools of one id in two accounts", given: [update("a"), add("a", 2)], want: 2 },
  { title: "one write with more senders than a batch may have", given: [create(50_000), create()], want: 1 },
  { title: "writes with many senders", given: [create(10_000), create(10_000), create(1)], want: 2 },
  { title: "very many writes", given: Array.from({ length: 1000 }, () => create()), want: 256 },
];

for (const { title, given, want } of table) {
  t.test(`${title}: ${want} share a transaction`, (t) => {
    t.equal(writesTogether(given), want);
    t.end();
  });
}
