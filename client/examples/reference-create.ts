// The reference page's sample for creating a SenderPool, word for word.
/* eslint-disable @typescript-eslint/no-floating-promises -- as the page prints it */
import { TwilioClient } from "twilio-comms";

async function main() {
  const client = new TwilioClient({
    accountId: "TWILIO_ACCOUNT_SID",
    authToken: "TWILIO_AUTH_TOKEN",
  });
  await client.senderPools.create({
    name: "Sales Leads - APAC",
    tags: {
      "region": "APAC",
    },
  });
}
main();
