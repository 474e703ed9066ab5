// The server that `contract server` generates for the same document, with handlers as short as those of the
// hand-written server.
import { fastify } from "fastify";
import { operations } from "../../../generated/operations.ts";
import { addOperations, serverOptions } from "../../../generated/server.ts";
import { createPools } from "./pools-in-memory.ts";

const pools = createPools();
const app = fastify({ ...serverOptions });
const known = { name: "somebody" };
const none = { status: 404 };
const handlers = {
  ...Object.fromEntries(Object.keys(operations).map((id) => [id, () => none])),
  createSenderPool: ({ body }: { readonly body: Parameters<typeof pools.create>[0] }) => {
    const accepted = pools.create(body);
    const { operationId, operationLocation } = accepted;
    const headers = {
      Location: operationLocation,
      "Operation-Id": operationId,
      "Operation-Location": operationLocation,
    };
    return { status: 202, headers, body: accepted };
  },
  listSenderPools: () => ({ status: 200, body: pools.list(50) }),
  fetchSenderPool: ({ path }: { readonly path: { readonly senderPoolId: string } }) => ({
    status: 200,
    headers: { ETag: '"1"' },
    body: pools.fetch(path.senderPoolId),
  }),
};

const isDirect = process.argv.includes("--direct");

if (!isDirect)
  app.addHook("onRequest", (request, reply, done) => {
    reply.headers({ "X-Content-Type-Options": "nosniff", "Request-Id": request.id });
    done();
  });
addOperations(
  app,
  {
    authenticate: { accountAuthToken: () => known, apiKeySecret: () => known },
    checkResponses: process.argv.includes("--validate-responses"),
    direct: isDirect,
    rememberCallers: true,
    ...(isDirect && { fields: ({ id }) => ({ "X-Content-Type-Options": "nosniff", "Request-Id": id }) }),
  },
  handlers as unknown as Parameters<typeof addOperations>[2],
);

await app.listen({ port: 0, host: "127.0.0.1" });
const address = app.server.address();
process.send?.({ port: typeof address === "object" ? address?.port : undefined });
