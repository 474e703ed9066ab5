// Sends the requests that `fetch` refuses: a GET or HEAD with a body, a TRACE. A document may ask for them all the same.
import { request as overHttp } from "node:http";
import { request as overHttps } from "node:https";

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

/** UTF-16 units of a response that are kept, and its bytes that are read for them. */
const longestText = 2000;
const longestBody = 4 * longestText;

/** What a body begins with. The rest is not read: a server may send without end. */
export async function beginningOf(body: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<string> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of body) {
    parts.push(part);
    length += part.length;
    if (length >= longestBody) break;
  }
  return Buffer.concat(parts).toString("utf8").slice(0, longestText);
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
      beginningOf(response).then((text) => {
        resolve({ status: response.statusCode ?? 0, text });
      }, reject);
    })
      .on("error", reject)
      .end(body);
  });
}
