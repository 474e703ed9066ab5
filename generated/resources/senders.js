// Generated from openapi.yaml by `contract generate`. Do not edit: change the document and generate again.

import { invoke, operationOf, waitWith } from "../../client/invoke.ts";
import { senderListDates, senderPoolDates } from "../dates.ts";
export { connect } from "../connect.ts";

/** The senders of an account, whether or not they are in a pool. */
export class Senders {
  #caller;
  constructor(caller) { this.#caller = caller; }
  list(...values) { return invoke(this.#caller, "GET q /Senders", values, { dates: senderListDates, next: { items: ["senders"], query: { pageToken: ["pagination", "next"] } } }); }
  fetch(...values) { return invoke(this.#caller, "GET /Senders/{senderId}", values, { dates: senderPoolDates }); }
}
