// `Expect: 100-continue` (RFC 9110, section 10.1.1): the server requests the body once everything else about
// the request is accepted.
import type { IncomingMessage, Server, ServerResponse } from "node:http";

/**
 * A property of requests whose client waits for a 100 before it sends the body: whether their connection was
 * to be kept alive. Servers of several documents, each with its own modules, may share a request.
 */
const waiting = Symbol.for("contract: waits for 100");

/** Replaces Node's default, which sends 100 before the credentials are checked. */
export function holdContinue(server: Server): void {
  server.on("checkContinue", (request: IncomingMessage, response: ServerResponse) => {
    Reflect.set(request, waiting, response.shouldKeepAlive);
    // Until the body is requested, it is unknown whether it will be sent, so the next request on the
    // connection could not be distinguished from it.
    response.shouldKeepAlive = false;
    server.emit("request", request, response);
  });
}

/** Sends 100 to a client that waits for it. */
export function sendContinue(request: IncomingMessage, response: ServerResponse): void {
  const keepAlive = Reflect.get(request, waiting) as boolean | undefined;
  if (keepAlive === undefined) return;
  Reflect.set(request, waiting, undefined);
  response.shouldKeepAlive = keepAlive;
  response.writeContinue();
}
