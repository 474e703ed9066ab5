// Responses that Fastify and Node send by themselves, as problem documents, and further checks of a strict
// server for every request.
import type { Server, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { HttpError, problemType } from "../boundary/problem.ts";
import { noSuchPath } from "../boundary/path-table.ts";
import {
  httpErrorOfParser,
  type ParserError,
  type ParserLimits,
  type PrintedProblem,
  rejectConnection,
} from "./client-error.ts";
import { holdContinue } from "./expect-continue.ts";
import { rejectMalformedRequests } from "./request-line.ts";
import { type ConnectionState, respond } from "./respond.ts";
import { problemSender } from "./send-problem.ts";
import { isServed } from "./served-paths.ts";
import { replaceTarget } from "./undecodable-targets.ts";
import { type FieldsOf, plainProblems, type ProblemCatalogue, wireProblem } from "./steps.ts";

/** Responses outside of operations. Every option is optional. */
export interface ConnectionOptions extends ParserLimits {
  readonly problems?: ProblemCatalogue | undefined;
  /** Returns header fields of every response. */
  readonly fields?: FieldsOf | undefined;
  /** Returns an id for a request that Node could not parse. */
  readonly nextRequestId?: (() => string) | undefined;
  readonly connection?: ConnectionState | undefined;
}

/** The options for `fastify()`. */
export interface ServerOptions {
  readonly routerOptions: { readonly maxParamLength: number };
  readonly frameworkErrors: (error: unknown, request: FastifyRequest, reply: FastifyReply) => void;
  readonly clientErrorHandler: (error: ParserError, socket: Duplex) => void;
}

const pathTooLong = (): HttpError => new HttpError(414, "A segment of the path is too long.");
const noFields: FieldsOf = () => ({});
const noRequestId = (): string => "unknown";
const noLog = { error: () => undefined };

/**
 * Returns options for `fastify({ ...serverOptionsOf() })`: paths that cannot be decoded and malformed HTTP
 * requests get problem documents, and path parameters may be as long as the document allows.
 */
export function serverOptionsOf(options: ConnectionOptions = {}): ServerOptions {
  const { problems = plainProblems, fields = noFields } = options;
  const send = problemSender({ problems, fieldsOf: fields });
  const print = printer(options);
  return {
    routerOptions: { maxParamLength: 65_536 },
    frameworkErrors(error, request, reply) {
      const code = codeOf(error);
      if (code === "FST_ERR_MAX_PARAM_LENGTH") send(pathTooLong(), request, reply);
      else if (code !== "FST_ERR_BAD_URL") send(error, request, reply);
      // Routed once more, by a path that the router can decode, so that hooks run.
      else if (isServed(request) && replaceTarget(request.raw))
        request.server.routing(request.raw, reply.raw);
      else send(noSuchPath(), request, reply);
    },
    clientErrorHandler: (error, socket) => rejectConnection(socket, httpErrorOfParser(error, options), print),
  };
}

/** Returns the code of an error of Fastify's. */
function codeOf(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : undefined;
}

/** The options of `serverOptionsOf` with its defaults. */
export const serverOptions: ServerOptions = serverOptionsOf();

/**
 * Makes a server follow RFC 9110 and RFC 9112 where Node is lenient: requests with a malformed or repeated
 * Host, a fragment, or another version of HTTP get a 400, CONNECT a 404; the body is requested (100) once
 * everything else is accepted. Call it before the server listens.
 */
export function keepToHttp(app: FastifyInstance, options: ConnectionOptions = {}): void {
  const server: Server = app.server;
  const print = printer(options);
  holdContinue(server);
  // RFC 9110, section 10.1.1: an unknown expectation may be ignored.
  server.on("checkExpectation", (request, response) => server.emit("request", request, response));
  server.on("connect", (_, socket) =>
    rejectConnection(
      socket,
      new HttpError(404, "This server is not a proxy: CONNECT is not supported."),
      print,
    ),
  );
  rejectMalformedRequests(server, (response, error) => respondWithProblem(response, error, options));
}

/** Sends the problem document of an error outside of Fastify's lifecycle. */
export function respondWithProblem(
  response: ServerResponse,
  error: unknown,
  options: ConnectionOptions & { readonly id?: string },
): void {
  const { status, fields, body } = printer(options)(error);
  const headers = { ...fields, "Content-Type": problemType };
  respond(response, { status, fields: {}, headers, body }, options.connection);
}

function printer(
  options: ConnectionOptions & { readonly id?: string },
): (error: unknown) => ReturnType<PrintedProblem> {
  const { problems = plainProblems, fields = noFields, nextRequestId = noRequestId } = options;
  return (error) => {
    const id = options.id ?? nextRequestId();
    const { status, headers, document } = wireProblem(error, { id, log: noLog }, problems);
    return { status, fields: { ...fields({ id }), ...headers }, body: JSON.stringify(document) };
  };
}
