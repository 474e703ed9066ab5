// Assembles the server without listening, so that tests can inject requests and `main.ts` decides where it
// listens.
import { fastify, type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify";
import { PathTable, unroutedError } from "../../generated/boundary.ts";
import { keepToHttp, respondWithProblem, serverOptionsOf } from "../../generated/serve-operations.ts";
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
import { createResponseSettings, type ResponseSettings } from "./response-settings.ts";
import { createServices, type ServiceParts, type Services } from "../services.ts";
import { addSystemRoutes, systemPaths } from "../system/system-routes.ts";

/** Dependencies of `createApp`. */
export interface AppParts extends ServiceParts {
  readonly handlers: Handlers;
  /** The worker whose pace the control surface sets; without a worker there is no control surface. */
  readonly worker?: ControlParts["worker"] | undefined;
  /** Whether requests to contract operations bypass Fastify once their route is found. Default: true. */
  readonly direct?: boolean | undefined;
}

/** An assembled server that does not listen yet. */
export interface App {
  readonly fastify: FastifyInstance;
  /**
   * Listens on the configured address and returns the API's URL. Rejects as Node does, with EADDRINUSE for a
   * port in use.
   */
  listen(): Promise<string>;
  /** The metrics' URL once the server listens; undefined if they have no address of their own. */
  readonly metricsUrl: () => string | undefined;
  /**
   * Rejects new requests, lets those in progress finish for at most `drainSeconds`, then closes every
   * connection.
   */
  drain(): Promise<void>;
}

/** Assembles the server. Rejects with a `TypeError` if handlers and contract do not match. */
export async function createApp(parts: AppParts): Promise<App> {
  const { settings } = parts;
  const services = await createServices(parts);
  const nextRequestId = createRequestIds();
  const responseSettings = createResponseSettings(services, nextRequestId);
  const docs = new Docs(services, responseSettings);
  const { clientErrorHandler, frameworkErrors } = serverOptionsOf(responseSettings);
  const app = fastify({
    exposeHeadRoutes: false,
    genReqId: nextRequestId,
    return503OnClosing: false,
    bodyLimit: settings.maxBody,
    requestTimeout: settings.requestSeconds * 1000,
    http: {
      maxHeaderSize: settings.maxHeader,
      // Node applies the greater of the two to the whole request, so both are set.
      headersTimeout: settings.requestSeconds * 1000,
      // `keepToHttp` rejects a request without `Host`; Node's own 400 has no body.
      requireHostHeader: false,
      connectionsCheckingInterval: 1000,
    },
    routerOptions: { maxParamLength: settings.maxHeader, querystringParser: () => unparsed },
    clientErrorHandler,
    frameworkErrors,
    schemaController: noCompilers,
  });
  addContractRoutes(app, parts.handlers, services, { responseSettings, direct: parts.direct ?? true });
  addOtherRoutes(app, services, { responseSettings, docs, worker: parts.worker });
  keepToHttp(app, responseSettings);
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

/** Adds the routes outside the contract, and the 404 for unknown paths. */
function addOtherRoutes(
  app: FastifyInstance,
  services: Services,
  parts: {
    readonly responseSettings: ResponseSettings;
    readonly docs: Docs;
    readonly worker: AppParts["worker"];
  },
): void {
  const { settings, testing, context } = services;
  const { responseSettings, docs, worker } = parts;
  const respondToError = (error: unknown, { id }: FastifyRequest, reply: FastifyReply): void => {
    reply.hijack();
    respondWithProblem(reply.raw, error, { ...responseSettings, id });
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
    if (control !== undefined) addControlRoutes(scope, services, { ...control, responseSettings });
    done();
  });
  // `onRequest` runs before any of the body is read.
  app.addHook("onRequest", (request, reply, done) => {
    if (request.is404 && !request.url.startsWith(`${basePath}/`)) notFound(request, reply);
    else done();
  });
  app.setNotFoundHandler(notFound);

  function notFound(request: FastifyRequest, reply: FastifyReply): void {
    const found = table.find(request.method, request.url.replace(/[?#].*/s, ""));
    respondToError(unroutedError(found), request, reply);
  }
}

/** Makes the router leave the query unparsed; the generated parsers read it. */
const unparsed = {};
