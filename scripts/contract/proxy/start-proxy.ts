// A reverse proxy that forwards everything unchanged and immediately, and passes each exchange to a checker.
import {
  createServer,
  type IncomingMessage,
  request as httpRequest,
  type RequestOptions,
  type ServerResponse,
} from "node:http";
import { request as httpsRequest } from "node:https";
import { pipeline } from "node:stream";
import { CaptureBudget, CapturedBody } from "./captured-body.ts";
import type { PassedExchange } from "./check-exchange.ts";
import { endToEnd, headerPairs } from "./end-to-end-headers.ts";

/** Options of the proxy. */
export interface ProxyOptions {
  readonly target: URL;
  readonly host: string;
  /** 0 selects a free port. */
  readonly port: number;
  /** Maximum number of bytes of a body that are kept for checking. */
  readonly mostBody: number;
  /** Called after an exchange has ended; does not delay it. */
  readonly onExchange: (exchange: PassedExchange) => void;
  /** Called if the target did not respond, or not completely, or with a response that HTTP cannot carry. */
  readonly onFailure: (failure: {
    readonly method: string;
    /** Path and query, as sent. */
    readonly url: string;
    readonly reason: string;
  }) => void;
}

/** A running proxy. */
export interface Proxy {
  readonly url: string;
  close(): Promise<void>;
}

/** Maximum number of bytes of all bodies in transit together. */
const budgetBytes = 64 * 2 ** 20;
/** In bytes; large, so that the target's limit applies and not the proxy's. */
const maxHeaderSize = 2 ** 20;

/** Starts to listen; rejects with Node's error if that fails. */
export async function startProxy(options: ProxyOptions): Promise<Proxy> {
  const budget = new CaptureBudget(budgetBytes);
  const server = createServer({ maxHeaderSize, requestTimeout: 0, headersTimeout: 0 }, (request, response) =>
    forward(request, response, options, budget),
  );
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port, options.host, resolve);
  });
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : options.port;
  return {
    url: `http://${options.host.includes(":") ? `[${options.host}]` : options.host}:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function forward(
  request: IncomingMessage,
  response: ServerResponse,
  options: ProxyOptions,
  budget: CaptureBudget,
): void {
  const { method = "", url = "" } = request;
  const sent = new CapturedBody(budget, options.mostBody);
  const received = new CapturedBody(budget, options.mostBody);
  const fail = (error: Error): void => {
    // A client that disconnected is not a failure of the target.
    if (request.destroyed && !request.complete) return;
    options.onFailure({ method, url, reason: error.message });
    responseFailure(response);
  };
  const send = options.target.protocol === "https:" ? httpsRequest : httpRequest;
  const onward = send(onwardOptions(request, options.target));
  onward.on("error", fail);
  // Neither `Upgrade` nor CONNECT is forwarded, so no client requested a switch (RFC 9110, section 15.2.2).
  const isSwitched = (): void => fail(new Error("it switched protocols without an Upgrade request"));
  onward.on("upgrade", (_, socket) => {
    socket.destroy();
    isSwitched();
  });
  response.on("close", () => {
    sent.release();
    received.release();
    if (!response.writableFinished) onward.destroy();
  });
  onward.on("response", (upstream) => {
    const { statusCode: status = 0, statusMessage } = upstream;
    // A 101 without the field `Upgrade` arrives here.
    if (status === 101) {
      upstream.destroy();
      isSwitched();
      return;
    }
    const fields = headerPairs(upstream.rawHeaders);
    const unsendable = writeHead(response, status, statusMessage, endToEnd(fields));
    if (unsendable !== undefined) {
      upstream.destroy();
      fail(unsendable);
      return;
    }
    upstream.on("data", (chunk: Buffer) => received.add(chunk));
    upstream.on("end", () => {
      const exchange: PassedExchange = {
        method,
        url,
        request: {
          headers: headerPairs(request.rawHeaders),
          body: request.complete ? sent.bytes() : undefined,
        },
        response: { status, headers: fields, body: received.bytes() },
      };
      setImmediate(() => options.onExchange(exchange));
    });
    pipeline(upstream, response, (error) => {
      if (error && !upstream.complete) fail(error);
    });
  });
  request.on("data", (chunk: Buffer) => sent.add(chunk));
  // Not a pipeline: that would close the client's connection together with the target's, and no error could
  // be returned.
  request.pipe(onward);
}

function onwardOptions(request: IncomingMessage, target: URL): RequestOptions {
  const { method = "", url = "", rawHeaders } = request;
  const host: [string, string] = ["Host", target.host];
  // `Expect` is not forwarded, because the proxy has already responded to it: the body is on its way.
  const fields = [host, ...endToEnd(headerPairs(rawHeaders), ["host", "expect"])];
  const isChunked = request.headers["transfer-encoding"] !== undefined;
  if (isChunked) fields.push(["Transfer-Encoding", "chunked"]);
  return {
    protocol: target.protocol,
    hostname: target.hostname.replace(/^\[|\]$/g, ""),
    port: target.port,
    method,
    // A client that uses the proxy as a forward proxy sends an absolute URL (RFC 9112, section 3.2.2); the
    // target is the same.
    path: target.pathname.replace(/\/$/, "") + url.replace(/^https?:\/\/[^/?#]*/i, ""),
    headers: fields.flat(),
    setHost: false,
    maxHeaderSize,
  };
}

/**
 * Writes the head of the response. Returns an error, and writes nothing, if the target's status line or a
 * field cannot be written: Node's parser accepts statuses below 100, control characters in the reason phrase
 * and the like, but its writer throws on them.
 */
function writeHead(
  response: ServerResponse,
  status: number,
  reason: string | undefined,
  fields: readonly (readonly [string, string])[],
): Error | undefined {
  try {
    response.sendDate = false;
    response.writeHead(status, reason, fields.flat());
    return undefined;
  } catch {
    return new Error("its status line or a header field is not HTTP");
  }
}

/** Responds with 502 or, if a response has begun, destroys the connection. */
function responseFailure(response: ServerResponse): void {
  if (response.destroyed || response.headersSent) {
    response.destroy();
    return;
  }
  const body = JSON.stringify({
    type: "about:blank",
    title: "Bad Gateway",
    status: 502,
    detail: "The target sent no valid response.",
  });
  // The reason phrase is explicit, because an invalid one that was set before stays on the response.
  response.writeHead(502, "Bad Gateway", {
    "Content-Type": "application/problem+json",
    "Content-Length": Buffer.byteLength(body),
  });
  response.end(body);
}
