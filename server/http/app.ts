// Puts the server together without listening, so that tests can inject requests and main.ts decides where it listens.
import { fastify, type FastifyInstance } from "fastify";
import {
  type ParserError,
  refusalOfParserError,
  refuseConnection,
  takeWhatNodeWouldAnswer,
} from "./client-error.ts";
import type { ControlParts } from "../control/control-routes.ts";
import { addControlRoutes } from "../control/serve-control.ts";
import { Docs } from "../system/docs.ts";
import { drain } from "./drain.ts";
import type { Handlers } from "./handler.ts";
import { urlOf } from "../ids/locations.ts";
import { MetricsServer } from "../system/metrics-server.ts";
import { noCompilers } from "./no-compilers.ts";
import { createRequestIds } from "./request-ids.ts";
import { refuseMalformedRequests } from "./request-line.ts";
import { addContractRoutes } from "./routes.ts";
import { createRoutingErrors } from "./routing-errors.ts";
import { createServices, type ServiceParts, type Services } from "../services.ts";
import { addSystemRoutes, systemPaths } from "../system/system-routes.ts";

/** What an app is made of. */
export interface AppParts extends ServiceParts {
  readonly handlers: Handlers;
  /** Whose pace the control surface sets; without a worker there is no such surface. */
  readonly worker?: ControlParts["worker"] | undefined;
}

/** A server that does not listen yet. */
export interface App {
  readonly fastify: FastifyInstance;
  /** Listens where the settings say, and returns the API's URL. Rejects as Node does, with EADDRINUSE for a port in use. */
  listen(): Promise<string>;
  /** Where the metrics are once it listens, when they have an address of their own. */
  readonly metricsUrl: () => string | undefined;
  /** Refuses what is new, finishes what is under way or gives it up after `drainSeconds`, and closes every connection. */
  drain(): Promise<void>;
}

/** Puts the server together. Rejects with a RouteError when handlers and contract do not fit. */
export async function createApp(parts: AppParts): Promise<App> {
  const { settings } = parts;
  const services = await createServices(parts);
  const nextRequestId = createRequestIds();
  const docs = new Docs(services, nextRequestId);
  const app = fastify({
    exposeHeadRoutes: false,
    genReqId: nextRequestId,
    return503OnClosing: false,
    requestTimeout: settings.requestSeconds * 1000,
    http: {
      maxHeaderSize: settings.maxHeader,
      // Node takes the greater of the two for the whole request, so both are said.
      headersTimeout: settings.requestSeconds * 1000,
      // The missing Host becomes a 400 of ours; Node's own has no body.
      requireHostHeader: false,
      connectionsCheckingInterval: 1000,
    },
    routerOptions: { maxParamLength: settings.maxHeader, querystringParser: () => unparsed },
    clientErrorHandler: (error: ParserError, socket) =>
      refuseConnection(socket, refusalOfParserError(error, settings), nextRequestId()),
    frameworkErrors: (_, request, reply) => errors.badUrl(request, reply),
    schemaController: noCompilers,
  });
  const routes = addContractRoutes(app, parts.handlers, services);
  // Bodies are received after the credentials and the media type were looked at, by request-body.ts. Routes that say what their bodies
  // are can only be added before.
  for (const method of app.supportedMethods)
    app.addHttpMethod(method, { hasBody: false, overrideExisting: true });
  addSystemRoutes(app, services, docs);
  const otherRoutes = [
    ...systemPaths(settings).flatMap((path) => ["GET", "HEAD"].map((method) => ({ method, path }))),
    ...addControl(app, services, parts.worker),
  ].map((route) => ({ ...route, target: null }));
  const errors = createRoutingErrors([...routes, ...otherRoutes], services);
  app.setNotFoundHandler(errors.notFound);
  app.setErrorHandler(errors.failed);
  takeWhatNodeWouldAnswer(app.server, nextRequestId);
  refuseMalformedRequests(app.server, nextRequestId, services.lifecycle);
  await app.ready();
  const metricsServer = new MetricsServer(services.metrics);
  let metricsUrl: string | undefined;
  return {
    fastify: app,
    metricsUrl: () => metricsUrl,
    listen: async () => {
      if (settings.metricsAddress !== undefined) {
        metricsUrl = await metricsServer.listen(settings.metricsAddress);
      }
      await app.listen({ host: settings.host, port: settings.port });
      const address = app.server.address();
      const url = urlOf(settings.host, typeof address === "object" && address ? address.port : settings.port);
      if (settings.publicUrl === "") services.context.locations.movedTo(url);
      return url;
    },
    drain: async () => {
      await drain(app, settings, services.lifecycle);
      await docs.close();
      await metricsServer.close();
    },
  };
}

function addControl(app: FastifyInstance, services: Services, worker: AppParts["worker"]) {
  const { faults, settings, context } = services;
  if (faults === undefined || worker === undefined) return [];
  const { maxDepth } = settings;
  return addControlRoutes(app, services, { store: context.store, faults, worker, maxDepth });
}

/** The router hands the query on as it is; the generated parsers read it. */
const unparsed = {};
