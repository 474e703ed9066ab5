// Runs the client against faulty responses of gateways and failing servers.
import t from "tap";
import { TwilioClient } from "../../generated/index.ts";
import { responseFaults } from "./response-faults.ts";
import { answer, startFaultServer } from "./fault-server.ts";
import { ok, pool, sourceClient, testFaults } from "./run-faults.ts";

testFaults(t, responseFaults, sourceClient);

t.test("the client sends no credentials to another origin", async (t) => {
  const other = await startFaultServer(t, [ok]);
  for (const status of [301, 302, 303, 307, 308]) {
    const server = await startFaultServer(t, [answer(status, "", { Location: `${other.url}/v1` })]);
    const client = new TwilioClient({ accountId: "AC1", authToken: "secret", baseUrl: server.url });
    await t.rejects(client.senderPools.fetch(pool.id), {
      status,
      message: / redirect not followed$/,
    });
  }
  t.same(other.seen, []);
});
