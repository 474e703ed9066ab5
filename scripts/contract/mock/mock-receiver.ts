// Receives requests: reads and validates them, and identifies their tenant.
import type { JsonObject } from "../document/document.ts";
import type { MaybePromise } from "../runtime/boundary/maybe-promise.ts";
import type { MessageHead } from "../runtime/boundary/message-head.ts";
import { type ReceivedRequest, RequestReceiver } from "../runtime/boundary/request-receiver.ts";
import { usualLimits } from "../runtime/json/scan-json.ts";
import type { Guard, Security } from "../runtime/boundary/security.ts";
import { utf8Text } from "../runtime/fastify/receive-body.ts";
import { firstTenant, type MockCaller } from "./credentials.ts";
import type { MockOperation } from "./mock-contract.ts";
import { XmlReceiver } from "./xml-receiver.ts";
import { isXmlType } from "./xml-types.ts";

/** A request as the listener received it. */
export interface SentRequest {
  readonly method: string;
  readonly head: MessageHead;
  /** Receives the body; rejects with an HttpError (413) if it is too large. */
  bytes(): PromiseLike<Uint8Array>;
}

/** A request as the operation receives it. */
export interface Received extends ReceivedRequest {
  /** Undefined if the credentials were rejected. */
  readonly tenant: string | undefined;
}

/**
 * Receives the requests of a document. The parts that an operation needs are created at its first request.
 */
export class MockReceiver {
  readonly #guard: Guard<MessageHead>;
  readonly #root: JsonObject;
  readonly #receivers = new Map<MockOperation, RequestReceiver<MessageHead>>();

  /** @param root  the document, whose schemas describe XML */
  constructor(guard: Guard, root: JsonObject) {
    this.#guard = guard as Guard<MessageHead>; // The guard reads nothing but credentials.
    this.#root = root;
  }

  /** Receives a request; for a rejected one, `error` is the reason. */
  receive(
    operation: MockOperation,
    sent: SentRequest,
    rawPath: Readonly<Record<string, string>>,
  ): MaybePromise<ReceivedRequest> {
    return this.#of(operation).receive(new Receivable(sent, rawPath));
  }

  #of(operation: MockOperation): RequestReceiver<MessageHead> {
    const known = this.#receivers.get(operation);
    if (known !== undefined) return known;
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
    const receiving = { guard: this.#guard, limits: usualLimits, decode: utf8Text };
    const receiver =
      body?.mediaTypes.some(isXmlType) === true
        ? new XmlReceiver(operation, this.#root, [rules, receiving])
        : new RequestReceiver(rules, receiving);
    this.#receivers.set(operation, receiver);
    return receiver;
  }
}

/** A request for the receiver. A class: a closure for each request would cost more than its fields. */
class Receivable {
  readonly head: MessageHead;
  readonly rawPath: Readonly<Record<string, string>>;
  readonly request: MessageHead;
  readonly #sent: SentRequest;

  constructor(sent: SentRequest, rawPath: Readonly<Record<string, string>>) {
    this.head = sent.head;
    this.rawPath = rawPath;
    this.request = sent.head;
    this.#sent = sent;
  }

  bytes(): PromiseLike<Uint8Array> {
    return this.#sent.bytes();
  }
}

/** Returns a request with the tenant of its credentials. */
export function withTenant(received: ReceivedRequest): Received {
  const statusCode = received.error?.statusCode;
  const tenant = statusCode === 401 || statusCode === 403 ? undefined : tenantIn(received.callers);
  const { path, query, headers, cookies, callers, body, error } = received;
  return { path, query, headers, cookies, callers, body, error, tenant };
}

/** Returns the tenant of the credentials; of several, one that was given explicitly. */
function tenantIn(callers: Readonly<Record<string, unknown>>): string {
  for (const scheme in callers) {
    const { tenant } = callers[scheme] as MockCaller; // The type that the guard returns.
    if (tenant !== firstTenant) return tenant;
  }
  return firstTenant;
}
