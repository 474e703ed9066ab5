// What Fastify and Node respond by themselves, said as everything else is, and what else a strict server asks of every request.
import type { Server, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { HttpError, problemType } from "../boundary/problem.ts";
import { noSuchPath } from "../boundary/path-table.ts";
import { lostRequests } from "./lost-requests.ts";
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
import { type FieldsOf, plainProblems, type ProblemCatalogue, wireProblem } from "./steps.ts";

/** How a server speaks where no operation does. All of it can be left out. */
export interface ConnectionOptions extends ParserLimits {
  readonly problems?: ProblemCatalogue | undefined;
  /** Header fields of every response. */
  readonly fields?: FieldsOf | undefined;
  /** Names requests that Node could not read. */
  readonly nextRequestId?: (() => string) | undefined;
  readonly connection?: ConnectionState | undefined;
}

/** What `fastify()` is given. */
export interface ServerOptions {
  readonly routerOptions: { readonly maxParamLength: number };
  readonly frameworkErrors: (error: unknown, request: FastifyRequest, reply: FastifyReply) => void;
  readonly clientErrorHandler: (error: ParserError, socket: Duplex) => void;
}

const noFields: FieldsOf = () => ({});
const noRequestId = (): string => "unknown";
const noLog = { error: () => undefined };

/**
 * For `fastify({ ...serverOptionsOf() })`: a path that cannot be decoded and a request that is no HTTP are answered with problem
 * documents, too, and a value in a path may be as long as the document allows.
 */
export function serverOptionsOf(options: ConnectionOptions = {}): ServerOptions {
  const { problems = plainProblems, fields = noFields } = options;
  const send = problemSender({ problems, fieldsOf: fields });
  const print = printer(options);
  return {
    routerOptions: { maxParamLength: 65_536 },
    frameworkErrors(error, request, reply) {
      if (!lostRequests.serve(request, reply)) send(isBadUrl(error) ? noSuchPath() : error, request, reply);
    },
    clientErrorHandler: (error, socket) => rejectConnection(socket, httpErrorOfParser(error, options), print),
  };
}

/** Whether Fastify's router could not decode a path: then nothing is at it. */
function isBadUrl(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "FST_ERR_BAD_URL";
}

/** `serverOptionsOf` with its defaults. */
export const serverOptions: ServerOptions = serverOptionsOf();

/**
 * Has a server keep to RFC 9110 and RFC 9112 where Node is lenient: requests with a malformed or repeated Host, a fragment, or another version
 * of HTTP are a 400, CONNECT a 404; a body is asked for (100) once nothing else is wrong. Call it before the server listens.
 */
export function keepToHttp(app: FastifyInstance, options: ConnectionOptions = {}): void {
  const server: Server = app.server;
  const print = printer(options);
  holdContinue(server);
  // RFC 9110, section 10.1.1: an expectation that is not known may be ignored.
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

/** Sends the problem document of an error past Fastify. */
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
