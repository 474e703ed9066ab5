// The same server, hand-written with Fastify and Ajv, with validators compiled at start.
import { fastify } from "fastify";
import { createPools } from "./pools-in-memory.ts";

const pools = createPools();
const app = fastify();
const tags = {
  type: "object",
  maxProperties: 10,
  propertyNames: { minLength: 1, maxLength: 128 },
  additionalProperties: { type: "string", minLength: 1, maxLength: 256 },
};
const body = {
  type: "object",
  additionalProperties: false,
  properties: {
    name: { type: "string", maxLength: 256 },
    tags,
    senders: { type: "array", maxItems: 10_000, items: { type: "object" } },
  },
};

app.addHook("onRequest", (request, reply, done) => {
  reply.headers({ "X-Content-Type-Options": "nosniff", "Request-Id": request.id });
  done();
});
app.post<{ Body: Parameters<typeof pools.create>[0] }>(
  "/v1/SenderPools",
  { schema: { body } },
  (request, reply) => {
    const accepted = pools.create(request.body);
    const { operationId, operationLocation } = accepted;
    const headers = {
      Location: operationLocation,
      "Operation-Id": operationId,
      "Operation-Location": operationLocation,
    };
    return reply.status(202).headers(headers).send(accepted);
  },
);
app.get("/v1/SenderPools", (_, reply) => reply.send(pools.list(50)));
app.get<{ Params: { id: string } }>("/v1/SenderPools/:id", (request, reply) =>
  reply.header("ETag", '"1"').send(pools.fetch(request.params.id)),
);

await app.listen({ port: 0, host: "127.0.0.1" });
const address = app.server.address();
process.send?.({ port: typeof address === "object" ? address?.port : undefined });
