// Limits the size of responses. Bundled only by programs that use it.
import { UnexpectedResponseError } from "./errors.ts";
import type { Fetch } from "../request/build-request.ts";

/**
 * Wraps a `fetch` so that a response body is at most a number of bytes long after decompression: a few
 * hundred kilobytes of gzip can expand to hundreds of megabytes. A longer one makes the call reject with an
 * `UnexpectedResponseError`, which is not retried.
 *
 * @param bytes  maximum length of a body
 * @param fetch  sends the requests; the platform's `fetch` by default
 * @example const client = new TwilioClient({ fetch: limitResponses(10_000_000) });
 */
export function limitResponses(
  bytes: number,
  fetch: Fetch = (url, init) => globalThis.fetch(url, init),
): Fetch {
  return async (url, init) => {
    const response = await fetch(url, init);
    if (response.body === null) return response;
    let left = bytes;
    const counted = response.body.pipeThrough(
      new TransformStream<Uint8Array, Uint8Array>({
        transform(chunk, controller) {
          left -= chunk.length;
          if (left >= 0) {
            controller.enqueue(chunk);
            return;
          }
          const site = { method: init.method, path: new URL(url, "http://x").pathname };
          throw new UnexpectedResponseError(
            site,
            `${response.status} holds more than ${bytes} bytes`,
            response,
          );
        },
      }),
    );
    return new Response(counted, response);
  };
}
