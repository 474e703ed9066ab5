// Routes outside the contract: health, readiness, metrics, the contract's files and the page to try it on.
import type { FastifyInstance } from "fastify";
import { type Docs, docsPath } from "./docs.ts";
import { addSecureFields } from "../http/secure-fields.ts";
import { metricsMediaType, metricsPath } from "./metrics-server.ts";
import type { Services } from "../services.ts";
import type { Settings } from "../settings/settings.ts";

/** Paths outside the contract that support GET and HEAD. */
export function systemPaths({ metricsAddress }: Pick<Settings, "metricsAddress">): string[] {
  const metrics = metricsAddress === undefined ? [metricsPath] : [];
  return ["/healthz", "/readyz", ...metrics, "/openapi.json", "/openapi.yaml", "/", docsPath];
}

/** Adds the routes; none requires credentials, and none discloses an account's data. */
export function addSystemRoutes(app: FastifyInstance, services: Services, docs: Docs): void {
  const { lifecycle, metrics, settings } = services;
  const options = { exposeHeadRoute: true, onRequest: addSecureFields };
  app.get("/healthz", options, () => ({ status: "ok" }));
  app.get("/readyz", options, async (_, reply) => {
    const reason = lifecycle.draining ? "the server is stopping" : await storeProblem(services);
    if (reason === undefined) return { status: "ready" };
    return reply.status(503).send({ status: "not ready", reason });
  });
  if (settings.metricsAddress === undefined) {
    app.get(metricsPath, options, (_, reply) => reply.type(metricsMediaType).send(metrics.render()));
  }
  app.get("/", options, (_, reply) => reply.redirect(`${docsPath}/`));
  app.get(docsPath, options, (_, reply) => reply.redirect(`${docsPath}/`));
  for (const url of ["/openapi.json", "/openapi.yaml", `${docsPath}/*`]) {
    app.get(url, { exposeHeadRoute: true }, (request, reply) => {
      reply.hijack();
      void docs.serve(request.raw, reply.raw);
    });
  }
}

/**
 * Returns a public message that says why the store is unavailable; undefined if it is available. The detailed
 * error is logged.
 */
async function storeProblem({ context, log }: Services): Promise<string | undefined> {
  try {
    await context.store.ping();
    return undefined;
  } catch (error) {
    log.warn({ err: error }, "the store cannot be used");
    return "the data cannot be read or written";
  }
}
