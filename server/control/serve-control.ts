// The control surface on the wire: credentials first, JSON in and out, problem documents for what is wrong.
import type { IncomingMessage, ServerResponse } from "node:http";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { credentialsIn, expectedType } from "../../generated/boundary.ts";
import {
  receiveBody,
  RequestAborted,
  RequestHead,
  respond,
  respondWithProblem,
  sendContinue,
} from "../../generated/serve-operations.ts";
import type { BasicCredentials } from "../accounts/auth.ts";
import type { Speech } from "../http/speech.ts";
import { Refusal } from "../problems/refusal.ts";
import type { Services } from "../services.ts";
import { type ControlParts, type ControlRoute, controlRoutes } from "./control-routes.ts";

/** JSON only: a page of another origin cannot send it without asking first (CORS), and is told no. */
const bodyRules = { mediaTypes: ["application/json"], required: true };

/** What the surface works on, and how its errors are said. */
interface ControlSurface extends ControlParts {
  readonly speech: Speech;
}

/** Its paths and methods, as the contract would write them. */
export const controlPaths = controlRoutes.map(({ method, path }) => ({
  method,
  path: path.replace(/:(\w+)/g, "{$1}"),
}));

/** Adds its routes. */
export function addControlRoutes(app: FastifyInstance, services: Services, surface: ControlSurface): void {
  for (const route of controlRoutes) {
    app.route<{ Params: Record<string, string> }>({
      method: route.method,
      url: route.path,
      // Before Fastify would read a body: the credentials come first.
      onRequest: (request, reply) => {
        reply.hijack();
        void serve(route, request, { response: reply.raw, services, surface });
      },
      handler: () => undefined,
    });
  }
}

async function serve(
  route: ControlRoute,
  request: FastifyRequest<{ Params: Record<string, string> }>,
  parts: {
    readonly response: ServerResponse;
    readonly services: Services;
    readonly surface: ControlSurface;
  },
): Promise<void> {
  const { services, surface, response } = parts;
  const { log, settings } = services;
  const { raw, id, params } = request;
  const { speech } = surface;
  try {
    const accountId = accountIn(request, services);
    const body = route.takesBody ? await receive(raw, response, settings.maxBody) : Buffer.alloc(0);
    const answer = await route.handle({ accountId, body, params }, surface);
    log.info({ requestId: id, control: `${route.method} ${route.path}` }, "a tester is at work");
    const headers = { "Content-Type": "application/json" };
    const ready = {
      status: route.status,
      fields: speech.fields(request),
      headers,
      body: JSON.stringify(answer),
    };
    respond(response, ready, speech.connection);
  } catch (error) {
    if (error instanceof RequestAborted) return;
    respondWithProblem(response, error, { ...speech, id });
  }
}

function accountIn(request: FastifyRequest, { authenticator }: Services): string {
  const credentials = credentialsIn({ kind: "basic" }, new RequestHead(request));
  // Of this kind, they are always a user name and a password.
  const accountId = credentials && authenticator.accountOf(credentials as BasicCredentials);
  if (accountId === undefined) throw new Refusal("unauthorized");
  return accountId;
}

async function receive(request: IncomingMessage, response: ServerResponse, maxBody: number): Promise<Buffer> {
  if (expectedType(request.headers, bodyRules, maxBody) === undefined) return Buffer.alloc(0);
  sendContinue(request, response);
  return new Promise((resolve, reject) => receiveBody(request, maxBody, resolve, reject));
}
