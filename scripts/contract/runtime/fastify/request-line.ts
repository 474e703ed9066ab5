// Rejects requests that violate RFC 9112 but that Node's parser accepts, before anything else is checked.
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { HttpError } from "../boundary/problem.ts";

/**
 * `uri-host [ ":" port ]` (RFC 9110, section 7.2; RFC 3986, section 3.2.2). Empty if the target has no
 * authority.
 */
const hostField = /^(?:\[[0-9A-Fa-f:.]+\]|(?:[\w.~!$&'()*+,;=-]|%[0-9A-Fa-f]{2})*)(?::[0-9]*)?$/;

/** Runs the check before every request listener of the server. */
export function rejectMalformedRequests(
  server: Server,
  refuse: (response: ServerResponse, error: HttpError) => void,
): void {
  const listeners = server.listeners("request");
  server.removeAllListeners("request");
  server.on("request", (request: IncomingMessage, response: ServerResponse) => {
    const error = malformedRequest(request);
    if (error === undefined) for (const listener of listeners) listener.call(server, request, response);
    else refuse(response, error);
  });
}

/** Returns the 400 for an invalid HTTP/1.x request; undefined for a valid one. */
function malformedRequest(request: IncomingMessage): HttpError | undefined {
  const { httpVersion, url = "" } = request;
  if (httpVersion !== "1.1" && httpVersion !== "1.0")
    return new HttpError(400, `This server supports HTTP/1.1, not HTTP/${httpVersion}.`);
  // RFC 9112, section 3.2: no form of the request target has a fragment.
  if (url.includes("#")) return new HttpError(400, "A request target must not contain a fragment.");
  // RFC 9112, section 3.2.
  const detail = problemOfHost(request);
  if (detail === undefined) return undefined;
  return new HttpError(400, "The request has 1 problem.", {
    errors: [{ in: "header", name: "Host", detail }],
  });
}

/** Returns the problem of the Host field. HTTP/1.0 does not require one. */
function problemOfHost({ httpVersion, headers: { host }, rawHeaders }: IncomingMessage): string | undefined {
  if (host === undefined) return httpVersion === "1.1" ? "must be sent in HTTP/1.1" : undefined;
  if (!hostField.test(host)) return "must be a host, with or without a port";
  let lines = 0;
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at]!;
    if (name.length === 4 && name.toLowerCase() === "host") lines++;
  }
  return lines > 1 ? "must be sent once" : undefined;
}
