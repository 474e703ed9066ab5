// Generated from openapi.yaml by `contract generate`. Do not edit: change the document and generate again.

import { SenderPools } from "./sender-pools.js";
import { Senders } from "./senders.js";

/** All resources over one connection. */
export class Resources {
  constructor(caller) {
    this["senderPools"] = new SenderPools(caller);
    this["senders"] = new Senders(caller);
  }
}
