// Generated from openapi.yaml by `contract generate`. Do not edit: change the document and generate again.

import { invoke, operationOf, waitWith } from "../../client/invoke.ts";
import { senderPoolListDates, senderPoolDates, senderPoolOperationListDates, senderListDates } from "../dates.ts";
export { connect } from "../connect.ts";

const wait1 = { operation: /* @__PURE__ */ operationOf("GET /SenderPools/Operations/{operationId}", { dates: senderPoolDates }), path: [["operationId"]], until: { status: ["COMPLETED", "CANCELED"] } };
/** Sender pools, their members, and the long-running operations on them. */
export class SenderPools {
  #caller;
  constructor(caller) { this.#caller = caller; }
  list(...values) { return invoke(this.#caller, "GET q /SenderPools", values, { dates: senderPoolListDates, next: { items: ["senderPools"], query: { pageToken: ["pagination", "next"] } } }); }
  create(...values) { return invoke(this.#caller, "POST b 202 /SenderPools", values, { headers: { idempotencyKey: "Idempotency-Key" }, keyed: true, wait: wait1 }); }
  listOperations(...values) { return invoke(this.#caller, "GET q /SenderPools/Operations", values, { dates: senderPoolOperationListDates, next: { items: ["operations"], query: { pageToken: ["pagination", "next"] } } }); }
  fetchOperation(...values) { return invoke(this.#caller, "GET /SenderPools/Operations/{operationId}", values, { dates: senderPoolDates }); }
  waitForOperation(...values) { return waitWith(this.#caller, wait1, values); }
  fetch(...values) { return invoke(this.#caller, "GET /SenderPools/{senderPoolId}", values, { dates: senderPoolDates }); }
  update(...values) { return invoke(this.#caller, "PATCH b 202 /SenderPools/{senderPoolId}", values, { headers: { ifMatch: "If-Match", idempotencyKey: "Idempotency-Key" }, keyed: true }); }
  delete(...values) { return invoke(this.#caller, "DELETE 202 /SenderPools/{senderPoolId}", values, { headers: { ifMatch: "If-Match", idempotencyKey: "Idempotency-Key" }, keyed: true }); }
  listSenders(...values) { return invoke(this.#caller, "GET q /SenderPools/{senderPoolId}/Senders", values, { dates: senderListDates, next: { items: ["senders"], query: { pageToken: ["pagination", "next"] } } }); }
  addSender(...values) { return invoke(this.#caller, "POST b 202 /SenderPools/{senderPoolId}/Senders", values, { headers: { idempotencyKey: "Idempotency-Key" }, keyed: true, wait: wait1 }); }
  removeSender(...values) { return invoke(this.#caller, "DELETE 202 /SenderPools/{senderPoolId}/Senders/{senderId}", values, { headers: { idempotencyKey: "Idempotency-Key" }, keyed: true }); }
}
