// The seed of every account conforms to the contract.
import t from "tap";
import { createFormats } from "../../generated/formats.ts";
import document from "../../generated/openapi.json" with { type: "json" };
import { constraints } from "../../generated/constraints.ts";
import { createValidators } from "../../generated/validators.js";
import { referenceAccount, referencePoolId, seedAccount } from "../../server/seed.ts";

const { senders, pools } = seedAccount("AC1");

t.test("the seed has a sender of each channel that can send, and one that cannot", (t) => {
  const active = senders.filter(({ status }) => status === "ACTIVATED");
  t.strictSame(new Set(active.map(({ channel }) => channel)), new Set(constraints.schemas.Channel.enum));
  t.equal(senders.length - active.length, 1);
  t.equal(senders[0]?.id, document.components.schemas.SenderId.examples[0]);
  const ids = senders.map(({ id }) => id);
  t.strictSame(ids, [...new Set(ids)].sort(), "in order, each id once");
  t.end();
});

t.test("each seeded sender is valid against the contract", (t) => {
  const isSender = createValidators(createFormats()).schemas.Sender;
  for (const { createdAt, updatedAt, ...sender } of senders) {
    const dates = {
      createdAt: new Date(createdAt).toISOString(),
      updatedAt: new Date(updatedAt).toISOString(),
    };
    t.ok(isSender({ ...sender, ...dates }), JSON.stringify(isSender.errors));
  }
  t.end();
});

t.test("only the reference page's account has the reference page's pool", (t) => {
  t.strictSame(pools, []);
  const [pool, ...others] = seedAccount(referenceAccount.accountId).pools;
  t.equal(pool?.id, referencePoolId);
  t.strictSame(others, []);
  t.end();
});
