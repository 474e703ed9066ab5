// What the journal keeps of an exchange.
import type { EndedExchange } from "../runtime/control/describe-request.ts";
import type { HeaderFields } from "../runtime/boundary/message-head.ts";
import type { MockExchange } from "./mock.ts";

/**
 * Creates the records of the journal. Successive requests with equal header fields share them: what a
 * thousand records keep alive costs more than writing them.
 */
export class JournalRecords {
  #headers: HeaderFields = {};
  #url = "";

  of(exchange: MockExchange): EndedExchange {
    const { target, tenant, sent, received, error, response, withheld, began } = exchange;
    const { head, method } = sent;
    if (!isEqual(this.#headers, head.headers)) this.#headers = head.headers;
    if (this.#url !== head.target) this.#url = head.target;
    return {
      began,
      took: Date.now() - began,
      operationId: target?.operation.operationId,
      tenant,
      method,
      url: this.#url,
      headers: this.#headers,
      body: received?.body,
      status: response.status,
      error,
      withheld,
    };
  }
}

/** Whether header fields are equal, in the same order. */
function isEqual(one: HeaderFields, other: HeaderFields): boolean {
  const names = Object.keys(other);
  const before = Object.keys(one);
  return (
    names.length === before.length &&
    names.every((name, at) => name === before[at] && one[name] === other[name])
  );
}
