// The client: all resources over one connection. Its name is the document's `x-sdk.client`.
import { type Credentials, Resources, sdk } from "../generated/resources.ts";
import type { ConnectionOptions } from "./call-options.ts";
import type { Caller } from "./caller.ts";
import { connectTo } from "./connect.ts";

/** Options of `new TwilioClient`. What is left out is taken from the environment. */
export interface ClientOptions extends ConnectionOptions, Credentials {}

/**
 * A client for the API. Credentials come from the options or from the environment (`TWILIO_ACCOUNT_SID` and
 * `TWILIO_AUTH_TOKEN`, or `TWILIO_API_KEY` and `TWILIO_API_KEY_SECRET`).
 *
 * Calls reject with an `ApiError` for every answer that is no success, with a `ConnectionError`, a `TimeoutError` or an
 * `UnexpectedResponseError`, with the caller's abort reason, and with a `TypeError` for input that cannot be sent.
 *
 * @example const client = new TwilioClient({ accountId, authToken });
 */
export class TwilioClient extends Resources {
  constructor(options: ClientOptions = {}) {
    super(connect(options));
  }
}

/**
 * What resources need to be used one by one, so that a bundle holds only those. Throws as `new TwilioClient` does.
 *
 * @example const senderPools = new SenderPools(connect({ accountId, authToken }));
 */
export function connect(options: ClientOptions = {}): Caller {
  return connectTo(sdk, options);
}
