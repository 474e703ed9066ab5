// `Expect: 100-continue` (RFC 9110, section 10.1.1): the server requests the body once everything else about
// the request is accepted.
import type { IncomingMessage, Server, ServerResponse } from "node:http";

/**
 * Requests whose client waits for a 100 before it sends the body; the value is whether their connection was
 * to be kept alive.
 */
const waiting = new WeakMap<IncomingMessage, boolean>();

/** Replaces Node's default, which sends 100 before the credentials are checked. */
export function holdContinue(server: Server): void {
  server.on("checkContinue", (request: IncomingMessage, response: ServerResponse) => {
    waiting.set(request, response.shouldKeepAlive);
    // Until the body is requested, it is unknown whether it will be sent, so the next request on the
    // connection could not be told from it.
    response.shouldKeepAlive = false;
    server.emit("request", request, response);
  });
}

/** Sends 100 to a client that waits for it. */
export function sendContinue(request: IncomingMessage, response: ServerResponse): void {
  const keepAlive = waiting.get(request);
  if (keepAlive === undefined) return;
  waiting.delete(request);
  response.shouldKeepAlive = keepAlive;
  response.writeContinue();
}
