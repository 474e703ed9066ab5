// Builds the journal entry of an exchange.
import type { TellRequest } from "../runtime/control/journal.ts";
import { type Secrets, tellRequest } from "../runtime/control/tell-request.ts";
import type { MockExchange } from "./mock.ts";

export function journalEntry(exchange: MockExchange, secrets: Secrets): TellRequest {
  const { target, tenant, sent, received, error, response, withheld, began } = exchange;
  return tellRequest(
    {
      began,
      took: Date.now() - began,
      operationId: target?.operation.operationId,
      tenant,
      method: sent.method,
      url: sent.head.target,
      headers: sent.head.headers,
      body: received?.body,
      status: response.status,
      error,
      withheld,
    },
    secrets,
  );
}
