// A request on its way in, and who sends it.
import type { MessageHead } from "../runtime/boundary/message-head.ts";
import { type ReceivedRequest, receiveRequest } from "../runtime/boundary/receive-request.ts";
import type { Guard, Security } from "../runtime/boundary/security.ts";
import { firstTenant, type MockCaller } from "./credentials.ts";
import type { MockOperation } from "./mock-contract.ts";

/** A request as a listener has it. */
export interface SentRequest {
  readonly method: string;
  readonly head: MessageHead;
  /** Receives the body; rejects with a 413 where there is too much of it. */
  bytes(): Promise<Uint8Array>;
}

/** A request as its operation sees it. */
export interface Received extends ReceivedRequest {
  /** Undefined where the credentials were rejected. */
  readonly tenant: string | undefined;
}

const limits = { depth: 100, problems: 100 };

/** Of a rejected request, `error` says why. */
export async function receive(
  operation: MockOperation,
  sent: SentRequest,
  { rawPath, guard }: { readonly rawPath: Readonly<Record<string, string>>; readonly guard: Guard },
): Promise<Received> {
  const { parts, operationId, parameters, body } = operation;
  const rules = {
    operationId,
    parameters,
    body,
    security: operation.security as unknown as Security, // Checked when the document was read.
    reader: parts.reader,
    validators: parts.requests,
    forms: parts.forms,
  };
  const request = { head: sent.head, rawPath, request: sent.head, bytes: () => sent.bytes() };
  const received = await receiveRequest(rules, request, { guard: guard as Guard<MessageHead>, limits });
  const { statusCode } = received.error ?? {};
  const tenant = statusCode === 401 || statusCode === 403 ? undefined : tenantIn(received.callers);
  return { ...received, tenant };
}

/** Of several credentials, those of a tenant that was named. */
function tenantIn(callers: Readonly<Record<string, unknown>>): string {
  const tenants = Object.values(callers).map((caller) => (caller as MockCaller).tenant);
  return tenants.find((tenant) => tenant !== firstTenant) ?? firstTenant;
}
