// The two 202 responses. Both name the same resource in the body and in the header fields.
import type { HandlerResponse, HandlerContext } from "../http/handler.ts";

/** A 202 for work that continues as an operation. */
export function operationAccepted(
  operationId: string,
  { locations }: HandlerContext,
): HandlerResponse<"createSenderPool" | "addSenderPoolSenders"> {
  const location = locations.of("fetchSenderPoolOperation", { operationId });
  return {
    status: 202,
    headers: { Location: location, "Operation-Id": operationId, "Operation-Location": location },
    body: { operationId, operationLocation: location },
  };
}

/** A 202 for a change that is complete; the body names the changed pool. */
export function resourceAccepted(
  senderPoolId: string,
  { locations }: HandlerContext,
): HandlerResponse<"updateSenderPool" | "deleteSenderPool" | "removeSenderPoolSender"> {
  const location = locations.of("fetchSenderPool", { senderPoolId });
  return {
    status: 202,
    headers: { Location: location, "Resource-Id": senderPoolId, "Resource-Location": location },
    body: { resourceId: senderPoolId, resourceLocation: location },
  };
}
