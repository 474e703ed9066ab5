// What the server has besides the contract: health, readiness, metrics, the contract's files and the page to try it on.
import type { FastifyInstance } from "fastify";
import { type Docs, docsPath } from "./docs.ts";
import { addSecureFields } from "./secure-fields.ts";
import type { Services } from "./services.ts";

/** Paths that have GET and HEAD and are not the contract's. */
export const systemPaths = [
  "/healthz",
  "/readyz",
  "/metrics",
  "/openapi.json",
  "/openapi.yaml",
  "/",
  docsPath,
];

/** Adds them; none of them asks for credentials, and none tells anything of an account. */
export function addSystemRoutes(app: FastifyInstance, services: Services, docs: Docs): void {
  const { lifecycle, metrics, context } = services;
  const options = { exposeHeadRoute: true, onRequest: addSecureFields };
  app.get("/healthz", options, () => ({ status: "ok" }));
  app.get("/readyz", options, async (_, reply) => {
    const ready = !lifecycle.draining && (await canReach(context.store.ping()));
    return reply.status(ready ? 200 : 503).send({ status: ready ? "ready" : "not ready" });
  });
  app.get("/metrics", options, (_, reply) =>
    reply.type("text/plain; version=0.0.4; charset=utf-8").send(metrics.render()),
  );
  app.get("/", options, (_, reply) => reply.redirect(`${docsPath}/`));
  app.get(docsPath, options, (_, reply) => reply.redirect(`${docsPath}/`));
  for (const url of ["/openapi.json", "/openapi.yaml", `${docsPath}/*`]) {
    app.get(url, { exposeHeadRoute: true }, (request, reply) => {
      reply.hijack();
      void docs.serve(request.raw, reply.raw);
    });
  }
}

async function canReach(ping: Promise<void>): Promise<boolean> {
  return ping.then(
    () => true,
    () => false,
  );
}
