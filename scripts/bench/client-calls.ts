// A process of the client's bench: makes calls in one way, and prints the processor time of one in microseconds.
import createClient from "openapi-fetch";
import { TwilioClient } from "../../client/index.ts";
import { createNodeFetch } from "../../client/node.ts";
import document from "../../generated/openapi.json" with { type: "json" };
import type { paths } from "../../generated/types.ts";

const [, , caller = "client", baseUrl = ""] = process.argv;
const { id } = document.components.examples.SenderPool.value;
const authorization = { Authorization: `Basic ${btoa("demo:demo-token")}` };
const options = { accountId: "demo", authToken: "demo-token", baseUrl };
const client = new TwilioClient(options);
const nodeFetch = createNodeFetch();
const nodeClient = new TwilioClient({ ...options, fetch: nodeFetch });
const url = `${baseUrl}/SenderPools/${id}`;
const bare = createClient<paths>({ baseUrl, headers: authorization });

const calls: Readonly<Record<string, () => Promise<unknown>>> = {
  fetch: async () => (await fetch(url, { headers: authorization })).json(),
  "Node transport": async () =>
    (await nodeFetch(url, { method: "GET", headers: new Headers(authorization) })).json(),
  "openapi-fetch": () => bare.GET("/SenderPools/{senderPoolId}", { params: { path: { senderPoolId: id } } }),
  client: () => client.senderPools.fetch(id).withResponse(),
  "client, Node transport": () => nodeClient.senderPools.fetch(id).withResponse(),
};
const call = calls[caller] ?? calls["client"]!;

const warmUp = 1500;
const measured = 3000;
for (let count = 0; count < warmUp; count += 1) await call();
const before = process.cpuUsage();
for (let count = 0; count < measured; count += 1) await call();
const { user, system } = process.cpuUsage(before);
process.stdout.write(String((user + system) / measured));
process.exit(0);
