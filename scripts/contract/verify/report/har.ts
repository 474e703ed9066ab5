// All exchanges as HTTP Archive 1.2, which browser tools open
// (http://www.softwareishard.com/blog/har-12-spec/).
import type { Sent } from "../send/sender.ts";
import { shownHeaders } from "./shown-headers.ts";

const http = "HTTP/1.1";

export function harOf(
  sent: readonly Sent[],
  hide: (text: string) => string,
  version: string | undefined,
): string {
  const log = {
    version: "1.2",
    creator: { name: "contract verify", version: version ?? "" },
    entries: sent.map((one) => entryOf(one, hide)),
  };
  return JSON.stringify({ log }, null, 1);
}

function entryOf(
  { request, url, headers, response, failure, at, took }: Sent,
  hide: (text: string) => string,
): object {
  const { body } = request;
  const time = Math.round(took * 100) / 100;
  const pairs = (list: readonly (readonly [string, string])[]) =>
    list.map(([name, value]) => ({ name, value: hide(value) }));
  const type = response?.headers.find(([name]) => name.toLowerCase() === "content-type")?.[1] ?? "";
  return {
    startedDateTime: new Date(at).toISOString(),
    time,
    request: {
      method: request.method,
      url: hide(url),
      httpVersion: http,
      // The first are the request's own; credentials follow, of which nothing is shown.
      headers: [
        ...pairs(headers.slice(0, request.headers.length)),
        ...headers.slice(request.headers.length).map(([name]) => ({ name, value: "…" })),
      ],
      queryString: URL.canParse(url) ? pairs([...new URL(url).searchParams]) : [],
      cookies: [],
      headersSize: -1,
      bodySize: body === undefined ? 0 : Buffer.byteLength(body.text),
      ...(body !== undefined && { postData: { mimeType: body.mediaType, text: hide(body.text) } }),
    },
    response: {
      status: response?.status ?? 0,
      statusText: failure ?? "",
      httpVersion: http,
      headers: pairs(shownHeaders(response?.headers ?? [])),
      cookies: [],
      content: {
        size: response?.body.length ?? 0,
        mimeType: type,
        text: hide(response?.body.toString("utf8") ?? ""),
      },
      redirectURL: "",
      headersSize: -1,
      bodySize: response?.body.length ?? -1,
    },
    cache: {},
    timings: { send: 0, wait: time, receive: 0 },
  };
}
