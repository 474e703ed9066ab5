// Handles the errors of a call.
import { isApiError, TwilioClient } from "twilio-comms";

const client = new TwilioClient({ timeout: 10_000 });

try {
  await client.senderPools.create({ tags: { "": "a key needs a character" } });
} catch (error) {
  if (!isApiError(error, 400)) throw error;
  console.log(error.message);
  for (const wrong of error.problem?.errors ?? []) {
    console.log(wrong.in === "body" ? wrong.pointer : wrong.name, wrong.detail);
  }
}
