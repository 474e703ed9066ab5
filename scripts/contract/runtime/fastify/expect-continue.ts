// `Expect: 100-continue` (RFC 9110, section 10.1.1): the body is asked for once nothing else is wrong with the request.
import type { IncomingMessage, Server, ServerResponse } from "node:http";

/** Requests whose client waits for a 100 before it sends the body; the value tells whether their connection was to stay open. */
const waiting = new WeakMap<IncomingMessage, boolean>();

/** Takes over what Node would do by itself: say 100 before anybody has looked at the credentials. */
export function holdContinue(server: Server): void {
  server.on("checkContinue", (request: IncomingMessage, response: ServerResponse) => {
    waiting.set(request, response.shouldKeepAlive);
    // Until the body is asked for, nobody knows whether it will come, so the next request could not be told from it.
    response.shouldKeepAlive = false;
    server.emit("request", request, response);
  });
}

/** Asks for the body of a request whose client waits to be asked. */
export function sendContinue(request: IncomingMessage, response: ServerResponse): void {
  const keepAlive = waiting.get(request);
  if (keepAlive === undefined) return;
  waiting.delete(request);
  response.shouldKeepAlive = keepAlive;
  response.writeContinue();
}
