// The lines of each header field of a request, as they came.
import type { IncomingMessage } from "node:http";
import type { HeaderFields } from "../boundary/message-head.ts";

/** The lines of a repeated field apart; where none is repeated, what Node has made already, since taking lines apart costs as much again. */
export function fieldLines(
  request: Pick<IncomingMessage, "headers" | "headersDistinct" | "rawHeaders">,
): HeaderFields {
  const { headers, rawHeaders } = request;
  return Object.keys(headers).length * 2 === rawHeaders.length ? headers : request.headersDistinct;
}
