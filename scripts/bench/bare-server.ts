// The measure of all: the same work on bare `node:http`, written as Node's documentation writes a JSON server, without
// validation, credentials or logs.
import { createServer, type ServerResponse } from "node:http";
import { createPools } from "./pools-in-memory.ts";

const pools = createPools();
const base = "/v1/SenderPools";

function send(response: ServerResponse, status: number, body: unknown, location?: string): void {
  const headers = location === undefined ? {} : { Location: location };
  response.writeHead(status, { "Content-Type": "application/json", ...headers });
  response.end(JSON.stringify(body));
}

const server = createServer((request, response) => {
  const { method, url = "" } = request;
  if (method === "POST") {
    let text = "";
    request.setEncoding("utf8");
    request.on("data", (chunk: string) => (text += chunk));
    request.on("end", () => {
      const accepted = pools.create(JSON.parse(text) as Parameters<typeof pools.create>[0]);
      send(response, 202, accepted, accepted.operationLocation);
    });
  } else if (url.startsWith(`${base}?`)) send(response, 200, pools.list(50));
  else send(response, 200, pools.fetch(url.slice(base.length + 1)));
});
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  process.send?.({ port: typeof address === "object" ? address?.port : undefined });
});
