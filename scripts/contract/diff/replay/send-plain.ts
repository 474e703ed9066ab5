// Sends the requests that `fetch` refuses: a GET or HEAD with a body, a TRACE. A document may ask for them all the same.
import { request as overHttp } from "node:http";
import { request as overHttps } from "node:https";
import { text as textOf } from "node:stream/consumers";

/** What is sent, as `fetch` takes it. */
export interface PlainRequest {
  readonly method: string;
  readonly headers: Headers;
  readonly body: string | undefined;
  readonly signal: AbortSignal;
}

/** Whether the Fetch Standard leaves a request out (https://fetch.spec.whatwg.org, Request constructor). */
export function isLeftOutByFetch({ method, body }: Pick<PlainRequest, "method" | "body">): boolean {
  const name = method.toUpperCase();
  return (
    ["CONNECT", "TRACE", "TRACK"].includes(name) || (body !== undefined && ["GET", "HEAD"].includes(name))
  );
}

/** One request, no redirect followed. Rejects with Node's error when there is no answer. */
export function sendPlain(
  address: URL,
  { method, headers, body, signal }: PlainRequest,
): Promise<{ readonly status: number; readonly text: string }> {
  const send = address.protocol === "https:" ? overHttps : overHttp;
  const length = body === undefined ? {} : { "content-length": String(Buffer.byteLength(body)) };
  return new Promise((resolve, reject) => {
    const options = { method, headers: { ...Object.fromEntries(headers), ...length }, signal, agent: false };
    send(address, options, (response) => {
      textOf(response).then((text) => {
        resolve({ status: response.statusCode ?? 0, text });
      }, reject);
    })
      .on("error", reject)
      .end(body);
  });
}
