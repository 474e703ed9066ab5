// Generated from openapi.yaml by `contract generate`. Do not edit: change the document and generate again.

import type { ConnectionOptions } from "../client/call-options.ts";
import type { Caller } from "../client/caller.ts";
import { connectTo } from "../client/connect.ts";
import type { Credentials } from "./resources.ts";
import { sdk } from "./sdk.ts";

/**
 * Options of the client. What is left out is taken from the environment: `TWILIO_ACCOUNT_SID`, `TWILIO_AUTH_TOKEN`, `TWILIO_API_KEY`, `TWILIO_API_KEY_SECRET`, `TWILIO_COMMS_BASE_URL`.
 */
export interface ClientOptions extends ConnectionOptions, Credentials {}

/**
 * Connects single resources, so that a bundle contains only the resources that it uses.
 *
 * @example const senderPools = new SenderPools(connect({ … }));
 */
export function connect(options: ClientOptions = {}): Caller {
  return connectTo(sdk, options);
}
