// Serves a page as in production: files from a folder, and the API under the same origin, as required by a
// server that does not allow other origins.
import { existsSync, readFileSync } from "node:fs";
import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { Test } from "tap";

/** A page with its policy, scripts from a folder, and the target of calls. */
export interface Served {
  readonly html: string;
  readonly policy: string;
  readonly folder: string;
  /** The API's origin; requests below `/v1` are forwarded there unchanged. */
  readonly api: string;
}

/** Serves it on loopback until the test ends; returns its origin. */
export async function servePage(t: Test, served: Served): Promise<string> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://127.0.0.1");
    if (pathname.startsWith("/v1/")) forward(served.api, request, response);
    else if (pathname === "/") sendPage(served, response);
    else sendScript(join(served.folder, pathname), response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  t.teardown(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // It listens on TCP.
}

function forward(api: string, asked: IncomingMessage, response: ServerResponse): void {
  const { method, headers, url = "/" } = asked;
  const sent = request(api + url, { method, headers }, (received) => {
    response.writeHead(received.statusCode ?? 502, received.headers);
    received.pipe(response);
  });
  sent.on("error", () => response.writeHead(502).end());
  asked.pipe(sent);
}

function sendPage({ html, policy }: Served, response: ServerResponse): void {
  response.writeHead(200, { "content-type": "text/html; charset=utf-8", "content-security-policy": policy });
  response.end(html);
}

function sendScript(path: string, response: ServerResponse): void {
  if (!path.endsWith(".js") || !existsSync(path)) response.writeHead(404).end();
  else response.writeHead(200, { "content-type": "text/javascript" }).end(readFileSync(path));
}
