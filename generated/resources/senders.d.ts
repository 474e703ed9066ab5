// Generated from openapi.yaml by `contract generate`. Do not edit: change the document and generate again.

export { Senders } from "../resources.ts";
export { connect } from "../connect.ts";
export type { ClientOptions } from "../connect.ts";
