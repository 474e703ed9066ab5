// Creates a pool, waits until its senders have joined, and lists its members.
import { TwilioClient } from "twilio-comms";

// Credentials and the base URL come from the environment.
const client = new TwilioClient();

const senders = await client.senders.list({ channel: "SMS" });
const accepted = await client.senderPools.create({
  name: "Sales Leads - APAC",
  senders: senders.items.map((sender) => ({ senderId: sender.id })),
  tags: { region: "APAC" },
});
const operation = await accepted.wait({
  onProgress: ({ stats }) => {
    console.log(`${stats.created} of ${stats.total} senders have joined`);
  },
});
console.log(`${operation.status} at ${operation.updatedAt.toISOString()}`);

for await (const pool of client.senderPools.list({ operationId: operation.id })) {
  console.log(`${pool.name}:`);
  for await (const sender of client.senderPools.listSenders(pool.id)) console.log(`- ${sender.address}`);
}
