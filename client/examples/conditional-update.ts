// Changes a pool only if it has not been changed since it was read.
import { isApiError, TwilioClient } from "twilio-comms";

const client = new TwilioClient();
const [first] = (await client.senderPools.list({ pageSize: 1 })).items;

if (first !== undefined) {
  const { data: pool, response } = await client.senderPools.fetch(first.id).withResponse();
  // The server sends an `ETag` with each pool; `*` would overwrite any version.
  const ifMatch = response.headers.get("ETag") ?? "*";
  const tags = { ...pool.tags, seen: "yes" };
  try {
    await client.senderPools.update(pool.id, { tags }, { ifMatch });
    console.log(`${pool.id} is marked as seen`);
  } catch (error) {
    if (!isApiError(error, 412)) throw error;
    console.log(`${pool.id} was changed by another client`);
  }
}
