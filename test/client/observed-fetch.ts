// A fetch that answers from a list and remembers what it was asked: for tests of what does not need a network.
import { TwilioClient, type ClientOptions, type FetchInit } from "../../generated/index.ts";

export interface ObservedRequest {
  readonly url: string;
  readonly init: FetchInit;
}

/** A response with JSON in it. */
export function json(body: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { "Content-Type": "application/json", ...headers },
  });
}

/** A client whose fetch gives these responses, the last one again and again, and the requests it made. */
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
      // As sent: a hook or a later attempt may change the object.
      requests.push({ url, init: { ...init, headers: new Headers(init.headers) } });
      return (responses[Math.min(requests.length, responses.length) - 1] ?? (() => json({})))();
    },
    ...options,
  });
  return { client, requests };
}
