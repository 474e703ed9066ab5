// Builds the journal entry of an exchange.
import type { DescribeRequest } from "../runtime/control/journal.ts";
import { type Secrets, describeRequest } from "../runtime/control/describe-request.ts";
import type { MockExchange } from "./mock.ts";

export function journalEntry(exchange: MockExchange, secrets: Secrets): DescribeRequest {
  const { target, tenant, sent, received, error, response, withheld, began } = exchange;
  return describeRequest(
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
