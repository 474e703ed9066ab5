// Sends requests that `fetch` does not allow: a GET or HEAD with a body, a TRACE. A document may declare them
// all the same.
import { request as overHttp } from "node:http";
import { request as overHttps } from "node:https";

/** A request, with the fields of `fetch`. */
export interface PlainRequest {
  readonly method: string;
  readonly headers: Headers;
  readonly body: string | undefined;
  readonly signal: AbortSignal;
}

/**
 * True if the Fetch Standard does not allow a request (https://fetch.spec.whatwg.org, Request constructor).
 */
export function isLeftOutByFetch({ method, body }: Pick<PlainRequest, "method" | "body">): boolean {
  const name = method.toUpperCase();
  return (
    ["CONNECT", "TRACE", "TRACK"].includes(name) || (body !== undefined && ["GET", "HEAD"].includes(name))
  );
}

/** Number of UTF-16 units of a response that are kept; also limits the bytes read. */
const longestText = 2000;
const longestBody = 4 * longestText;

/** Returns the beginning of a body. The rest is not read: a server may send without end. */
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

/** Sends one request, without following redirects. Rejects with Node's error if there is no response. */
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
