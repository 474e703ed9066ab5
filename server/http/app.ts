// Puts the server together without listening, so that tests can inject requests and main.ts decides where it listens.
import { fastify, type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify";
import { PathTable } from "../../generated/boundary.ts";
import {
  keepToHttp,
  respondWithProblem,
  serverOptionsOf,
  throwNotFound,
} from "../../generated/serve-operations.ts";
import { shownState, snapshotsOf } from "../control/account-state.ts";
import { controlPaths, type ControlParts, uiPaths } from "../control/control-routes.ts";
import { faultyApi } from "../control/faulty-api.ts";
import { addControlRoutes } from "../control/serve-control.ts";
import { Docs } from "../system/docs.ts";
import { drain } from "./drain.ts";
import type { Handlers } from "./handler.ts";
import { basePath, urlOf } from "../ids/locations.ts";
import { MetricsServer } from "../system/metrics-server.ts";
import { noCompilers } from "./no-compilers.ts";
import { createRequestIds } from "./request-ids.ts";
import { addContractRoutes } from "./routes.ts";
import { createSpeech, type Speech } from "./speech.ts";
import { createServices, type ServiceParts, type Services } from "../services.ts";
import { addSystemRoutes, systemPaths } from "../system/system-routes.ts";

/** What an app is made of. */
export interface AppParts extends ServiceParts {
  readonly handlers: Handlers;
  /** Whose pace the control surface sets; without a worker there is no such surface. */
  readonly worker?: ControlParts["worker"] | undefined;
  /** Whether exchanges of the contract leave Fastify once their route is found. Default: true. */
  readonly direct?: boolean | undefined;
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

/** Puts the server together. Rejects with a TypeError when handlers and contract do not fit. */
export async function createApp(parts: AppParts): Promise<App> {
  const { settings } = parts;
  const services = await createServices(parts);
  const nextRequestId = createRequestIds();
  const speech = createSpeech(services, nextRequestId);
  const docs = new Docs(services, speech);
  const { clientErrorHandler, frameworkErrors } = serverOptionsOf(speech);
  const app = fastify({
    exposeHeadRoutes: false,
    genReqId: nextRequestId,
    return503OnClosing: false,
    bodyLimit: settings.maxBody,
    requestTimeout: settings.requestSeconds * 1000,
    http: {
      maxHeaderSize: settings.maxHeader,
      // Node takes the greater of the two for the whole request, so both are said.
      headersTimeout: settings.requestSeconds * 1000,
      // `keepToHttp` refuses a request without Host; Node's own 400 has no body.
      requireHostHeader: false,
      connectionsCheckingInterval: 1000,
    },
    routerOptions: { maxParamLength: settings.maxHeader, querystringParser: () => unparsed },
    clientErrorHandler,
    frameworkErrors,
    schemaController: noCompilers,
  });
  addContractRoutes(app, parts.handlers, services, { speech, direct: parts.direct ?? true });
  addOtherRoutes(app, services, { speech, docs, worker: parts.worker });
  keepToHttp(app, speech);
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

/** What is not the contract's, and what is said of paths that are nobody's. */
function addOtherRoutes(
  app: FastifyInstance,
  services: Services,
  parts: { readonly speech: Speech; readonly docs: Docs; readonly worker: AppParts["worker"] },
): void {
  const { settings, testing, context } = services;
  const { speech, docs, worker } = parts;
  const respondToError = (error: unknown, { id }: FastifyRequest, reply: FastifyReply): void => {
    reply.hijack();
    respondWithProblem(reply.raw, error, { ...speech, id });
  };
  const control =
    testing === undefined || worker === undefined
      ? undefined
      : {
          ...testing,
          api: faultyApi,
          store: context.store,
          worker,
          data: snapshotsOf(context.store),
          shownState: (tenant: string, most: number) => shownState(context.store, tenant, most),
          overview: (tenant: string) => ({
            pace: worker.pace,
            faults: testing.faults.list(tenant),
            snapshots: testing.snapshots.names(tenant),
          }),
        };
  const paths = [
    ...systemPaths(settings).flatMap((path) => ["GET", "HEAD"].map((method) => ({ method, path }))),
    ...(control === undefined ? [] : controlPaths),
    ...(control !== undefined && settings.ui ? uiPaths : []),
  ];
  const table = new PathTable(paths.map((route) => ({ ...route, target: undefined })));
  void app.register((scope, _, done) => {
    scope.setErrorHandler(respondToError);
    addSystemRoutes(scope, services, docs);
    if (control !== undefined) addControlRoutes(scope, services, { ...control, speech });
    done();
  });
  // Before anything of the body is read.
  app.addHook("onRequest", (request, reply, done) => {
    if (request.is404 && !request.url.startsWith(`${basePath}/`)) notFound(request, reply);
    else done();
  });
  app.setNotFoundHandler(notFound);

  function notFound(request: FastifyRequest, reply: FastifyReply): void {
    try {
      throwNotFound(table, request.method, request.url.replace(/[?#].*/s, "").split("/"));
    } catch (error) {
      respondToError(error, request, reply);
    }
  }
}

/** The router hands the query on as it is; the generated parsers read it. */
const unparsed = {};
