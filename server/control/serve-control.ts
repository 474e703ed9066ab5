// The control surface on the wire: credentials first, JSON in and out, problem documents for what is wrong.
import type { IncomingMessage, ServerResponse } from "node:http";
import type { FastifyInstance } from "fastify";
import { sendContinue } from "../http/expect-continue.ts";
import { refusalOf } from "../problems/problem-from-error.ts";
import { refuse } from "../http/refuse.ts";
import { bodyMediaType, receiveBody, RequestAborted } from "../http/request-body.ts";
import { respond } from "../http/respond.ts";
import type { Services } from "../services.ts";
import { type ControlParts, type ControlRoute, controlRoutes } from "./control-routes.ts";

interface ControlExchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly requestId: string;
  readonly params: Readonly<Record<string, string>>;
}

/** JSON only: a page of another origin cannot send it without asking first (CORS), and is told no. */
const bodyRules = { mediaTypes: ["application/json"], required: true };

/** Adds its routes; returns them for the errors of routing. */
export function addControlRoutes(
  app: FastifyInstance,
  services: Services,
  parts: ControlParts,
): readonly { readonly method: string; readonly path: string }[] {
  for (const route of controlRoutes) {
    app.route<{ Params: Record<string, string> }>({
      method: route.method,
      url: route.path,
      handler: ({ raw: request, id: requestId, params }, reply) => {
        reply.hijack();
        void serve(route, { request, response: reply.raw, requestId, params }, services, parts);
      },
    });
  }
  return controlRoutes.map(({ method, path }) => ({ method, path: path.replace(/:(\w+)/g, "{$1}") }));
}

async function serve(
  route: ControlRoute,
  { request, response, requestId, params }: ControlExchange,
  services: Services,
  parts: ControlParts,
): Promise<void> {
  const { lifecycle, log, authenticator, settings } = services;
  try {
    const accountId = authenticator.authenticate(request);
    const body = route.takesBody ? await receive(request, response, settings.maxBody) : Buffer.alloc(0);
    const answer = await route.handle({ accountId, body, params }, parts);
    log.info({ requestId, control: `${route.method} ${route.path}` }, "a tester is at work");
    const wire = {
      status: route.status,
      contentType: "application/json",
      fields: { "Request-Id": requestId },
      headers: {},
      body: JSON.stringify(answer),
    };
    respond(response, wire, lifecycle);
  } catch (error) {
    if (error instanceof RequestAborted) return;
    refuse(response, refusalOf(error, log, { requestId }), requestId, lifecycle);
  }
}

async function receive(request: IncomingMessage, response: ServerResponse, maxBody: number): Promise<Buffer> {
  const mediaType = bodyMediaType(request.headers, bodyRules, maxBody);
  if (mediaType === undefined) return Buffer.alloc(0);
  sendContinue(request, response);
  return new Promise((resolve, reject) => receiveBody(request, maxBody, resolve, reject));
}
