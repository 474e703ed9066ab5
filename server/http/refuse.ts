// Answers with a problem document where no operation is being served: routing errors, failures of the framework.
import type { ServerResponse } from "node:http";
import { errorKind } from "../problems/errors.ts";
import { problemMediaType, problemOf } from "../problems/problem.ts";
import type { Refusal } from "../problems/refusal.ts";
import { type ConnectionState, respond } from "./respond.ts";

/** Sends the problem document of a refusal. */
export function refuse(
  response: ServerResponse,
  refusal: Refusal,
  requestId: string,
  connection: ConnectionState,
): void {
  const answer = {
    status: errorKind(refusal.kind).status,
    contentType: problemMediaType,
    fields: { "Request-Id": requestId },
    headers: refusal.headers,
    body: JSON.stringify(problemOf(refusal, requestId)),
  };
  respond(response, answer, connection);
}
