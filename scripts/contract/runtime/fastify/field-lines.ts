// The separate lines of each header field of a request, as received.
import type { IncomingMessage } from "node:http";
import type { HeaderFields } from "../boundary/message-head.ts";

/**
 * Returns the lines of repeated fields separately; if none is repeated, the fields that Node has parsed
 * already, because separating lines costs as much again.
 */
export function fieldLines(
  request: Pick<IncomingMessage, "headers" | "headersDistinct" | "rawHeaders">,
): HeaderFields {
  const { headers, rawHeaders } = request;
  return Object.keys(headers).length * 2 === rawHeaders.length ? headers : request.headersDistinct;
}
