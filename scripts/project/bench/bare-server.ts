// The baseline: the same responses, with the same fields and lengths, from bare `node:http`, written as
// Node's documentation writes a JSON server, without validation, credentials or logs.
import { createServer, type ServerResponse } from "node:http";
import { createPools } from "./pools-in-memory.ts";

const pools = createPools();
const base = "/v1/SenderPools";
let requests = 0;

function send(
  response: ServerResponse,
  status: number,
  headers: Record<string, string>,
  body: unknown,
): void {
  const text = JSON.stringify(body);
  response.writeHead(status, {
    "Content-Type": "application/json",
    "Content-Length": Buffer.byteLength(text),
    "X-Content-Type-Options": "nosniff",
    "Request-Id": `bareBare-${(++requests).toString(36)}`,
    ...headers,
  });
  response.end(text);
}

const server = createServer((request, response) => {
  const { method, url = "" } = request;
  if (method === "POST") {
    let text = "";
    request.setEncoding("utf8");
    request.on("data", (chunk: string) => (text += chunk));
    request.on("end", () => {
      const accepted = pools.create(JSON.parse(text) as Parameters<typeof pools.create>[0]);
      const { operationId, operationLocation } = accepted;
      const headers = {
        Location: operationLocation,
        "Operation-Id": operationId,
        "Operation-Location": operationLocation,
      };
      send(response, 202, headers, accepted);
    });
  } else if (url.startsWith(`${base}?`)) send(response, 200, {}, pools.list(50));
  else send(response, 200, { ETag: '"1"' }, pools.fetch(url.slice(base.length + 1)));
});
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  process.send?.({ port: typeof address === "object" ? address?.port : undefined });
});
