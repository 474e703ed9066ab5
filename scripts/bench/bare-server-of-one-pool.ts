// The other end of the client's bench: answers every request with the same pool, and prints its URL.
import { createServer } from "node:http";
import document from "../../generated/openapi.json" with { type: "json" };

const pool = JSON.stringify(document.components.examples.SenderPool.value);

const server = createServer((_, response) => {
  response.setHeader("Content-Type", "application/json");
  response.end(pool);
});
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  process.stdout.write(
    `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}\n`,
  );
});
