// Serves the control surface over HTTP: checks credentials first, reads and writes JSON, reports errors as
// problem documents.
import type { IncomingMessage, ServerResponse } from "node:http";
import type { FastifyInstance, FastifyRequest } from "fastify";
import {
  credentialsIn,
  expectedType,
  invalidRequest,
  readBody,
  type RequestProblem,
} from "../../generated/boundary.ts";
import {
  controlPath,
  type ControlLocation,
  type ControlRoute,
  pageFile,
  rejectOtherOrigins,
} from "../../generated/control.ts";
import {
  receiveBody,
  RequestAborted,
  RequestHead,
  respond,
  respondWithProblem,
  sendContinue,
} from "../../generated/serve-operations.ts";
import { isLoopback } from "../accounts/read-accounts.ts";
import type { BasicCredentials } from "../accounts/auth.ts";
import type { ResponseSettings } from "../http/response-settings.ts";
import { enoughProblems } from "../problems/problem.ts";
import { ApiProblem } from "../problems/api-problem.ts";
import type { Services } from "../services.ts";
import { type ControlParts, controlRoutes, uiPaths } from "./control-routes.ts";

/**
 * Only JSON is accepted: a page of another origin cannot send it without a CORS preflight, which is rejected.
 */
const bodyRules = { mediaTypes: ["application/json"], required: true };

/** The objects that control routes work on, and the settings of its responses. */
interface ControlSurface extends ControlParts {
  readonly responseSettings: ResponseSettings;
}

/** Parameters of `serve`. */
interface ServingParts {
  readonly place: ControlLocation;
  readonly response: ServerResponse;
  readonly services: Services;
  readonly surface: ControlSurface;
}

/** Adds the routes of the control surface, and its page if enabled. */
export function addControlRoutes(app: FastifyInstance, services: Services, surface: ControlSurface): void {
  const place = locationOf(services.settings);
  if (services.settings.ui) addPage(app, surface);
  for (const route of controlRoutes) {
    app.route<{ Params: Record<string, string> }>({
      method: route.method,
      url: controlPath + route.path.replace(/\{(\w+)\}/g, ":$1"),
      // In `onRequest`, that is, before Fastify would read a body: credentials are checked first.
      onRequest: (request, reply) => {
        reply.hijack();
        void serve(route, request, { response: reply.raw, services, surface, place });
      },
      handler: () => undefined,
    });
  }
}

/** Adds the page's files. They hold no data, so they require no credentials. */
function addPage(app: FastifyInstance, { responseSettings }: ControlSurface): void {
  for (const { method, path: url } of uiPaths) {
    app.route({
      method,
      url,
      onRequest: (request, reply) => {
        reply.hijack();
        const { headers, text } = pageFile(url.slice(controlPath.length))!; // Each path has one.
        const fields = responseSettings.fields(request);
        respond(reply.raw, { status: 200, fields, headers, body: text }, responseSettings.connection);
      },
      handler: () => undefined,
    });
  }
}

function locationOf({ host, publicUrl }: Services["settings"]): ControlLocation {
  const named = publicUrl === "" ? [] : [new URL(publicUrl).hostname];
  return { hosts: [host, ...named], isLoopback: isLoopback(host) };
}

async function serve(
  route: ControlRoute<ControlParts>,
  request: FastifyRequest<{ Params: Record<string, string> }>,
  { response, services, surface, place }: ServingParts,
): Promise<void> {
  const { raw, id, params } = request;
  const { responseSettings } = surface;
  try {
    rejectOtherOrigins(raw.headers, place);
    const tenant = accountIn(request, services);
    const takesBody = route.method === "PUT" || route.method === "POST";
    const body = takesBody ? await receive(raw, response, services) : undefined;
    const query = new URLSearchParams(request.url.replace(/^[^?]*/, ""));
    const { status, body: given } = await route.handle({ tenant, body, params, query }, surface);
    // GET is not logged: it changes nothing, and the page polls once a second.
    if (route.method !== "GET")
      services.log.info(
        { requestId: id, control: `${route.method} ${route.path}` },
        "the control surface is used",
      );
    const headers = { "Content-Type": "application/json" };
    const ready = { status, fields: responseSettings.fields(request), headers, body: JSON.stringify(given) };
    respond(response, ready, responseSettings.connection);
  } catch (error) {
    if (error instanceof RequestAborted) return;
    respondWithProblem(response, error, { ...responseSettings, id });
  }
}

function accountIn(request: FastifyRequest, { authenticator }: Services): string {
  const credentials = credentialsIn({ kind: "basic" }, new RequestHead(request));
  // Basic credentials always consist of a user name and a password.
  const accountId = credentials && authenticator.accountOf(credentials as BasicCredentials);
  if (accountId === undefined) throw new ApiProblem("unauthorized");
  return accountId;
}

/** Reads the body as JSON; undefined if there is none. Throws a 400 that lists all errors of the body. */
async function receive(
  request: IncomingMessage,
  response: ServerResponse,
  { settings }: Services,
): Promise<unknown> {
  const { maxBody, maxDepth } = settings;
  const type = expectedType(request.headers, bodyRules, maxBody);
  if (type === undefined) return undefined;
  sendContinue(request, response);
  const bytes = await new Promise<Uint8Array>((resolve, reject) =>
    receiveBody(request, maxBody, resolve, reject),
  );
  const problems: RequestProblem[] = [];
  const limits = { depth: maxDepth, problems: enoughProblems, nul: false };
  const { body } = await readBody({ bytes, type, declared: type }, { forms: {}, limits }, problems);
  if (problems.length > 0) throw invalidRequest(problems);
  return body;
}
