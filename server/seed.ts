// Seed data of every account: senders to make pools of, and the pool that the samples of the reference page
// name.
import document from "../generated/openapi.json" with { type: "json" };
import { timeOfTypeId, typeIdBeside } from "./ids/type-id.ts";
import type { AccountSeed, StoredSender, StoredSenderPool } from "./store/items.ts";

const { examples, schemas } = document.components;

/** The account of the reference page's samples, which contain its credentials literally. */
export const referenceAccount = { accountId: "TWILIO_ACCOUNT_SID", authToken: "TWILIO_AUTH_TOKEN" } as const;

/** The pool of the reference page's samples. */
export const referencePoolId: string = schemas.SenderPoolId.examples[0]!;

type SeededSender = Pick<StoredSender, "displayName" | "address" | "channel" | "status" | "tags">;

/**
 * One sender of each channel that can send, and one that cannot. Numbers and domains are those reserved for
 * examples.
 */
const senders: readonly SeededSender[] = [
  { displayName: "Front desk", address: "+15005550006", channel: "SMS", status: "ACTIVATED", tags: {} },
  {
    displayName: "Example Shop",
    address: "rcs:example_shop_agent",
    channel: "RCS",
    status: "ACTIVATED",
    tags: { region: "EMEA" },
  },
  {
    displayName: "Newsletter",
    address: "news@example.com",
    channel: "EMAIL",
    status: "ACTIVATED",
    tags: { greeting: "Hello {{ recipient.firstName | default: 'there' }}" },
  },
  {
    displayName: "Support",
    address: "whatsapp:+15005550010",
    channel: "WHATSAPP",
    status: "ACTIVATED",
    tags: { tier: "1" },
  },
  { displayName: null, address: "push:com.example.app", channel: "PUSH", status: "ACTIVATED", tags: {} },
  { displayName: "Old front desk", address: "+15005550001", channel: "SMS", status: "DEACTIVATED", tags: {} },
];

/**
 * The seed's senders. All accounts have the same ones under the same ids, so that tests can name them: the
 * document's example id, and the ids after it.
 */
export const seededSenders: readonly StoredSender[] = senders.map((sender, index) => {
  const id = typeIdBeside(schemas.SenderId.examples[0]!, index);
  return { id, ...sender, createdAt: timeOfTypeId(id), updatedAt: timeOfTypeId(id) };
});

/** Returns the seed of an account, for a store's `seed` option. */
export function seedAccount(accountId: string): AccountSeed {
  return {
    senders: seededSenders,
    pools: accountId === referenceAccount.accountId ? [referencePool()] : [],
  };
}

function referencePool(): StoredSenderPool {
  const { name, tags } = examples.SenderPool.value;
  const createdAt = timeOfTypeId(referencePoolId);
  return { id: referencePoolId, name, tags, createdAt, updatedAt: createdAt, version: 1 };
}
