// Runs a call against a faulty server, and compares the outcome with the expected one.
import type { Test } from "tap";
import { type Fetch, TwilioClient } from "../../generated/index.ts";
import { createNodeFetch } from "../../client/node.ts";
import { answer, type Reaction, startFaultServer } from "./fault-server.ts";

const id = "comms_senderpool_01h9krwprkeee8fzqspvwy6nq8";
const createdAt = "2024-01-15T09:30:00Z";

export const pool = { id, name: "", tags: {}, createdAt, updatedAt: createdAt };
export const ok = answer(200, pool);
export const okWrite = answer(202, {
  operationId: "comms_operation_1",
  operationLocation: "http://127.0.0.1/",
});

export const connection = { name: "ConnectionError" };
export const unexpected = { name: "UnexpectedResponseError" };
export const timeout = { name: "TimeoutError" };

type Call = (client: TwilioClient) => Promise<unknown>;

export const read: Call = (client) => client.senderPools.fetch(id);
export const write: Call = (client) => client.senderPools.create({});
export const list: Call = async (client) => client.senderPools.list();
export const unkeyed: Call = (client) =>
  client.senderPools.create({}, { headers: { "Idempotency-Key": null } });

export interface Fault {
  readonly name: string;
  readonly reactions: readonly Reaction[];
  /** The call; a read by default. */
  readonly call?: Call;
  /** The expected error; if undefined, the call succeeds. */
  readonly want?: { readonly name?: string; readonly status?: number; readonly message?: RegExp };
  /** Expected number of requests. */
  readonly requests: number;
}

/** The tested client, and its transport for Node. */
export interface TriedClient {
  readonly TwilioClient: typeof TwilioClient;
  readonly createNodeFetch: typeof createNodeFetch;
}

/** The client of this project. */
export const sourceClient: TriedClient = { TwilioClient, createNodeFetch };

/** Runs a test for each fault, with the platform's fetch and with that of the Node entry point. */
export function testFaults(t: Test, faults: readonly Fault[], client: TriedClient): void {
  const nodeFetch = client.createNodeFetch();
  t.teardown(() => nodeFetch.close());
  for (const [transport, fetch] of Object.entries({ fetch: undefined, "undici.request": nodeFetch })) {
    t.test(`the client over ${transport} handles every fault`, (t) => {
      t.jobs = 4;
      for (const fault of faults) testFault(t, fault, client, fetch);
      t.end();
    });
  }
}

function testFault(t: Test, fault: Fault, tried: TriedClient, fetch: Fetch | undefined): void {
  const { name, reactions, call = read, want, requests } = fault;
  t.test(`the client survives ${name}`, async (t) => {
    const server = await startFaultServer(t, reactions);
    const client = new tried.TwilioClient({
      accountId: "AC1",
      authToken: "secret",
      baseUrl: `${server.url}/v1`,
      // Short only if the test expects the timeout: a busy machine may need the time otherwise.
      timeout: want === timeout ? 700 : 20_000,
      backoff: { first: 1, longest: 2 },
      fetch,
    });
    const result = await call(client).then(
      () => undefined,
      (error: unknown) => error,
    );
    if (want === undefined) t.equal(result, undefined);
    else t.match(result, want);
    t.equal(server.seen.length, requests, "requests");
    const keys = new Set(server.seen.map(({ headers }) => headers["idempotency-key"]));
    t.equal(keys.size, 1, "one key for one call");
  });
}
