// Runs the client against failing connections, on real sockets.
import t from "tap";
import { TwilioClient } from "../../generated/index.ts";
import { connectionFaults } from "./connection-faults.ts";
import { type Reaction, startFaultServer } from "./fault-server.ts";
import { ok, pool, sourceClient, testFaults } from "./run-faults.ts";

testFaults(t, connectionFaults, sourceClient);

t.test("the client survives a connection that is closed when the next request is sent", async (t) => {
  let answered = 0;
  const once: Reaction = (socket, request) => {
    answered += 1;
    if (answered === 2) socket.end();
    else ok(socket, request);
  };
  const server = await startFaultServer(t, [once]);
  const client = new TwilioClient({
    accountId: "a",
    authToken: "b",
    baseUrl: server.url,
    backoff: { first: 1, longest: 1 },
  });
  await client.senderPools.fetch(pool.id);
  await client.senderPools.fetch(pool.id);
  t.equal(server.seen.length, 3);
});
