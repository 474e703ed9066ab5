// A fetch that returns responses from a list and records requests, for tests without a network.
import { TwilioClient, type ClientOptions, type FetchInit } from "../../generated/index.ts";

export interface ObservedRequest {
  readonly url: string;
  readonly init: FetchInit;
}

/** Creates a JSON response. */
export function json(body: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { "Content-Type": "application/json", ...headers },
  });
}

/**
 * Creates a client whose fetch returns these responses, the last one repeatedly, and records the requests.
 */
export function observedClient(
  responses: readonly (() => Response | Promise<Response>)[],
  options: ClientOptions = {},
): { client: TwilioClient; requests: ObservedRequest[] } {
  const requests: ObservedRequest[] = [];
  const client = new TwilioClient({
    accountId: "AC1",
    authToken: "secret",
    baseUrl: "https://api.example.com/v1",
    backoff: { first: 1, longest: 1 },
    fetch: async (url, init) => {
      // A copy as sent: a hook or a later attempt may modify the object.
      requests.push({ url, init: { ...init, headers: new Headers(init.headers) } });
      return (responses[Math.min(requests.length, responses.length) - 1] ?? (() => json({})))();
    },
    ...options,
  });
  return { client, requests };
}
