// The page at /docs and the contract as files; loaded on first request, because starting must be quick.
import type { IncomingMessage, ServerResponse } from "node:http";
import type { StaticDocumentSpec } from "@fastify/swagger";
import { fastify, type FastifyInstance } from "fastify";
import { documentOfPage, favicon, styles } from "./docs-page.ts";
import { respondWithProblem } from "../../generated/serve-operations.ts";
import { noCompilers } from "../http/no-compilers.ts";
import type { ResponseSettings } from "../http/response-settings.ts";
import { ApiProblem } from "../problems/api-problem.ts";
import { addSecureFields } from "../http/secure-fields.ts";
import type { Services } from "../services.ts";

/** Resources only from this server; Swagger UI needs inline styles, and images as data URLs. */
const contentSecurityPolicy = {
  "default-src": ["'none'"],
  "base-uri": ["'none'"],
  "connect-src": ["'self'"],
  "font-src": ["'self'"],
  "form-action": ["'none'"],
  "frame-ancestors": ["'none'"],
  "img-src": ["'self'", "data:"],
  "script-src": ["'self'"],
  "style-src": ["'self'", "'unsafe-inline'"],
};

/** Path of the page. */
export const docsPath = "/docs";

/** Serves the paths below `docsPath`, `/openapi.json` and `/openapi.yaml`. */
export class Docs {
  #loading: Promise<FastifyInstance> | undefined;
  readonly #services: Services;
  readonly #responseSettings: ResponseSettings;

  constructor(services: Services, responseSettings: ResponseSettings) {
    this.#services = services;
    this.#responseSettings = responseSettings;
  }

  /**
   * Never rejects: an error becomes a problem document, and if loading the page failed, the next request
   * loads it again.
   */
  async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      this.#loading ??= loadDocs(this.#services, this.#responseSettings);
      (await this.#loading).routing(request, response);
    } catch (error) {
      this.#loading = undefined;
      if (response.headersSent) response.destroy();
      else respondWithProblem(response, error, this.#responseSettings);
    }
  }

  async close(): Promise<void> {
    await (await this.#loading)?.close();
  }
}

async function loadDocs(services: Services, responseSettings: ResponseSettings): Promise<FastifyInstance> {
  const [{ default: swagger }, { default: swaggerUi }, { default: document }] = await Promise.all([
    import("@fastify/swagger"),
    import("@fastify/swagger-ui"),
    import("../../generated/openapi.json", { with: { type: "json" } }),
  ]);
  const app = fastify({ genReqId: responseSettings.nextRequestId, schemaController: noCompilers });
  app.addHook("onRequest", addSecureFields);
  const noSuchPage = new ApiProblem("notFound", { detail: "The page does not exist." });
  app.setNotFoundHandler(({ id }, reply) => {
    reply.hijack();
    respondWithProblem(reply.raw, noSuchPage, { ...responseSettings, id });
  });
  app.setErrorHandler((error: { readonly statusCode?: number }, { id }, reply) => {
    reply.hijack();
    // @fastify/static responds with 403 to a path outside its folder and with 400 to one with a NUL; both
    // become 404.
    const isClientError = error.statusCode !== undefined && error.statusCode < 500;
    respondWithProblem(reply.raw, isClientError ? noSuchPage : error, { ...responseSettings, id });
  });
  if (!isDocument(document)) throw new TypeError("generated/openapi.json is not an OpenAPI document");
  await app.register(swagger, { mode: "static", specification: { document } });
  await app.register(swaggerUi, {
    routePrefix: docsPath,
    staticCSP: contentSecurityPolicy,
    theme: {
      title: document.info.title,
      css: [{ filename: "docs.css", content: styles }],
      favicon: [favicon],
    },
    // Without Swagger UI's top bar, which is only for loading other documents.
    uiConfig: { deepLinking: true, layout: "BaseLayout", persistAuthorization: false, validatorUrl: null },
    transformSpecification: (contract) => documentOfPage(contract, services.demo),
  });
  app.get("/openapi.json", (_, reply) => reply.send(app.swagger()));
  app.get("/openapi.yaml", (_, reply) => reply.type("application/yaml").send(app.swagger({ yaml: true })));
  await app.ready();
  return app;
}

/** The type of the imported JSON is a literal of all its text; this narrows it to an OpenAPI document. */
function isDocument(document: object): document is StaticDocumentSpec["document"] {
  return "openapi" in document;
}
