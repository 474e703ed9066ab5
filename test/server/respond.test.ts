// Answers on the wire: their length and their characters.
import { once } from "node:events";
import { createServer } from "node:http";
import t from "tap";
import { respond } from "../../server/respond.ts";

const cases = [
  { given: "plain ASCII", body: '"Sales"' },
  { given: "characters of Latin-1", body: '"Größe"' },
  { given: "characters beyond it", body: '"売上 😀"' },
  { given: "nothing", body: "" },
];

t.test("a body arrives as it was, with its length in bytes", async (t) => {
  for (const { given, body } of cases) {
    const server = createServer((_, response) => {
      const answer = { status: 200, contentType: "application/json", fields: {}, headers: {}, body };
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
