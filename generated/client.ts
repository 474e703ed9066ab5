// Generated from openapi.yaml by `contract generate`. Do not edit: change the document and generate again.

import { type ClientOptions, connect } from "./connect.ts";
import { Resources } from "./resources/all.js";

/**
 * A client for SenderPools API.
 *
 * Calls reject with an `ApiError` for every unsuccessful response, with a `ConnectionError`, a `TimeoutError` or an
 * `UnexpectedResponseError`, with the caller's abort reason, and with a `TypeError` for input that cannot be sent.
 *
 * @example const client = new TwilioClient();
 */
export class TwilioClient extends Resources {
  constructor(options: ClientOptions = {}) {
    super(connect(options));
  }
}
