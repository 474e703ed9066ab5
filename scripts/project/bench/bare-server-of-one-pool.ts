// Server of the client benchmark: responds to every read with the same pool, accepts every write, and reports
// its URL.
import { createServer } from "node:http";
import document from "../../../generated/openapi.json" with { type: "json" };

const { SenderPool, SenderPoolOperation } = document.components.examples;
const pool = JSON.stringify(SenderPool.value);
const operationId = SenderPoolOperation.value.id;
const accepted = JSON.stringify({
  operationId,
  operationLocation: `http://127.0.0.1/v1/SenderPools/Operations/${operationId}`,
});

const server = createServer((request, response) => {
  const isWrite = request.method === "POST";
  request.resume();
  request.on("end", () => {
    response.writeHead(isWrite ? 202 : 200, { "Content-Type": "application/json" });
    response.end(isWrite ? accepted : pool);
  });
});
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  process.send?.(`http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`);
});
