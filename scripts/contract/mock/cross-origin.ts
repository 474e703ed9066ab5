// CORS for the mock: allows pages of other origins to call it.
// https://fetch.spec.whatwg.org/#http-cors-protocol
import type { WireResponse } from "../runtime/boundary/check-response.ts";
import type { MockResponse } from "./checked-response.ts";
import { fieldText } from "../runtime/boundary/message-head.ts";
import type { SentRequest } from "./mock-receiver.ts";

/** Returns the response to a preflight; undefined for every other request. */
export function preflight({ method, head: { headers } }: SentRequest): WireResponse | undefined {
  const wanted = fieldText(headers, "access-control-request-method");
  const origin = fieldText(headers, "origin");
  if (method !== "OPTIONS" || wanted === undefined || origin === undefined) return undefined;
  return {
    status: 204,
    headers: {
      ...allowing(origin),
      "Access-Control-Allow-Methods": wanted,
      "Access-Control-Allow-Headers": fieldText(headers, "access-control-request-headers") ?? "*",
      "Access-Control-Max-Age": "600",
    },
    body: undefined,
    isJson: false,
  };
}

/** Returns the response with the CORS fields that let a page of another origin read it. */
export function shared(response: MockResponse, { head }: SentRequest): MockResponse {
  const origin = fieldText(head.headers, "origin");
  if (origin === undefined) return response;
  const exposed = Object.keys(response.headers).filter((name) => !/^set-cookie$/i.test(name));
  const headers = {
    ...response.headers,
    ...allowing(origin),
    "Access-Control-Expose-Headers": exposed.join(", "),
  };
  return { ...response, headers };
}

function allowing(origin: string): Record<string, string> {
  return {
    "Access-Control-Allow-Origin": origin,
    "Access-Control-Allow-Credentials": "true",
    Vary: "Origin",
  };
}
