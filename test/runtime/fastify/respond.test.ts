// Responses on the wire: their length and their characters.
import { once } from "node:events";
import { createServer } from "node:http";
import { connect } from "node:net";
import t from "tap";
import { respond } from "../../../scripts/contract/runtime/fastify/respond.ts";

const cases = [
  { given: "plain ASCII", body: '"Sales"' },
  { given: "characters of Latin-1", body: '"Größe"' },
  { given: "characters beyond it", body: '"売上 😀"' },
  { given: "nothing", body: "" },
  { given: "more than goes out in one piece", body: JSON.stringify("x".repeat(300_000)) },
];

t.test("a body arrives unchanged, with its length in bytes", async (t) => {
  for (const { given, body } of cases) {
    const server = createServer((_, response) => {
      const answer = { status: 200, fields: {}, headers: { "Content-Type": "application/json" }, body };
      respond(response, answer, { draining: false });
    }).listen(0, "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    const answer = await fetch(`http://127.0.0.1:${port}/`);
    t.equal(answer.headers.get("content-length"), String(Buffer.byteLength(body)), given);
    t.equal(await answer.text(), body, given);
    server.close();
    server.closeAllConnections();
  }
});

t.test("responses to pipelined requests are sent in order", async (t) => {
  const held: (() => void)[] = [];
  const server = createServer((request, response) => {
    const body = JSON.stringify(request.url);
    held.push(() =>
      respond(
        response,
        { status: 200, fields: {}, headers: { "Content-Type": "application/json" }, body },
        { draining: false },
      ),
    );
    // The second response is ready before the first, while it has no socket yet.
    if (held.length === 2) for (const answer of held.reverse()) answer();
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const socket = connect(typeof address === "object" && address !== null ? address.port : 0, "127.0.0.1");
  socket.write("GET /first HTTP/1.1\r\nHost: a\r\n\r\nGET /second HTTP/1.1\r\nHost: a\r\n\r\n");
  let text = "";
  socket.setEncoding("latin1").on("data", (chunk: string) => (text += chunk));
  while (!text.includes('"/second"')) await once(socket, "data");
  t.ok(text.indexOf('"/first"') < text.indexOf('"/second"'));
  socket.destroy();
  server.close();
  server.closeAllConnections();
});
