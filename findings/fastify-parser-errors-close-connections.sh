#!/usr/bin/env bash
# Fastify 5.12.8: every error of a content type parser ends the connection (`Connection: close`), also when the body was read to its last
# byte, as with JSON that does not parse. An error of the same status that a hook or a handler throws keeps the connection.
#
# Why it matters: a client that keeps connections pays a new one (and TLS) for each of its mistakes, and a request that it has already sent
# on the same connection is lost. A parser that wants the connection kept must hand on its error by another way, as a property that
# `preValidation` looks at.
# Seen: malformed JSON: 400, close; an error of preValidation with the same status: 400, keep-alive.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm init -y >/dev/null; npm install --silent --no-audit --no-fund fastify@5.12.8 >/dev/null
cat > run.mjs <<'JS'
import { Agent, request } from "node:http";
import { fastify } from "fastify";
const app = fastify();
const handler = () => ({});
app.post("/parsed", handler);
app.post("/checked", { preValidation: (_request, _reply, done) => done(Object.assign(new Error("no"), { statusCode: 400 })) }, handler);
const { port } = new URL(await app.listen({ port: 0, host: "127.0.0.1" }));
const agent = new Agent({ keepAlive: true });
const post = (path, body) =>
  new Promise((resolve, reject) => {
    const sent = request({ port, path, method: "POST", agent, headers: { "content-type": "application/json" } }, (response) => {
      response.resume().on("end", () => resolve(`${path}: ${response.statusCode}, ${response.headers.connection}`));
    });
    sent.on("error", reject).end(body);
  });
console.log(await post("/parsed", '{"a":'));
console.log(await post("/checked", '{"a":1}'));
agent.destroy();
await app.close();
JS
node run.mjs | tee seen
diff <(printf '/parsed: 400, close\n/checked: 400, keep-alive\n') seen
